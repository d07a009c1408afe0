// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/source_text.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace drydock {

struct SourceText::Lines {
    std::once_flag once;
    std::vector<std::uint32_t> starts;
};

SourceText::SourceText()
    : SourceText(std::string())
{ }

SourceText::SourceText(std::string bytes)
    : m_bytes(std::make_shared<const std::string>(std::move(bytes)))
    , m_lines(std::make_shared<Lines>())
{ }

const std::vector<std::uint32_t> &SourceText::lineStarts() const
{
    std::call_once(m_lines->once, [this] {
        auto &starts = m_lines->starts;
        starts.push_back(0);
        const char *const first = m_bytes->data();
        const char *const last = first + m_bytes->size();
        const char *at = first;
        while (
            at != last
            && (at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(last - at)))))
            starts.push_back(static_cast<std::uint32_t>(++at - first));
    });
    return m_lines->starts;
}

std::size_t SourceText::lineCount() const
{
    return lineStarts().size();
}

std::size_t SourceText::lineStart(std::size_t line) const
{
    return lineStarts()[line];
}

TextRange SourceText::lineRange(std::size_t line) const
{
    const auto &starts = lineStarts();
    const std::size_t begin = starts[line];
    std::size_t end = line + 1 < starts.size() ? starts[line + 1] - 1 : size();
    if (line + 1 < starts.size() && end > begin && (*m_bytes)[end - 1] == '\r')
        --end;
    return {begin, end};
}

std::size_t SourceText::lineAt(std::size_t offset) const
{
    const auto &starts = lineStarts();
    const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
    return static_cast<std::size_t>(next - starts.begin()) - 1;
}

TextPosition SourceText::positionOf(std::size_t offset) const
{
    const std::size_t line = lineAt(offset);
    return {line, offset - lineStart(line)};
}

std::size_t SourceText::offsetOf(TextPosition position) const
{
    const std::size_t line = std::min(position.line, lineCount() - 1);
    const TextRange range = lineRange(line);
    return std::min(range.begin + position.column, range.end);
}

EndOfLine SourceText::endOfLine() const
{
    const auto &starts = lineStarts();
    std::size_t crLf = 0;
    for (std::size_t line = 1; line < starts.size(); ++line) {
        if (starts[line] >= 2 && (*m_bytes)[starts[line] - 2] == '\r')
            ++crLf;
    }
    if (starts.size() == 1)
        return EndOfLine::None;
    if (crLf == 0)
        return EndOfLine::Lf;
    return crLf == starts.size() - 1 ? EndOfLine::CrLf : EndOfLine::Mixed;
}

bool SourceText::hasByteOrderMark() const
{
    return bytes().starts_with("\xEF\xBB\xBF");
}

bool SourceText::endsWithNewLine() const
{
    return bytes().ends_with('\n');
}

bool SourceText::isValidUtf8() const
{
    const std::string_view text = bytes();
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80)
                return false;
        }
        // Overlong forms, surrogates and code points above U+10FFFF (Unicode 15, table 3-7).
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
            || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return false;
        i += length;
    }
    return true;
}

bool SourceText::operator==(const SourceText &other) const
{
    return m_bytes == other.m_bytes || *m_bytes == *other.m_bytes;
}

} // namespace drydock
