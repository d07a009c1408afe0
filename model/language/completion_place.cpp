// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/completion_place.h"

#include "model/edits/line_style.h"
#include "model/language/variable_uses.h"
#include "model/syntax/characters.h"
#include "model/syntax/flags.h"

#include <algorithm>

namespace drydock {
namespace {

class PlaceReader {
public:
    PlaceReader(const Syntax &syntax, std::size_t offset)
        : m_syntax(syntax)
        , m_offset(offset)
    {
        m_place.caret = offset;
        m_place.stage = syntax.stageAt(offset);
    }

    CompletionPlace read()
    {
        InstructionIndex index = m_syntax.instructionAt(m_offset);
        if (!index && m_offset == m_syntax.text.size() && isOpenEnded(m_syntax))
            index = {m_syntax.instructions.size() - 1};
        if (!index) {
            readLine();
            return std::move(m_place);
        }
        m_place.instruction = index;
        const Instruction &instruction = m_syntax.at(index);
        if (instruction.keyword == Keyword::From && instruction.stage)
            m_place.stage = instruction.stage;
        if (!readHeredocs(instruction) && readBefore(instruction))
            readInstruction();
        return std::move(m_place);
    }

private:
    /// A line that belongs to no instruction: blank, or a comment.
    void readLine()
    {
        const std::size_t line = m_syntax.text.lineAt(m_offset);
        std::size_t begin = m_syntax.text.lineStart(line);
        if (begin == 0 && m_syntax.text.hasByteOrderMark())
            begin = std::min<std::size_t>(3, m_offset);
        m_place.placed.emplace(m_syntax, TextRange {begin, m_offset});
        m_place.before = m_place.placed->text();
        m_place.word = skipSpace(m_place.before, 0);
        if (!m_place.typed().starts_with('#')) {
            m_place.kind = m_place.typed().empty() ? PlaceKind::Keyword : PlaceKind::Nothing;
            return;
        }
        const bool isAtTop = line <= m_syntax.directives.size();
        m_place.kind = isAtTop ? PlaceKind::Directive : PlaceKind::Nothing;
    }

    /// \returns whether the caret stands in or behind a here-document.
    bool readHeredocs(const Instruction &instruction)
    {
        const auto heredocs = m_syntax.heredocsOf(instruction);
        if (heredocs.empty() || m_offset < heredocs.front().body.begin)
            return false;
        for (const Heredoc &heredoc : heredocs) {
            if (!heredoc.body.contains(m_offset) && !(heredoc.body.end == m_offset && !heredoc.isTerminated))
                continue;
            m_place.placed.emplace(m_syntax, TextRange {heredoc.body.begin, m_offset});
            m_place.before = m_place.placed->text();
            m_place.word = m_place.before.size();
            m_place.kind = heredoc.expand || instruction.keyword == Keyword::Run ? PlaceKind::Heredoc
                                                                                 : PlaceKind::Nothing;
            m_place.keyword = instruction.keyword;
        }
        return true;
    }

    /// \returns whether the caret stands in the instruction's text.
    bool readBefore(const Instruction &instruction)
    {
        const auto pieces = m_syntax.piecesOf(instruction);
        const auto piece = std::ranges::find_if(
            pieces, [this](const Piece &part) { return part.begin <= m_offset && m_offset <= part.end; });
        const std::size_t begin = std::min<std::size_t>(instruction.keywordRange.begin, m_offset);
        m_place.placed.emplace(m_syntax, instruction, TextRange {begin, m_offset});
        m_place.before = m_place.placed->text();
        if (piece != pieces.end())
            return true;
        const TextRange line = m_syntax.text.lineRange(m_syntax.text.lineAt(m_offset));
        if (m_offset < instruction.keywordRange.begin) { // In front of the keyword.
            m_place.before.clear();
            return true;
        }
        // A blank line between continued ones goes on with the instruction.
        if (!trimmed(m_syntax.textOf(line)).empty())
            return false;
        m_place.placed.reset();
        m_place.before += ' ';
        return true;
    }

