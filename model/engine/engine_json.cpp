// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_json.h"

#include <utility>

namespace drydock {
namespace {

std::vector<Json> objectsOf(const Json &array)
{
    std::vector<Json> objects;
    objects.reserve(array.size());
    for (const Json &item : array) {
        if (item.is_object())
            objects.push_back(item);
    }
    return objects;
}

} // namespace

Json parsedObject(std::string_view text)
{
    Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    return json.is_object() ? json : Json::object();
}

std::vector<Json> parsedObjects(std::string_view text)
{
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    return json.is_array() ? objectsOf(json) : std::vector<Json>();
}

std::string printedJson(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json &childIn(const Json &object, const char *key)
{
    static const Json nothing = Json::object();
    const Json *child = objectIn(object, key);
    return child == nullptr ? nothing : *child;
}

std::vector<Json> childrenIn(const Json &object, const char *key)
{
    const Json *array = arrayIn(object, key);
    return array == nullptr ? std::vector<Json>() : objectsOf(*array);
}

std::map<std::string, std::string> textMapIn(const Json &object, const char *key)
{
    std::map<std::string, std::string> texts;
    for (const auto &item : childIn(object, key).items()) {
        if (item.value().is_string())
            texts[item.key()] = item.value().get<std::string>();
    }
    return texts;
}

} // namespace drydock
