// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/side_by_side.h"

#include "model/text/diff.h"
#include "model/text/source_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace drydock {
namespace {

/// Above this many pairs of lines or words nobody looks for the best ones.
constexpr std::size_t mostPairs = 40'000;

/// Of a hundred bytes of two lines, when one may be called what became of the other.
constexpr std::uint32_t enough = 40;

using Words = std::vector<TextRange>;

bool isWordByte(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z')
        || (code >= 'a' && code <= 'z') || code == '_';
}

/// Runs of letters and digits, runs of blanks, each other byte alone.
Words wordsOf(std::string_view line)
{
    Words words;
    std::size_t at = 0;
    while (at < line.size()) {
        std::size_t end = at + 1;
        if (isWordByte(line[at])) {
            while (end < line.size() && isWordByte(line[end]))
                ++end;
        } else if (line[at] == ' ' || line[at] == '\t') {
            while (end < line.size() && (line[end] == ' ' || line[end] == '\t'))
                ++end;
        }
        words.push_back({at, end});
        at = end;
    }
    return words;
}

/// The heaviest way to pair elements of two sequences, both in order: for each of the first the partner or `none`.
constexpr std::size_t none = static_cast<std::size_t>(-1);

template <typename Weight>
std::vector<std::size_t> pairsOf(std::size_t first, std::size_t second, Weight weight)
{
    std::vector<std::size_t> partners(first, none);
    if (first * second > mostPairs)
        return partners;
    const std::size_t width = second + 1;
    std::vector<std::uint32_t> best((first + 1) * width, 0); // Of what is left from here.
    for (std::size_t i = first; i-- > 0;) {
        for (std::size_t j = second; j-- > 0;) {
            const std::uint32_t pair = weight(i, j);
            std::uint32_t value = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
            if (pair > 0)
                value = std::max(value, pair + best[(i + 1) * width + j + 1]);
            best[i * width + j] = value;
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first && j < second) {
        const std::uint32_t pair = weight(i, j);
        if (pair > 0 && best[i * width + j] == pair + best[(i + 1) * width + j + 1])
            partners[i++] = j++;
        else if (best[i * width + j] == best[(i + 1) * width + j])
            ++i;
        else
            ++j;
    }
    return partners;
}

struct Line {
    std::string_view text;
    Words words;
};

bool isBlank(const Line &line, TextRange word)
{
    return line.text[word.begin] == ' ' || line.text[word.begin] == '\t';
}

std::vector<std::size_t> commonWords(const Line &before, const Line &after)
{
    return pairsOf(before.words.size(), after.words.size(), [&](std::size_t i, std::size_t j) {
        const TextRange a = before.words[i];
        const TextRange b = after.words[j];
        const bool isEqual = before.text.substr(a.begin, a.size()) == after.text.substr(b.begin, b.size());
        // Long words tell more; blanks are the same everywhere.
        return !isEqual ? 0U : isBlank(before, a) ? 1U : static_cast<std::uint32_t>(2 * a.size());
    });
}

/// How many of a hundred bytes two lines have in common, blanks not counted.
std::uint32_t likeness(const Line &before, const Line &after)
{
    const auto partners = commonWords(before, after);
    std::size_t common = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < partners.size(); ++i) {
        if (partners[i] != none && !isBlank(before, before.words[i]))
            common += 2 * before.words[i].size();
    }
    for (const Line *line : {&before, &after}) {
        for (const TextRange word : line->words)
            all += isBlank(*line, word) ? 0 : word.size();
    }
    return all == 0 ? 100 : static_cast<std::uint32_t>(100 * common / all);
}

void addMark(std::vector<TextRange> &marks, TextRange word)
{
    if (!marks.empty() && marks.back().end == word.begin)
        marks.back().end = word.end;
    else
        marks.push_back(word);
}

/// Blanks between two marks are marked with them: two words that changed are one change.
void joinOverBlanks(const Line &line, std::vector<TextRange> &marks)
{
    std::vector<TextRange> joined;
    for (const TextRange mark : marks) {
        if (!joined.empty()
            && std::all_of(line.text.begin() + std::ptrdiff_t(joined.back().end),
                           line.text.begin() + std::ptrdiff_t(mark.begin),
                           [](char byte) { return byte == ' ' || byte == '\t'; }))
            joined.back().end = mark.end;
        else
            joined.push_back(mark);
    }
    marks = std::move(joined);
}

class Rows {
public:
    Rows(std::string_view before, std::string_view after)
        : m_before(std::string(before))
        , m_after(std::string(after))
    { }

