// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// Parts of JSON that a stranger has written: what is missing or of another type is empty.

inline const nlohmann::json *partOf(const nlohmann::json &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto part = object.find(name);
    return part == object.end() ? nullptr : &*part;
}

inline std::string textOf(const nlohmann::json &object, const char *name)
{
    const nlohmann::json *const part = partOf(object, name);
    return part && part->is_string() ? part->get<std::string>() : std::string();
}

/// 0 for negative numbers too.
inline std::uint64_t countOf(const nlohmann::json &object, const char *name)
{
    const nlohmann::json *const part = partOf(object, name);
    return part && part->is_number_unsigned() ? part->get<std::uint64_t>() : 0;
}

inline bool isTrue(const nlohmann::json &object, const char *name)
{
    const nlohmann::json *const part = partOf(object, name);
    return part && part->is_boolean() && part->get<bool>();
}

/// The elements of the array `name`; none if it is no array.
inline const nlohmann::json &listOf(const nlohmann::json &object, const char *name)
{
    static const nlohmann::json none = nlohmann::json::array();
    const nlohmann::json *const part = partOf(object, name);
    return part && part->is_array() ? *part : none;
}

/// \returns a discarded value if it is no JSON.
inline nlohmann::json readJson(std::string_view text)
{
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
}

} // namespace drydock
