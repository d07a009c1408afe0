// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace drydock {

/// `bytes` as text that is safe to show: valid UTF-8 on one line, nothing that moves the cursor, changes colours or
/// reverses the reading direction. Line ends become `\n`, other control characters `\x1b`, invisible
/// and direction characters `\u202e`, bytes that are no UTF-8 `\xff`.
std::string printable(std::string_view bytes);

/// Columns that `text` takes in a terminal: 2 for wide East Asian characters and pictures, 0 for combining marks.
std::size_t displayWidth(std::string_view text);

/// `text` cut to at most `width` columns, its middle replaced by "…" if it is longer: the start and the end of paths
/// and image names both matter. \pre valid UTF-8
std::string elided(std::string_view text, std::size_t width);

} // namespace drydock
