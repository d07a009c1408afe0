// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace drydock {
namespace {

const Json *fieldOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

} // namespace

std::string textIn(const Json &object, const char *key)
{
    const Json *field = fieldOf(object, key);
    return field && field->is_string() ? field->get<std::string>() : std::string();
}

std::vector<std::string> textsIn(const Json &object, const char *key)
{
    std::vector<std::string> result;
    if (const Json *field = arrayIn(object, key)) {
        result.reserve(field->size());
        for (const Json &each : *field) {
            if (each.is_string())
                result.push_back(each.get<std::string>());
        }
    }
    return result;
}

std::int64_t numberIn(const Json &object, const char *key)
{
    // The largest double below 2^63; a cast of anything above is undefined.
    constexpr double largest = 9223372036854774784.0;
    const Json *field = fieldOf(object, key);
    if (!field || !field->is_number())
        return 0;
    if (field->is_number_unsigned()) {
        const auto number = field->get<std::uint64_t>();
        return number <= std::uint64_t {std::numeric_limits<std::int64_t>::max()}
            ? static_cast<std::int64_t>(number)
            : 0;
    }
    if (field->is_number_integer())
        return field->get<std::int64_t>();
    const auto number = field->get<double>();
    return number >= -largest && number <= largest ? static_cast<std::int64_t>(number) : 0;
}

std::uint64_t bytesIn(const Json &object, const char *key)
{
    const std::int64_t number = numberIn(object, key);
    return number > 0 ? static_cast<std::uint64_t>(number) : 0;
}

bool isTrueIn(const Json &object, const char *key)
{
    const Json *field = fieldOf(object, key);
    return field && field->is_boolean() && field->get<bool>();
}

const Json *objectIn(const Json &object, const char *key)
{
    const Json *field = fieldOf(object, key);
    return field && field->is_object() ? field : nullptr;
}

const Json *arrayIn(const Json &object, const char *key)
{
    const Json *field = fieldOf(object, key);
    return field && field->is_array() ? field : nullptr;
}

} // namespace drydock
