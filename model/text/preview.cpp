// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/preview.h"

#include "model/text/diff.h"

#include <algorithm>

namespace drydock {
namespace {

class Preview {
public:
    Preview(const SourceText &before, const SourceText &after, std::size_t context)
        : m_before(before)
        , m_after(after)
        , m_context(context)
    { }

    std::vector<PreviewLine> of(const EditSet &lines)
    {
        for (const TextEdit &edit : lines) {
            const std::size_t first = m_before.lineAt(edit.range.begin);
            keep(first > m_context ? first - m_context : 0, first);
            m_next = std::max(m_next, first);
            const std::size_t removed = linesIn(m_before.slice(edit.range));
            add(m_before, PreviewLine::Kind::Removed, first, removed);
            const std::size_t place = lines.mapOffset(edit.range.begin) - shiftOf(edit);
            add(m_after, PreviewLine::Kind::Added, m_after.lineAt(place), linesIn(edit.replacement));
            m_next = first + removed;
            m_open = m_next + m_context;
        }
        keep(m_next, m_open);
        return std::move(m_lines);
    }

private:
    static std::size_t linesIn(std::string_view text)
    {
        const auto ends = static_cast<std::size_t>(std::ranges::count(text, '\n'));
        return ends + (text.empty() || text.ends_with('\n') ? 0 : 1);
    }
    /// An insertion moves its own place behind itself (EditSet::mapOffset).
    static std::size_t shiftOf(const TextEdit &edit)
    {
        return edit.range.isEmpty() ? edit.replacement.size() : 0;
    }
    void add(const SourceText &text, PreviewLine::Kind kind, std::size_t first, std::size_t count)
    {
        for (std::size_t line = first; line < first + count && line < text.lineCount(); ++line)
            m_lines.push_back({kind, line + 1, std::string(text.slice(text.lineRange(line)))});
    }
    /// Lines around a place that have not been shown yet.
    void keep(std::size_t first, std::size_t end)
    {
        const std::size_t last = std::min(end, m_before.lineCount());
        for (std::size_t line = m_next; line < last; ++line) {
            const bool isBehind = line < m_open;
            // What follows the last line end is no line.
            const bool isEmptyEnd = line + 1 == m_before.lineCount() && m_before.lineRange(line).isEmpty();
            if ((isBehind || line >= first) && !isEmptyEnd)
                add(m_before, PreviewLine::Kind::Same, line, 1);
        }
    }

    const SourceText &m_before;
    const SourceText &m_after;
    std::size_t m_context;
    std::size_t m_next = 0; ///< The first line of the old text that has not been dealt with.
    std::size_t m_open = 0; ///< Up to here lines stand behind a place.
    std::vector<PreviewLine> m_lines;
};

} // namespace

std::vector<PreviewLine> previewOf(const SourceText &text, const EditSet &edits, std::size_t context)
{
    const SourceText after(edits.applyTo(text.bytes()));
    return Preview(text, after, context).of(diffLines(text.bytes(), after.bytes()));
}

} // namespace drydock
