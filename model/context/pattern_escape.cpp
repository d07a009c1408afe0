// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/pattern_escape.h"

namespace drydock {
namespace {

std::optional<char32_t> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return std::nullopt;
}

std::optional<char32_t> takeHexadecimal(std::string_view text, std::size_t &at)
{
    if (at + 2 > text.size())
        return std::nullopt;
    const auto high = hexDigit(text[at]);
    const auto low = hexDigit(text[at + 1]);
    if (!high || !low)
        return std::nullopt;
    at += 2;
    return *high * 16 + *low;
}

/// A single digit but 0 would be a reference back, which Go does not have.
std::optional<char32_t> takeOctal(char first, std::string_view text, std::size_t &at)
{
    const auto isOctal = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '7'; };
    if (first != '0' && !isOctal())
        return std::nullopt;
    auto value = static_cast<char32_t>(first - '0');
    for (int digits = 1; digits < 3 && isOctal(); ++digits)
        value = value * 8 + static_cast<char32_t>(text[at++] - '0');
    return value;
}

} // namespace

std::optional<char32_t> takeEscape(std::string_view text, std::size_t &at)
{
    ++at;
    if (at >= text.size())
        return std::nullopt;
    const char c = text[at++];
    switch (c) {
    case 'a':
        return '\a';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case 'x':
        return takeHexadecimal(text, at);
    default:
        break;
    }
    if (c >= '0' && c <= '7')
        return takeOctal(c, text, at);
    const auto character = static_cast<char32_t>(static_cast<unsigned char>(c));
    if (character >= 0x80 || (c != '_' && isRegexWordCharacter(character)))
        return std::nullopt;
    return character;
}

} // namespace drydock
