// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_sizes.h"

#include "model/base/text_parts.h"
#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>
#include <vector>

namespace drydock {
namespace {

struct Entry {
    std::string image;
    std::vector<std::string> words; ///< Of the tag.
    BaseSize size;
};

struct Table {
    std::string date;
    std::vector<Entry> entries;
};

std::uint64_t bytesOf(const toml::table &table, std::string_view key, std::size_t which)
{
    const toml::array *pair = table[key].as_array();
    const toml::node *megabytes = pair ? pair->get(which) : nullptr;
    return megabytes ? static_cast<std::uint64_t>(megabytes->value_or(0.0) * 1e6) : 0;
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    const toml::table file = toml::parse(embedded::baseSizes());
    Table table {file["date"].value_or(std::string()), {}};
    const toml::array *sizes = file["size"].as_array();
    for (std::size_t i = 0; sizes && i < sizes->size(); ++i) {
        const toml::table *each = sizes->get(i)->as_table();
        if (!each)
            continue;
        table.entries.push_back({(*each)["image"].value_or(std::string()),
                                 wordsIn((*each)["tag"].value_or(std::string_view())),
                                 {bytesOf(*each, "unpacked", 0), bytesOf(*each, "unpacked", 1),
                                  bytesOf(*each, "packed", 0), bytesOf(*each, "packed", 1)}});
    }
    return table;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

bool matchesTag(const Entry &entry, const std::vector<std::string_view> &parts)
{
    return std::ranges::all_of(entry.words, [&](const std::string &word) {
        return std::ranges::any_of(parts, [&](std::string_view part) { return part.starts_with(word); });
    });
}

} // namespace

std::optional<BaseSize> baseSizeOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image || isWindowsTag(image->tag))
        return std::nullopt;
    const std::string name = bareNameOf(*image);
    const auto parts = tagParts(image->tag);
    const auto found = std::ranges::find_if(table().entries, [&](const Entry &entry) {
        return matchesImage(entry.image, name) && matchesTag(entry, parts);
    });
    return found == table().entries.end() ? std::nullopt : std::optional(found->size);
}

std::string baseSizesDate()
{
    return table().date;
}

} // namespace drydock
