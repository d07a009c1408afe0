// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/language_packages.h"

#include "model/knowledge/embedded.h"

#include <toml++/toml.h>

#include <map>
#include <utility>

namespace drydock {
namespace {

/// By language and name.
using Table = std::map<std::pair<std::string, std::string>, LanguagePackageNeeds, std::less<>>;

std::vector<std::string> textsOf(const toml::table &table, std::string_view key)
{
    std::vector<std::string> texts;
    if (const toml::array *array = table[key].as_array()) {
        for (const toml::node &each : *array)
            texts.push_back(each.value_or(std::string()));
    }
    return texts;
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    const toml::table file = toml::parse(embedded::languagePackages());
    Table table;
    if (const toml::array *packages = file["package"].as_array()) {
        for (const toml::node &node : *packages) {
            const toml::table *each = node.as_table();
            if (!each)
                continue;
            const LanguagePackageNeeds needs {textsOf(*each, "libraries"), textsOf(*each, "packages")};
            for (std::string &name : textsOf(*each, "names"))
                table.emplace(std::pair((*each)["language"].value_or(std::string()), std::move(name)), needs);
        }
    }
    return table;
}

} // namespace

const LanguagePackageNeeds *needsOfLanguagePackage(std::string_view language, std::string_view name)
{
    static const Table table = readTable();
    const auto found = table.find(std::pair(std::string(language), std::string(name)));
    return found == table.end() ? nullptr : &found->second;
}

} // namespace drydock
