// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool isSpaceCharacter(char32_t c)
{
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029
        || c == 0x202F || c == 0x205F || c == 0x3000 || (c < 0x80 && isAsciiSpace(static_cast<char>(c)));
}

struct Decoded {
    char32_t character;
    std::size_t length;
};

/// One character as Go's utf8.DecodeRune does: an invalid byte is U+FFFD of length 1.
Decoded decode(std::string_view text, std::size_t at)
{
    constexpr Decoded invalid {0xFFFD, 1};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return invalid;
    char32_t character = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return invalid;
        character = (character << 6) | (byte(i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> smallest {0, 0, 0x80, 0x800, 0x10000};
    if (character < smallest[length] || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return invalid;
    return {character, length};
}

} // namespace

std::size_t wideSpaceLengthAt(std::string_view text, std::size_t at)
{
    const Decoded decoded = decode(text, at);
    return isSpaceCharacter(decoded.character) ? decoded.length : 0;
}

std::size_t wideSpaceLengthBefore(std::string_view text, std::size_t end)
{
    for (std::size_t length = 2; length <= 3 && length <= end; ++length) {
        const Decoded decoded = decode(text.substr(0, end), end - length);
        if (decoded.length == length)
            return isSpaceCharacter(decoded.character) ? length : 0;
    }
    return 0;
}

std::size_t wideCharacterLengthAt(std::string_view text, std::size_t at)
{
    return decode(text, at).length;
}

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(skipSpace(text, 0));
    while (const std::size_t length = spaceLengthBefore(text, text.size()))
        text.remove_suffix(length);
    return text;
}

char32_t characterAt(std::string_view text, std::size_t at)
{
    return decode(text, at).character;
}

void appendUtf8(std::string &text, char32_t character)
{
    const auto add = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0 | (character >> 6));
        add(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        add(0xE0 | (character >> 12));
        add(0x80 | ((character >> 6) & 0x3F));
        add(0x80 | (character & 0x3F));
    } else {
        add(0xF0 | (character >> 18));
        add(0x80 | ((character >> 12) & 0x3F));
        add(0x80 | ((character >> 6) & 0x3F));
        add(0x80 | (character & 0x3F));
    }
}

std::string withValidUtf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        if (decoded.character == 0xFFFD && decoded.length == 1)
            appendUtf8(result, 0xFFFD);
        else
            result.append(text.substr(at, decoded.length));
        at += decoded.length;
    }
    return result;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return result;
}

std::string uppered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; });
    return result;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && lowered(a) == lowered(b);
}

std::string quoted(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        const char32_t c = decoded.character;
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto hex = [&result, digits](std::string_view mark, char32_t value, int width) {
            result += mark;
            for (int shift = 4 * (width - 1); shift >= 0; shift -= 4)
                result += digits[(value >> shift) & 0xF];
        };
        constexpr std::string_view named = "\a\b\f\n\r\t\v";
        if (c == '"' || c == '\\')
            (result += '\\') += static_cast<char>(c);
        else if (c < 0x80 && named.find(static_cast<char>(c)) != std::string_view::npos)
            (result += '\\') += "abfnrtv"[named.find(static_cast<char>(c))];
        else if (c == 0xFFFD && decoded.length == 1)
            hex("\\x", byte, 2);
        else if (c < 0x20 || c == 0x7F)
            hex("\\x", c, 2);
        else if ((c >= 0x80 && c < 0xA0) || (c > 0x7F && isSpaceCharacter(c)) || c == 0xAD || c == 0xFEFF
                 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
                 || (c >= 0x2060 && c <= 0x206F))
            hex("\\u", c, 4);
        else
            result.append(text.substr(at, decoded.length));
        at += decoded.length;
    }
    return result + '"';
}

} // namespace drydock
