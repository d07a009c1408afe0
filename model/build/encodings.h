// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// Base64 with "+" and "/" (RFC 4648 §4), padded or not. \returns nothing if another character stands in it.
std::optional<std::string> fromBase64(std::string_view text);

/// "2026-11-23T19:54:23.622981534Z" (RFC 3339) in milliseconds since 1970. \returns nothing for anything else and for years
/// before 1970 (Go's "no time" is in the year 1).
std::optional<std::int64_t> fromTimestamp(std::string_view text);

} // namespace drydock
