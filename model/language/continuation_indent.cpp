// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/continuation_indent.h"

#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace drydock {
namespace {

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view leadingBlanks(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && isBlank(text[length]))
        ++length;
    return text.substr(0, length);
}

bool isShellText(Keyword keyword)
{
    return keyword == Keyword::Run || keyword == Keyword::Cmd || keyword == Keyword::Entrypoint
        || keyword == Keyword::Healthcheck;
}

/// Reads a command as a POSIX shell does, as far as it takes to know where blanks are only blanks.
class BlankReader {
public:
    void read(std::string_view text)
    {
        for (const char c : text)
            take(c);
    }
    /// A run of blanks here separates words, however long it is.
    bool isFree() const { return m_quote == '\0' && !m_isEscaped && m_braces == 0; }
    /// The last byte was an unescaped blank.
    bool isBehindBlank() const { return m_isBehindBlank; }

private:
    void take(char c)
    {
        const bool wasEscaped = std::exchange(m_isEscaped, false);
        const bool wasDollar = std::exchange(m_isDollar, false);
        const bool wasWordStart = std::exchange(m_isWordStart, false);
        m_isBehindBlank = false;
        if (m_quote == '#' || wasEscaped)
            return; // Behind a comment mark nothing means anything any more.
        if (m_quote == '\'' || m_quote == '$') {
            m_isEscaped = m_quote == '$' && c == '\\';
            m_quote = c == '\'' ? '\0' : m_quote;
            return;
        }
        if (c == '\\') {
            m_isEscaped = true;
        } else if (m_quote == '"') {
            m_quote = c == '"' ? '\0' : '"';
        } else if (c == '"') {
            m_quote = '"';
        } else if (c == '\'') {
            m_quote = wasDollar ? '$' : '\'';
        } else if (c == '{' && wasDollar) {
            ++m_braces;
        } else if (c == '}' && m_braces > 0) {
            --m_braces;
        } else if (c == '#' && wasWordStart && m_braces == 0) {
            m_quote = '#';
        } else if (isBlank(c)) {
            m_isBehindBlank = true;
            m_isWordStart = true;
        } else {
            m_isDollar = c == '$';
            m_isWordStart = c == ';' || c == '&' || c == '|' || c == '(';
        }
    }

    char m_quote = '\0'; ///< ' " , `$` for $'…', `#` for a comment.
    bool m_isEscaped = false;
    bool m_isDollar = false;
    bool m_isWordStart = true;
    bool m_isBehindBlank = false;
    int m_braces = 0;
};

/// Whether a SHELL of the file is something else than a POSIX shell.
bool hasOtherShell(const Syntax &syntax)
{
    static constexpr std::array<std::string_view, 6> shells {"sh", "bash", "ash", "dash", "zsh", "ksh"};
    return std::ranges::any_of(syntax.instructions, [&](const Instruction &instruction) {
        const Instruction *inner = &instruction;
        while (const Instruction *trigger = syntax.triggerOf(*inner))
            inner = trigger;
        const auto words = syntax.wordsOf(*inner);
        if (inner->keyword != Keyword::Shell || words.empty())
            return false;
        const std::string program = wordValue(syntax, *inner, words.front());
        return std::ranges::find(shells, std::string_view(program).substr(program.rfind('/') + 1))
            == shells.end();
    });
}

/// A keyword, flag or word, in which a line break is more than a blank.
struct Unit {
    TextRange range;
    bool isShell = false;
};

std::vector<Unit> unitsOf(const Syntax &syntax, const Instruction &instruction)
{
    std::vector<Unit> units;
    for (const Instruction *part = &instruction; part; part = syntax.triggerOf(*part)) {
        units.push_back({part->keywordRange, false});
        for (const Flag &flag : syntax.flagsOf(*part))
            units.push_back({flag.range, false});
        for (const Word &word : syntax.wordsOf(*part)) {
            // Of HEALTHCHECK the first word is CMD, which is never in pieces here.
            const bool isShell = isShellText(part->keyword) && word.role == WordRole::Plain && !part->isJson;
            units.push_back({word.range, isShell});
        }
    }
    return units;
}

/// Asked line by line, downwards, whether blanks in front of it separate words and do nothing else.
class ShiftCheck {
public:
    ShiftCheck(const Syntax &syntax, const Instruction &instruction)
        : m_syntax(syntax)
        , m_units(unitsOf(syntax, instruction))
    { }

