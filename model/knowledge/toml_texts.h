// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The array of strings under `key`; none if there is no such key.
inline std::optional<std::vector<std::string>> textsOf(const toml::table &table, std::string_view key)
{
    const toml::array *array = table[key].as_array();
    if (!array)
        return std::nullopt;
    std::vector<std::string> texts;
    for (const toml::node &node : *array)
        texts.push_back(node.value_or(std::string()));
    return texts;
}

} // namespace drydock
