// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/image_versions.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/toml_texts.h"

#include <algorithm>

namespace drydock {
namespace {

struct Entry {
    std::vector<std::string> names;
    ImageVersion version;
};

/// The table is part of the program and tested to be well formed.
std::vector<Entry> readTable()
{
    const toml::table file = toml::parse(embedded::imageVersions());
    std::vector<Entry> entries;
    const toml::array *images = file["image"].as_array();
    for (std::size_t i = 0; images && i < images->size(); ++i) {
        const toml::table *each = images->get(i)->as_table();
        if (!each)
            continue;
        Entry &entry = entries.emplace_back();
        entry.names = textsOf(*each, "names").value_or(std::vector<std::string>());
        entry.version.variable = (*each)["variable"].value_or(std::string());
        entry.version.least = static_cast<std::size_t>((*each)["least"].value_or(std::int64_t {1}));
        entry.version.most = static_cast<std::size_t>((*each)["most"].value_or(std::int64_t {3}));
    }
    return entries;
}

/// "24.19.0" of `v24.19.0`, "25" of `jdk-25+36`, "17.2" of `17.2-1.pgdg120+1`.
std::string numbersIn(std::string_view text)
{
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos)
        return {};
    text.remove_prefix(begin);
    text = text.substr(0, text.find_first_not_of("0123456789."));
    while (text.ends_with('.'))
        text.remove_suffix(1);
    return std::string(text);
}

} // namespace

ImageVersion versionOf(std::string_view name, const ImageConfig &config)
{
    static const std::vector<Entry> entries = readTable();
    const auto found = std::ranges::find_if(entries, [name](const Entry &entry) {
        return std::ranges::find(entry.names, name) != entry.names.end();
    });
    if (found == entries.end())
        return {};
    ImageVersion result = found->version;
    const auto variable = std::ranges::find_if(
        config.environment, [&](const auto &each) { return each.first == result.variable; });
    if (variable != config.environment.end())
        result.version = numbersIn(variable->second);
    return result;
}

std::string_view firstNumbers(std::string_view version, std::size_t count)
{
    std::size_t end = 0;
    for (; count > 0 && end < version.size(); --count)
        end = std::min(version.find('.', end + 1), version.size());
    return version.substr(0, end);
}

} // namespace drydock