    bool mayShift(const Piece &above, std::size_t begin, bool isIndented)
    {
        while (m_unit < m_units.size() && m_units[m_unit].range.end <= begin) {
            ++m_unit;
            m_isRead = false;
        }
        const bool isInside = m_unit < m_units.size() && m_units[m_unit].range.begin < begin;
        const std::string_view line = m_syntax.textOf({above.begin, above.end});
        if (!isInside)
            return isIndented || line.empty() || isWordSpace(line.back());
        if (!m_units[m_unit].isShell)
            return false;
        if (!std::exchange(m_isRead, true))
            m_shell = {};
        const std::size_t from = std::max<std::size_t>(above.begin, m_units[m_unit].range.begin);
        m_shell.read(m_syntax.textOf({from, above.end}));
        return m_shell.isFree() && (isIndented || m_shell.isBehindBlank());
    }

private:
    const Syntax &m_syntax;
    std::vector<Unit> m_units;
    std::size_t m_unit = 0;
    BlankReader m_shell; ///< Has read the unit as far as it was asked for.
    bool m_isRead = false;
};

bool isLeftAlone(const Syntax &syntax, const Instruction &instruction, bool hasPosixShell)
{
    const Instruction *inner = &instruction;
    while (const Instruction *trigger = syntax.triggerOf(*inner))
        inner = trigger;
    if (inner->keyword == Keyword::Unknown || inner->keyword == Keyword::Maintainer)
        return true;
    const bool isNearlyArray = !inner->isJson && syntax.textOf(inner->arguments).starts_with('[');
    const bool beginsBelow = instruction.keywordRange.begin >= syntax.piecesOf(instruction).front().end;
    return isNearlyArray || beginsBelow || !syntax.heredocsOf(instruction).empty()
        || (isShellText(inner->keyword) && !inner->isJson && !hasPosixShell);
}

std::optional<std::string> commonIndentation(const Syntax &syntax, const Instruction &instruction)
{
    const auto pieces = syntax.piecesOf(instruction);
    ShiftCheck check(syntax, instruction);
    std::optional<std::string_view> common;
    bool areAllIndented = true;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const std::string_view blanks = leadingBlanks(syntax.textOf({pieces[i].begin, pieces[i].end}));
        if (!check.mayShift(pieces[i - 1], pieces[i].begin, !blanks.empty()))
            return {};
        areAllIndented = areAllIndented && !blanks.empty();
        if (!common)
            common = blanks;
        const auto difference = std::ranges::mismatch(*common, blanks).in1;
        common = common->substr(0, static_cast<std::size_t>(difference - common->begin()));
    }
    // Some with tabs and some with blanks: which lies deeper is a matter of taste.
    if (!common || (common->empty() && areAllIndented))
        return {};
    return std::string(*common);
}

} // namespace

ContinuationIndents::ContinuationIndents(const Syntax &syntax)
    : m_syntax(syntax)
    , m_common(syntax.instructions.size())
{
    const bool hasPosixShell = syntax.escape == '\\' && !hasOtherShell(syntax);
    std::map<std::string, std::size_t> counts;
    std::vector<const std::string *> order;
    for (std::size_t i = 0; i < m_common.size(); ++i) {
        const Instruction &instruction = syntax.instructions[i];
        if (!instruction.isContinued() || isLeftAlone(syntax, instruction, hasPosixShell))
            continue;
        m_common[i] = commonIndentation(syntax, instruction);
        if (m_common[i] && !m_common[i]->empty() && ++counts[*m_common[i]] == 1)
            order.push_back(&*m_common[i]);
    }
    const auto usual = std::ranges::max_element(
        order, {}, [&counts](const std::string *indentation) { return counts[*indentation]; });
    m_usual = usual == order.end() ? "    " : **usual;
}

std::vector<TextEdit> ContinuationIndents::changed(std::size_t instruction, const std::string &wanted) const
{
    std::vector<TextEdit> edits;
    const std::string &common = *m_common[instruction];
    if (common == wanted)
        return edits;
    const Instruction &changed = m_syntax.instructions[instruction];
    const auto pieces = m_syntax.piecesOf(changed);
    std::size_t piece = 1;
    for (std::size_t line = changed.firstLine; line < changed.lastLogicalLine; ++line) {
        const TextRange range = m_syntax.text.lineRange(line);
        const bool isPiece = piece < pieces.size() && pieces[piece].begin == range.begin;
        piece += isPiece ? 1 : 0;
        const std::string_view text = m_syntax.textOf(range);
        const bool goesAlong = !common.empty() && text.starts_with(common) && !trimmed(text).empty();
        if (isPiece || goesAlong)
            edits.push_back({{range.begin, range.begin + common.size()}, wanted});
    }
    return edits;
}

} // namespace drydock
