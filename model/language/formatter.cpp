// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/formatter.h"

#include "model/edits/line_style.h"
#include "model/language/continuation_indent.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

bool isBlanks(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// Whether small letters prevail, as BuildKit counts for ConsistentInstructionCasing: global ARGs do not count, of
/// equals capitals win.
bool prefersLowerCase(const Syntax &syntax)
{
    std::size_t lower = 0;
    std::size_t upper = 0;
    for (const Instruction &instruction : syntax.instructions) {
        const std::string_view keyword = syntax.textOf(instruction.keywordRange);
        if (!instruction.stage || instruction.keyword == Keyword::Unknown)
            continue;
        lower += keyword == lowered(keyword) ? 1 : 0;
        upper += keyword == uppered(keyword) ? 1 : 0;
    }
    return lower > upper;
}

TextRange wholeLines(const SourceText &text, TextRange range)
{
    const std::size_t last = text.lineAt(std::min(range.end, text.size()));
    return {text.lineStart(text.lineAt(std::min(range.begin, text.size()))),
            last + 1 < text.lineCount() ? text.lineRange(last).end : text.size()};
}

/// Words that would be an array of strings but for something in them: a blank more or less could make them one.
bool isNearlyArray(const Syntax &syntax, const Instruction &instruction)
{
    const Instruction *inner = &instruction;
    while (const Instruction *trigger = syntax.triggerOf(*inner))
        inner = trigger;
    return !inner->isJson && syntax.textOf(inner->arguments).starts_with('[');
}

class Formatter {
public:
    Formatter(const Syntax &syntax, TextRange range, const FormatOptions &options)
        : m_syntax(syntax)
        , m_range(wholeLines(syntax.text, range))
        , m_options(options)
        , m_isLowerCase(options.keywords == KeywordCase::Majority && prefersLowerCase(syntax))
        , m_indents(syntax)
    { }

    EditSet run()
    {
        // Edits come from several walks over the same lines; they never overlap, but they are found out of order.
        for (std::size_t i = 0; i < m_syntax.instructions.size(); ++i) {
            const Instruction &instruction = m_syntax.instructions[i];
            if (!isAsked(instruction.lines))
                continue;
            keywords(instruction);
            if (m_indents.commonOf(i))
                std::ranges::copy(m_indents.changed(i, indentation()), std::back_inserter(m_edits));
        }
        spaces();
        end();
        std::ranges::stable_sort(m_edits, {}, [](const TextEdit &edit) { return edit.range.begin; });
        EditSet set;
        for (TextEdit &edit : m_edits) {
            if (m_syntax.textOf(edit.range) != edit.replacement)
                (void)set.add(
                    std::move(edit)); // Two that touch one place would be a mistake; the first stands.
        }
        return set;
    }

private:
    bool isAsked(TextRange lines) const
    {
        return lines.begin <= m_range.end && m_range.begin <= lines.end
            && (m_range.begin < lines.end || lines.end == m_syntax.text.size());
    }
    const std::string &indentation() const
    {
        return m_options.indentation.empty() ? m_indents.usual() : m_options.indentation;
    }

    void keyword(TextRange range)
    {
        const std::string_view written = m_syntax.textOf(range);
        const bool isWord = std::ranges::all_of(
            written, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
        if (isWord) // Else it is spread over lines.
            m_edits.push_back({range, m_isLowerCase ? lowered(written) : uppered(written)});
    }
    void keywords(const Instruction &instruction)
    {
        for (const Instruction *part = &instruction; part; part = m_syntax.triggerOf(*part)) {
            if (part->keyword == Keyword::Unknown)
                return;
            keyword(part->keywordRange);
            const auto words = m_syntax.wordsOf(*part);
            for (const Word &word : words) {
                const bool isType = part->keyword == Keyword::Healthcheck && &word == &words.front()
                    && word.role == WordRole::Plain;
                if (word.role == WordRole::As || isType)
                    keyword(word.range);
            }
        }
    }

    /// Blanks between tokens and at the ends of lines. What holds words, or is another language, is one token each.
    void spaces()
    {
        const std::vector<Token> &tokens = m_syntax.tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Token &token = tokens[i];
            if (token.kind == TokenKind::Continuation)
                continuation(token);
            if (token.kind != TokenKind::Space)
                continue;
            const InstructionIndex index = m_syntax.instructionAt(token.begin);
            const std::string_view text = m_syntax.textOf(token.range());
            const bool isLineEnd = i + 1 == tokens.size() || tokens[i + 1].kind == TokenKind::NewLine;
            const bool isLineBegin = i == 0 || tokens[i - 1].kind == TokenKind::NewLine
                || tokens[i - 1].kind == TokenKind::ByteOrderMark;
            if (isLineEnd)
                lineEnd(token);
            else if (isLineBegin && tokens[i + 1].kind == TokenKind::Keyword)
                lineBegin(token, index);
            else if (!isLineBegin && isBlanks(text) && index
                     && separates(index, tokens[i - 1], tokens[i + 1]))
                replace(token.range(), " ");
        }
    }
    void replace(TextRange range, const char *by)
    {
        if (isAsked(range))
            m_edits.push_back({range, by});
    }

    void continuation(const Token &token)
    {
        const std::string_view text = m_syntax.textOf(token.range());
        if (text.starts_with(m_syntax.escape) && isBlanks(text.substr(1)))
            replace({token.begin + 1U, token.end}, "");
    }
    /// Blanks at a line's end; other white space, which may be a character of a word, stays.
    void lineEnd(const Token &token)
    {
        const std::string_view text = m_syntax.textOf(token.range());
        std::size_t kept = text.size();
        while (kept > 0 && (text[kept - 1] == ' ' || text[kept - 1] == '\t'))
            --kept;
        // A stray CR in front would become part of the line end, and a mark before it a continuation.
        const std::size_t begin = token.begin + kept;
        if (begin == 0 || m_syntax.text.bytes()[begin - 1] != '\r')
            replace({begin, token.end}, "");
    }
    /// In front of an instruction white space means nothing, of whatever kind it is.
    void lineBegin(const Token &token, InstructionIndex index)
    {
        // A keyword behind a continuation mark is indented like any continued line.
        if (index && m_syntax.at(index).keyword != Keyword::Unknown
            && m_syntax.at(index).keywordRange.begin == token.end
            && m_syntax.text.lineAt(token.begin) + 1 == m_syntax.at(index).firstLine)
            replace(token.range(), "");
    }
    /// What the tokens on both sides are to each other does not change with the number of blanks between.
    bool separates(InstructionIndex index, const Token &before, const Token &after) const
    {
        const auto isJson = [](const Token &token) {
            return token.kind == TokenKind::Punctuation || token.kind == TokenKind::String;
        };
        if (m_syntax.at(index).keyword == Keyword::Unknown || (isJson(before) && isJson(after))
            || (isNearlyArray(m_syntax, m_syntax.at(index)) && before.kind == TokenKind::Word))
            return false;
        return before.kind != TokenKind::Continuation && after.kind != TokenKind::Comment;
    }

    /// One line end at the end of the file.
    void end()
    {
        const std::string_view bytes = m_syntax.text.bytes();
        if (m_syntax.instructions.empty() || m_range.end < bytes.size() || isOpenEnded(m_syntax))
            return;
        const std::size_t last
            = std::max(m_syntax.instructions.back().lines.end,
                       m_syntax.comments.empty() ? 0 : behindLine(m_syntax.comments.back()));
        if (last < bytes.size()) {
            // Blank lines only. Their own edits would get in the way.
            std::erase_if(m_edits, [last](const TextEdit &edit) { return edit.range.begin >= last; });
            m_edits.push_back({{last, bytes.size()}, ""});
        } else if (!bytes.ends_with('\n')) {
            m_edits.push_back({{bytes.size(), bytes.size()}, endOfLineAt(m_syntax, bytes.size())});
        }
    }
    std::size_t behindLine(const Comment &comment) const
    {
        return comment.line < m_syntax.text.lineCount() ? m_syntax.text.lineStart(comment.line)
                                                        : m_syntax.text.size();
    }

    const Syntax &m_syntax;
    TextRange m_range;
    const FormatOptions &m_options;
    bool m_isLowerCase;
    ContinuationIndents m_indents;
    std::vector<TextEdit> m_edits;
};

} // namespace

EditSet formatEdits(const Syntax &syntax, TextRange range, const FormatOptions &options)
{
    return Formatter(syntax, range, options).run();
}

EditSet formatEdits(const Syntax &syntax, const FormatOptions &options)
{
    return formatEdits(syntax, {0, syntax.text.size()}, options);
}

} // namespace drydock
