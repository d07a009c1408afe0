// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace drydock {

/// The seconds since 1970 of "2026-01-31T12:30:00.25+01:00" (RFC 3339; fractions are cut off). Nothing if it is no such text.
std::optional<std::int64_t> secondsOf(std::string_view text);

} // namespace drydock
