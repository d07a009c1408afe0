// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/instruction_move.h"

#include "model/edits/line_style.h"

#include <algorithm>

namespace drydock {
namespace {

/// The first line, from 0, of the comments right above an instruction, or its own.
std::size_t firstLineWithComments(const Syntax &syntax, const Instruction &instruction)
{
    std::uint32_t line = instruction.firstLine;
    auto comment = std::ranges::lower_bound(syntax.comments, instruction.lines.begin, {},
                                            [](const Comment &c) { return c.range.begin; });
    while (comment != syntax.comments.begin() && std::prev(comment)->line + 1 == line) {
        --comment;
        line = comment->line;
    }
    return line - 1;
}

} // namespace

std::vector<TextEdit> moveEdits(const Syntax &syntax, InstructionIndex index, InstructionIndex behind)
{
    const Instruction &instruction = syntax.at(index);
    const SourceText &text = syntax.text;
    // A FROM stands above it, so there is always a line above.
    const std::size_t first = firstLineWithComments(syntax, instruction);
    const std::size_t end = text.lineRange(instruction.lastLine - 1).end;
    TextRange gone = linesToRemove(syntax, {index}).front();
    if (first + 1 < instruction.firstLine)
        gone = withBlankLines(text, {text.lineRange(first - 1).end, end});
    const std::size_t place = text.lineRange(syntax.at(behind).lastLine - 1).end;
    const std::string moved
        = endOfLineAt(syntax, place) + std::string(text.slice({text.lineStart(first), end}));
    return {{gone, {}}, {{place, place}, moved}};
}

} // namespace drydock
