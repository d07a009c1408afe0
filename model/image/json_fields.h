// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

// Fields of answers that nobody vouches for: what is missing, null or of another type counts as not said.

namespace drydock {

using Json = nlohmann::json;

/// Empty if there is no such text. \pre `object` is an object, here and below.
std::string textIn(const Json &object, const char *key);
/// The texts of an array; what is no text is left out.
std::vector<std::string> textsIn(const Json &object, const char *key);
/// 0 if there is no such number, or if it does not fit. Fractions are cut off.
std::int64_t numberIn(const Json &object, const char *key);
/// numberIn() for what cannot be negative: -1, which means that nobody counted, is 0.
std::uint64_t bytesIn(const Json &object, const char *key);
/// False if it is not said.
bool isTrueIn(const Json &object, const char *key);
/// Null if there is no such object. A pointer into `object`.
const Json *objectIn(const Json &object, const char *key);
/// Null if there is no such array. A pointer into `object`.
const Json *arrayIn(const Json &object, const char *key);

} // namespace drydock
