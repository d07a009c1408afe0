// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/log_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace drydock {
namespace {

constexpr std::size_t mostLines = 10'000;
constexpr std::size_t mostBytes = std::size_t {5} * 1024 * 1024;
constexpr std::size_t mostLineBytes = std::size_t {64} * 1024;
constexpr std::string_view ellipsis = "…";
constexpr std::string_view clipMark = "[output clipped"; ///< BuildKit's words when a step prints too much.
constexpr std::size_t unfinished = 0;

/// A character at the beginning of some bytes.
struct Character {
    std::size_t length = 1; ///< In bytes; `unfinished` if more have to come first.
    std::optional<std::uint32_t> code; ///< Nothing if the first byte is no UTF-8.
};

std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

Character characterOf(std::string_view bytes)
{
    const std::uint8_t first = byteAt(bytes, 0);
    if (first < 0x80)
        return {1, first};
    if (first < 0xC2 || first > 0xF4)
        return {};
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (i == bytes.size())
            return {unfinished, std::nullopt};
        const std::uint8_t next = byteAt(bytes, i);
        // Overlong forms, surrogates and what lies beyond Unicode show in the second byte.
        const bool isBad = (next & 0xC0) != 0x80
            || (i == 1
                && ((first == 0xE0 && next < 0xA0) || (first == 0xED && next > 0x9F)
                    || (first == 0xF0 && next < 0x90) || (first == 0xF4 && next > 0x8F)));
        if (isBad)
            return {};
        code = (code << 6U) | (next & 0x3FU);
    }
    return {length, code};
}

/// Characters that move, reorder or end what stands around them.
bool isTreacherous(std::uint32_t code)
{
    return (code >= 0x80 && code < 0xA0) || code == 0x061C || code == 0x200E || code == 0x200F
        || code == 0x2028 || code == 0x2029 || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

std::string inWords(std::uint32_t code)
{
    std::array<char, 16> text {};
    const int length = std::snprintf(text.data(), text.size(), "<U+%04X>", static_cast<unsigned>(code));
    return {text.data(), static_cast<std::size_t>(length)};
}

/// The picture of a control character: "␛" for ESC.
std::string pictureOf(std::uint8_t control)
{
    return {'\xE2', '\x90', static_cast<char>(control == 0x7F ? 0xA1 : 0x80 + control)};
}

bool isPrintable(char c)
{
    return c >= ' ' && c <= '~';
}

/// OSC, DCS and their like: a text up to BEL or ST.
bool beginsText(char c)
{
    return c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_';
}

} // namespace

/// \returns the length of the escape sequence that `bytes` begin with; `unfinished`, with what has to be kept of it in
/// m_pending, if its end has not come.
///
/// A line end, or a byte that no sequence has, ends it as well: nothing can hide more than a line.
std::size_t LogText::escapeAt(std::string_view bytes)
{
    const auto waitsFor = [&](std::string_view kept) {
        m_pending = kept;
        return unfinished;
    };
    if (bytes.size() == 1)
        return waitsFor("\x1B");
    const char kind = bytes[1];
    if (beginsText(kind)) {
        for (std::size_t i = 2; i < bytes.size(); ++i) {
            const char c = bytes[i];
            if (c == '\a')
                return i + 1;
            if (c == '\n' || c == '\r')
                return i;
            if (c == '\x1B' && i + 1 == bytes.size())
                return waitsFor(std::string(bytes.substr(0, 2)) + c);
            if (c == '\x1B')
                return bytes[i + 1] == '\\' ? i + 2 : i;
        }
        return waitsFor(bytes.substr(0, 2));
    }
    const bool isControl = kind == '[';
    std::size_t end = isControl ? 2 : 1;
    const char lowest = isControl ? '\x40' : '\x30'; // Of the byte that ends it.
    while (end < bytes.size() && bytes[end] >= '\x20' && bytes[end] < lowest)
        ++end;
    if (end == bytes.size())
        return waitsFor(isControl ? "\x1B[" : "\x1B ");
    const bool isEnd = bytes[end] >= lowest && bytes[end] <= '\x7E';
    return isEnd ? end + 1 : end;
}

void LogText::openLine()
{
    if (m_isOpen)
        return;
    m_lines.emplace_back();
    m_isOpen = true;
    dropFront();
}

void LogText::endLine()
{
    openLine();
    m_isOpen = m_isCut = m_isReturned = false;
}

void LogText::dropFront()
{
    while (m_lines.size() > mostLines || (m_bytes > mostBytes && m_lines.size() > 1)) {
        m_bytes -= m_lines.front().size();
        m_lines.pop_front();
        ++m_dropped;
    }
}

/// \param text one character, or any number of printable ASCII ones.
void LogText::show(std::string_view text)
{
    openLine();
    std::string &line = m_lines.back();
    if (m_isReturned) {
        m_bytes -= line.size();
        line.clear();
        m_isReturned = m_isCut = false;
    }
    if (m_isCut)
        return;
    const std::size_t room = mostLineBytes - ellipsis.size() - line.size();
    const std::size_t before = line.size();
    m_isCut = text.size() > room;
    if (m_isCut) {
        line += isPrintable(text.front()) ? text.substr(0, room) : std::string_view();
        line += ellipsis;
    } else {
        line += text;
    }
    m_bytes += line.size() - before;
    m_isClipped = m_isClipped || line.starts_with(clipMark);
    dropFront();
}

void LogText::append(std::string_view bytes)
{
    const std::string joined = m_pending.empty() ? std::string() : m_pending + std::string(bytes);
    std::string_view rest = m_pending.empty() ? bytes : std::string_view(joined);
    m_pending.clear();
    while (!rest.empty()) {
        const char first = rest.front();
        std::size_t length = 1;
        if (first == '\x1B') {
            length = escapeAt(rest);
            if (length == unfinished)
                break;
        } else if (first == '\n') {
            endLine();
        } else if (first == '\r') {
            m_isReturned = true;
        } else if (isPrintable(first)) {
            const auto end = std::find_if_not(rest.begin(), rest.end(), isPrintable);
            length = static_cast<std::size_t>(end - rest.begin());
            show(rest.substr(0, length));
        } else if (const Character character = characterOf(rest); character.length == unfinished) {
            m_pending = rest;
            break;
        } else if (!character.code) {
            show("\xEF\xBF\xBD");
        } else if (*character.code == 0x7F || (*character.code < 0x20 && first != '\t')) {
            show(pictureOf(static_cast<std::uint8_t>(first)));
        } else {
            length = character.length;
            show(isTreacherous(*character.code) ? inWords(*character.code) : rest.substr(0, length));
        }
        rest.remove_prefix(length);
    }
}

std::string plainText(std::string_view bytes)
{
    LogText text;
    text.append(bytes);
    std::string plain;
    plain.reserve(text.bytes() + text.lines().size());
    for (const std::string &line : text.lines()) {
        if (&line != &text.lines().front())
            plain += '\n';
        plain += line;
    }
    return plain;
}

} // namespace drydock
