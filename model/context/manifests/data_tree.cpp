// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/data_tree.h"

#include <algorithm>

namespace drydock {

const DataTree &DataTree::at(std::initializer_list<std::string_view> path) const
{
    static const DataTree nothing;
    const DataTree *here = this;
    for (const std::string_view key : path) {
        const auto found = std::find(here->keys.begin(), here->keys.end(), key);
        if (found == here->keys.end())
            return nothing;
        here = &here->items[static_cast<std::size_t>(found - here->keys.begin())];
    }
    return *here;
}

std::string DataTree::textAt(std::initializer_list<std::string_view> path) const
{
    return at(path).text;
}

std::vector<std::string> DataTree::textsAt(std::initializer_list<std::string_view> path) const
{
    const DataTree &found = at(path);
    std::vector<std::string> texts;
    if (found.isText())
        texts.push_back(found.text);
    for (const DataTree &item : found.items) {
        if (found.kind == Kind::List && item.isText())
            texts.push_back(item.text);
    }
    return texts;
}

} // namespace drydock