    std::vector<SideRow> take()
    {
        for (const TextEdit &edit : diffLines(m_before.bytes(), m_after.bytes())) {
            const std::size_t first = m_before.lineAt(edit.range.begin);
            // An edit may begin or end inside a line: a last line without its end.
            std::size_t end = edit.range.end;
            std::size_t past = m_before.lineAt(end);
            if (m_before.lineStart(past) < end) {
                end = past + 1 < m_before.lineCount() ? m_before.lineStart(past + 1) : m_before.size();
                ++past;
            }
            same(first);
            const std::string added
                = std::string(m_before.slice({m_before.lineStart(first), edit.range.begin}))
                + edit.replacement
                + std::string(m_before.slice({edit.range.end, std::max(edit.range.end, end)}));
            const auto ends = static_cast<std::size_t>(std::ranges::count(added, '\n'));
            change(past, m_next[1] + ends + (added.empty() || added.ends_with('\n') ? 0 : 1));
        }
        same(countOf(m_before));
        return std::move(m_rows);
    }

private:
    /// What follows the last line end is no line.
    static std::size_t countOf(const SourceText &text)
    {
        return text.lineCount() - (text.endsWithNewLine() || text.size() == 0 ? 1 : 0);
    }
    static Line lineOf(const SourceText &text, std::size_t line)
    {
        const std::string_view bytes = text.slice(text.lineRange(line));
        return {bytes, wordsOf(bytes)};
    }
    static SideLine shown(const SourceText &text, std::size_t line)
    {
        return {line + 1, std::string(text.slice(text.lineRange(line))), {}};
    }

    void same(std::size_t past)
    {
        for (; m_next[0] < past && m_next[0] < countOf(m_before) && m_next[1] < countOf(m_after);
             ++m_next[0], ++m_next[1])
            m_rows.push_back({shown(m_before, m_next[0]), shown(m_after, m_next[1])});
    }

    void change(std::size_t pastBefore, std::size_t pastAfter)
    {
        pastBefore = std::min(pastBefore, countOf(m_before));
        pastAfter = std::min(pastAfter, countOf(m_after));
        std::vector<Line> removed;
        std::vector<Line> added;
        for (std::size_t line = m_next[0]; line < pastBefore; ++line)
            removed.push_back(lineOf(m_before, line));
        for (std::size_t line = m_next[1]; line < pastAfter; ++line)
            added.push_back(lineOf(m_after, line));
        std::vector<std::uint32_t> weights;
        if (removed.size() * added.size() <= mostPairs / 16) {
            weights.reserve(removed.size() * added.size());
            for (const Line &before : removed) {
                for (const Line &after : added) {
                    const std::uint32_t alike = likeness(before, after);
                    weights.push_back(alike >= enough ? alike : 0);
                }
            }
        }
        const auto partners = weights.empty()
            ? std::vector<std::size_t>(removed.size(), none)
            : pairsOf(removed.size(), added.size(),
                      [&](std::size_t i, std::size_t j) { return weights[i * added.size() + j]; });
        std::size_t next = 0; // Of the added lines.
        const std::size_t firstAdded = m_next[1];
        for (std::size_t i = 0; i < removed.size(); ++i) {
            if (partners[i] == none) {
                m_rows.push_back({shown(m_before, m_next[0] + i), {}});
                continue;
            }
            for (; next < partners[i]; ++next)
                m_rows.push_back({{}, shown(m_after, firstAdded + next)});
            SideRow row {shown(m_before, m_next[0] + i), shown(m_after, firstAdded + next)};
            mark(removed[i], added[next], row);
            m_rows.push_back(std::move(row));
            ++next;
        }
        for (; next < added.size(); ++next)
            m_rows.push_back({{}, shown(m_after, firstAdded + next)});
        m_next[0] = std::max(m_next[0], pastBefore);
        m_next[1] = std::max(m_next[1], pastAfter);
    }

    static void mark(const Line &before, const Line &after, SideRow &row)
    {
        const auto partners = commonWords(before, after);
        std::vector<bool> isKept(after.words.size(), false);
        for (std::size_t i = 0; i < partners.size(); ++i) {
            if (partners[i] == none)
                addMark(row.before.marks, before.words[i]);
            else
                isKept[partners[i]] = true;
        }
        for (std::size_t j = 0; j < after.words.size(); ++j) {
            if (!isKept[j])
                addMark(row.after.marks, after.words[j]);
        }
        joinOverBlanks(before, row.before.marks);
        joinOverBlanks(after, row.after.marks);
    }

    SourceText m_before;
    SourceText m_after;
    std::size_t m_next[2] {0, 0}; ///< The first line of each text that has no row yet.
    std::vector<SideRow> m_rows;
};

} // namespace

std::vector<SideRow> sideBySide(std::string_view before, std::string_view after)
{
    return Rows(before, after).take();
}

} // namespace drydock
