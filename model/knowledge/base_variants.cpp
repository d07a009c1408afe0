// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_variants.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

struct Table {
    std::vector<BaseVariants> images;
    std::map<std::string, Texts, std::less<>> programs;
};

Texts textsByName(const toml::node_view<const toml::node> &node)
{
    Texts texts;
    if (const toml::table *table = node.as_table()) {
        for (const auto &[key, value] : *table)
            texts.emplace(key.str(), value.value_or(std::string()));
    }
    return texts;
}

std::vector<std::string> listOf(const toml::node_view<const toml::node> &node)
{
    std::vector<std::string> texts;
    if (const toml::array *array = node.as_array()) {
        for (const toml::node &each : *array)
            texts.push_back(each.value_or(std::string()));
    }
    return texts;
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    Table table;
    const toml::table file = toml::parse(embedded::baseVariants());
    const toml::array *images = file["image"].as_array();
    for (std::size_t i = 0; images && i < images->size(); ++i) {
        const toml::table *each = images->get(i)->as_table();
        if (!each)
            continue;
        const auto text = [each](std::string_view key) { return (*each)[key].value_or(std::string()); };
        table.images.push_back({text("name"), text("slim"), text("alpine"),
                                textsByName((*each)["distroless"]), textsByName((*each)["chainguard"]),
                                listOf((*each)["flavours"]), listOf((*each)["without"]),
                                listOf((*each)["program"]), text("advice"), text("advice_below")});
    }
    if (const toml::table *programs = file["program"].as_table()) {
        for (const auto &[key, value] : *programs)
            table.programs.emplace(key.str(), textsByName(toml::node_view<const toml::node>(value)));
    }
    return table;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

} // namespace

const BaseVariants *variantsOf(std::string_view name)
{
    const auto &images = table().images;
    const auto found = std::ranges::find_if(
        images, [name](const BaseVariants &each) { return matchesImage(each.name, name); });
    return found == images.end() ? nullptr : &*found;
}

std::string programBase(std::string_view linking, std::string_view kind)
{
    const auto bases = table().programs.find(linking);
    if (bases == table().programs.end())
        return {};
    const auto found = bases->second.find(kind);
    return found == bases->second.end() ? std::string() : found->second;
}

} // namespace drydock