    void readInstruction()
    {
        std::size_t at = 0;
        const std::string_view text = m_place.before;
        while (true) {
            std::size_t end = at;
            while (end < text.size() && !isWordSpace(text[end]))
                ++end;
            m_place.word = at;
            if (end == text.size()) {
                m_place.kind = PlaceKind::Keyword;
                return;
            }
            m_place.keyword = keywordOf(text.substr(at, end - at));
            at = skipSpace(text, end);
            if (m_place.keyword != Keyword::Onbuild)
                break;
            m_place.isTrigger = true;
        }
        if (m_place.keyword == Keyword::Unknown)
            return;
        if (const auto arguments = readFlags(at))
            readArguments(*arguments);
    }

    /// \returns where the arguments begin; nothing if the caret stands in a flag.
    std::optional<std::size_t> readFlags(std::size_t at)
    {
        const std::string_view text = m_place.before;
        while (text.substr(at, 2) == "--") {
            std::size_t end = at;
            char quote = '\0';
            for (; end < text.size() && (quote != '\0' || !isByteSpace(text[end])); ++end) {
                const char c = text[end];
                if (quote != '\0' ? c == quote : c == '\'' || c == '"')
                    quote = quote != '\0' ? '\0' : c;
            }
            const std::string_view flag = text.substr(at, end - at);
            const std::size_t equals = flag.find('=');
            if (end == text.size()) {
                m_place.kind = equals == std::string_view::npos ? PlaceKind::FlagName : PlaceKind::FlagValue;
                m_place.flag = std::string(flag.substr(2, equals - 2));
                m_place.word = equals == std::string_view::npos ? at : at + equals + 1;
                return {};
            }
            if (flag == "--")
                return skipSpace(text, end);
            m_place.flags.emplace_back(flag.substr(2, equals - 2));
            m_place.flagValues.push_back(
                equals == std::string_view::npos ? std::string() : flagText(flag.substr(equals + 1)));
            at = skipSpace(text, end);
        }
        return at;
    }

    void readArguments(std::size_t at)
    {
        const std::string_view text = m_place.before;
        m_place.kind = PlaceKind::Arguments;
        m_place.isJson = text.substr(std::min(at, text.size())).starts_with('[');
        if (m_place.isJson) {
            readJson(at);
            return;
        }
        m_place.word = at;
        while (at < text.size()) {
            std::size_t end = at;
            while (end < text.size() && !isWordSpace(text[end]))
                ++end;
            m_place.word = at;
            if (end == text.size())
                return;
            m_place.words.emplace_back(text.substr(at, end - at));
            at = skipSpace(text, end);
            m_place.word = at;
        }
    }

    /// The caret is of interest only within a string.
    void readJson(std::size_t at)
    {
        const std::string_view text = m_place.before;
        bool isInside = false;
        std::size_t begin = at;
        for (; at < text.size(); ++at) {
            if (text[at] == '\\' && isInside) {
                ++at;
            } else if (text[at] == '"') {
                if (isInside)
                    m_place.words.emplace_back(text.substr(begin, at - begin));
                isInside = !isInside;
                begin = at + 1;
            }
        }
        m_place.word = begin;
        if (!isInside)
            m_place.kind = PlaceKind::Nothing;
    }

    const Syntax &m_syntax;
    std::size_t m_offset;
    CompletionPlace m_place;
};

} // namespace

std::optional<TextRange> CompletionPlace::rangeFrom(std::size_t begin) const
{
    if (begin >= before.size())
        return TextRange {caret, caret};
    if (!placed || before.size() != placed->text().size())
        return {};
    const TextRange range = placed->rangeOf(begin, before.size());
    const bool isTogether = range.size() == before.size() - begin && range.end == caret;
    return isTogether ? std::optional(range) : std::nullopt;
}

CompletionPlace completionPlace(const Syntax &syntax, std::size_t offset)
{
    return PlaceReader(syntax, offset).read();
}

} // namespace drydock
