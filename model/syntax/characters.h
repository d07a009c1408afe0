// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace drydock {

/// What separates words in most instructions: BuildKit's `[\t\v\f\r ]`.
constexpr bool isWordSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

constexpr bool isAsciiSpace(char c)
{
    return isWordSpace(c) || c == '\n';
}

/// Go's unicode.IsSpace asked of a single byte taken as a code point: BuildKit's flag splitter does that, so
/// the bytes 0x85 and 0xA0 separate there even in the middle of a UTF-8 character.
constexpr bool isByteSpace(char c)
{
    return isAsciiSpace(c) || c == '\x85' || c == '\xA0';
}

// Beyond ASCII; the functions below answer for ASCII themselves, since they are asked for every byte.
std::size_t wideSpaceLengthAt(std::string_view text, std::size_t at);
std::size_t wideSpaceLengthBefore(std::string_view text, std::size_t end);
std::size_t wideCharacterLengthAt(std::string_view text, std::size_t at);

/// Length in bytes of the white space character at `at` (Go's unicode.IsSpace), 0 if there is none.
inline std::size_t spaceLengthAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    return static_cast<unsigned char>(text[at]) < 0x80 ? (isAsciiSpace(text[at]) ? 1 : 0)
                                                       : wideSpaceLengthAt(text, at);
}
/// The same for the character that ends before `end`.
inline std::size_t spaceLengthBefore(std::string_view text, std::size_t end)
{
    if (end == 0)
        return 0;
    return static_cast<unsigned char>(text[end - 1]) < 0x80 ? (isAsciiSpace(text[end - 1]) ? 1 : 0)
                                                            : wideSpaceLengthBefore(text, end);
}

/// Without white space at both ends (Go's strings.TrimSpace).
std::string_view trimmed(std::string_view text);
/// First offset at or behind `at` that holds no white space.
inline std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (const std::size_t length = spaceLengthAt(text, at))
        at += length;
    return at;
}

/// Length in bytes of the UTF-8 character at `at`: 1 for an invalid byte, as Go decodes. \pre at < text.size()
inline std::size_t characterLengthAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : wideCharacterLengthAt(text, at);
}
/// The code point at `at`, U+FFFD for an invalid byte.
char32_t characterAt(std::string_view text, std::size_t at);
void appendUtf8(std::string &text, char32_t character);
/// Every invalid byte replaced by U+FFFD, as Go's JSON and scanner packages do.
std::string withValidUtf8(std::string_view text);

std::string lowered(std::string_view text); ///< ASCII only.
std::string uppered(std::string_view text); ///< ASCII only.
bool equalsIgnoringCase(std::string_view a, std::string_view b); ///< ASCII only.

/// Go's %q: quoted, escaped as strconv.Quote does.
std::string quoted(std::string_view text);

} // namespace drydock
