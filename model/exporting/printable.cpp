// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/printable.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace drydock {

namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t size = 1; ///< Bytes; at least 1.
    bool isValid = false;
};

struct Interval {
    std::uint32_t first;
    std::uint32_t last;
};

constexpr Interval wide[]
    = {{0x1100, 0x115f},   {0x2329, 0x232a},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},  {0xa960, 0xa97f},
       {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},  {0xffe0, 0xffe6},
       {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
constexpr Interval combining[]
    = {{0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x064b, 0x065f}, {0x1ab0, 0x1aff},
       {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
// Zero-width and direction characters, which make a name look like another one.
constexpr Interval invisible[]
    = {{0x00ad, 0x00ad}, {0x061c, 0x061c}, {0x180e, 0x180e}, {0x200b, 0x200f},  {0x2028, 0x202e},
       {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}};

template <std::size_t size>
bool isIn(std::uint32_t value, const Interval (&table)[size])
{
    const Interval *end = std::end(table);
    const Interval *found = std::lower_bound(std::begin(table), end, value,
                                             [](const Interval &i, std::uint32_t v) { return i.last < v; });
    return found != end && value >= found->first;
}

std::uint32_t byteAt(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

/// \pre `at` < bytes.size()
CodePoint codePointAt(std::string_view bytes, std::size_t at)
{
    const std::uint32_t lead = byteAt(bytes, at);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + size > bytes.size())
        return {lead, 1, false};
    std::uint32_t value = lead & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        const std::uint32_t next = byteAt(bytes, at + i);
        if ((next & 0xc0U) != 0x80U)
            return {lead, 1, false};
        value = (value << 6U) | (next & 0x3fU);
    }
    constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < smallest[size] || value > 0x10ffff || isSurrogate)
        return {lead, 1, false};
    return {value, size, true};
}

std::size_t widthOf(std::uint32_t value)
{
    if (value < 0x300)
        return 1;
    if (isIn(value, combining) || isIn(value, invisible))
        return 0;
    return isIn(value, wide) ? 2 : 1;
}

void appendHex(std::string &out, std::uint32_t value, int digits)
{
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(value >> static_cast<unsigned>(shift)) & 0xfU];
}

void appendEscaped(std::string &out, const CodePoint &c)
{
    switch (c.value) {
    case '\n':
        out += "\\n";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\r':
        out += "\\r";
        return;
    default:
        break;
    }
    const int digits = !c.isValid || c.value < 0x100 ? 2 : c.value < 0x10000 ? 4 : 8;
    out += digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
    appendHex(out, c.value, digits);
}

} // namespace

std::string printable(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = codePointAt(bytes, at);
        const bool isControl = c.value < 0x20 || (c.value >= 0x7f && c.value < 0xa0);
        if (!c.isValid || isControl || isIn(c.value, invisible))
            appendEscaped(out, c);
        else
            out += bytes.substr(at, c.size);
        at += c.size;
    }
    return out;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        width += widthOf(c.value);
        at += c.size;
    }
    return width;
}

std::string elided(std::string_view text, std::size_t width)
{
    std::size_t left = displayWidth(text);
    if (left <= width)
        return std::string(text);
    if (width == 0)
        return {};
    const std::size_t headWidth = (width - 1) / 2;
    const std::size_t tailWidth = width - 1 - headWidth;
    std::string head;
    std::size_t used = 0;
    std::size_t at = 0;
    for (; at < text.size(); at += codePointAt(text, at).size) {
        const std::size_t next = widthOf(codePointAt(text, at).value);
        if (used + next > headWidth)
            break;
        used += next;
    }
    head = text.substr(0, at);
    for (left -= used; left > tailWidth; at += codePointAt(text, at).size)
        left -= widthOf(codePointAt(text, at).value);
    return head + "…" + std::string(text.substr(at));
}

} // namespace drydock
