// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace drydock {

/// The one character that the escape at `at` in a regular expression of Go stands for; moves `at` behind it.
/// Nothing if Go refuses the escape. \pre text[at] is a backslash
std::optional<char32_t> takeEscape(std::string_view text, std::size_t &at);

/// A letter, digit or `_` of ASCII: what `\w` and `\b` go by.
constexpr bool isRegexWordCharacter(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

} // namespace drydock
