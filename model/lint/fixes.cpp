// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/fixes.h"

#include "model/edits/line_style.h"
#include "model/lint/registry.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <iterator>

namespace drydock {

std::vector<Fix> fixOf(UserText title, std::vector<TextEdit> edits, FixSafety safety)
{
    Fix fix {std::move(title), {}, safety == FixSafety::Safe};
    for (TextEdit &edit : edits) {
        if (!fix.edits.add(std::move(edit)))
            return {};
    }
    return fix.edits.isEmpty() ? std::vector<Fix> {} : std::vector<Fix> {std::move(fix)};
}

std::vector<Fix> replacing(UserText title, TextRange range, std::string replacement, FixSafety safety)
{
    return fixOf(std::move(title), {{range, std::move(replacement)}}, safety);
}

std::vector<Fix> inserting(UserText title, std::size_t offset, std::string text, FixSafety safety)
{
    return fixOf(std::move(title), {{{offset, offset}, std::move(text)}}, safety);
}

std::vector<Fix> removingInstruction(UserText title, const Syntax &syntax, const Instruction &instruction,
                                     FixSafety safety)
{
    const InstructionIndex index {static_cast<std::size_t>(&instruction - syntax.instructions.data())};
    std::vector<TextEdit> edits;
    for (const TextRange &lines : linesToRemove(syntax, {index}))
        edits.push_back({lines, {}});
    return fixOf(std::move(title), std::move(edits), safety);
}

TextEdit withoutWord(const Syntax &syntax, TextRange word)
{
    const SourceText &text = syntax.text;
    std::size_t begin = word.begin;
    while (begin > 0 && (text.bytes()[begin - 1] == ' ' || text.bytes()[begin - 1] == '\t'))
        --begin;
    const std::size_t line = text.lineAt(word.begin);
    const std::string_view behind = trimmed(text.slice({word.end, text.lineRange(line).end}));
    const bool isAlone = begin == text.lineStart(line) && text.lineAt(word.end) == line
        && behind == std::string_view(&syntax.escape, 1);
    if (isAlone)
        return {{text.lineStart(line), text.lineStart(line + 1)}, {}};
    // At a line's beginning the indentation stays and the blanks behind go.
    if (begin == text.lineStart(line)) {
        std::size_t end = word.end;
        while (end < text.size() && (text.bytes()[end] == ' ' || text.bytes()[end] == '\t'))
            ++end;
        return {{word.begin, end}, {}};
    }
    return {{begin, word.end}, {}};
}

std::vector<Fix> removingWord(UserText title, const Syntax &syntax, TextRange word, FixSafety safety)
{
    return fixOf(std::move(title), {withoutWord(syntax, word)}, safety);
}

std::vector<Fix> insertingBehind(UserText title, const Syntax &syntax, const Instruction &neighbour,
                                 const std::vector<std::string> &lines, FixSafety safety)
{
    const InstructionIndex index {static_cast<std::size_t>(&neighbour - syntax.instructions.data())};
    Result<TextEdit> edit = insertBehind(syntax, index, lines);
    if (!edit)
        return {};
    return fixOf(std::move(title), {std::move(*edit)}, safety);
}

std::string keywordLike(const Syntax &syntax, const Instruction &neighbour, std::string_view keyword)
{
    const InstructionIndex index {static_cast<std::size_t>(&neighbour - syntax.instructions.data())};
    return styleBehind(syntax, index).keyword(keyword);
}

std::vector<Fix> silencing(const Syntax &syntax, const Diagnostic &diagnostic)
{
    const Rule *rule = ruleCalled(diagnostic.rule);
    const InstructionIndex index = syntax.instructionAt(diagnostic.range.begin);
    if (!rule || !index)
        return {};
    const Instruction &instruction = syntax.at(index);
    const std::string opening = rule->source == RuleSource::BuildKit ? "check=skip="
        : rule->source == RuleSource::Hadolint                       ? "hadolint ignore="
                                                                     : "drydock ignore=";
    UserText title {QT_TRANSLATE_NOOP("lint", "Ignore %1 here"), {diagnostic.rule}};
    const auto comments = syntax.docCommentsOf(instruction);
    for (const Comment &comment : comments) {
        const std::string_view body = trimmed(syntax.textOf(comment.range).substr(1));
        if (body.starts_with(opening))
            return inserting(std::move(title),
                             comment.range.begin + syntax.textOf(comment.range).find(opening)
                                 + opening.size(),
                             diagnostic.rule + ",");
    }
    // The first line of a file may be a parser directive, or be read as one; a comment above it would end that.
    const std::size_t line = instruction.firstLine - 1;
    const std::size_t place = line == 0 && syntax.text.hasByteOrderMark() ? 3 : syntax.text.lineStart(line);
    if (line == 0 && rule->source == RuleSource::BuildKit) // Read as a directive for the whole file there.
        return {};
    return inserting(std::move(title), place,
                     indentationOf(syntax, instruction) + "# " + opening + diagnostic.rule
                         + endOfLineAt(syntax, place));
}

std::vector<Fix> offeredFixes(const Syntax &syntax, const Diagnostic &diagnostic)
{
    std::vector<Fix> offered = diagnostic.fixes;
    std::ranges::move(silencing(syntax, diagnostic), std::back_inserter(offered));
    return offered;
}

} // namespace drydock
