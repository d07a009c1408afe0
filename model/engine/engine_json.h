// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Always an object: an empty one if the text is none.
Json parsedObject(std::string_view text);
/// The objects of the array that `text` is; what is none is left out.
std::vector<Json> parsedObjects(std::string_view text);
/// Bytes that are no UTF-8 become U+FFFD.
std::string printedJson(const Json &json);

/// The object of that name; an empty one if there is none. \pre `object` is an object, here and below.
const Json &childIn(const Json &object, const char *key);
/// The objects of an array; what is none is left out.
std::vector<Json> childrenIn(const Json &object, const char *key);
/// The texts of an object by their names; what is no text is left out.
std::map<std::string, std::string> textMapIn(const Json &object, const char *key);

} // namespace drydock
