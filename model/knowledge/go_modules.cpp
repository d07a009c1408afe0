// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/go_modules.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <vector>

namespace drydock {

bool needsC(std::string_view module)
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        const toml::table file = toml::parse(embedded::goModules());
        const toml::array *array = file["needs_c"].as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i)
            all.push_back(array->get(i)->value_or(std::string()));
        return all;
    }();
    return std::ranges::any_of(names, [&](const std::string &each) { return matchesImage(each, module); });
}

} // namespace drydock
