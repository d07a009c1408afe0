// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/typing.h"

#include <algorithm>

namespace drydock::ui {
namespace {

std::string_view indentOf(std::string_view line)
{
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

/// BuildKit's rule (`parser.go`): the escape character at the end, blanks behind it allowed, not doubled.
bool isContinued(std::string_view line, char escape)
{
    const std::size_t last = line.find_last_not_of(" \t");
    if (last == std::string_view::npos || line[last] != escape)
        return false;
    return last == 0 || line[last - 1] != escape;
}

bool isComment(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

} // namespace

std::string indentUnit(const Syntax &syntax)
{
    for (const Piece &piece : syntax.pieces) {
        const std::size_t start = syntax.text.lineStart(syntax.text.lineAt(piece.begin));
        const char first = start < syntax.text.size() ? syntax.text.bytes()[start] : '\0';
        if (first == '\t')
            return "\t";
        if (first == ' ')
            break;
    }
    return "    ";
}

std::string lineEndOf(const SourceText &text)
{
    const EndOfLine ends = text.endOfLine();
    if (ends == EndOfLine::CrLf)
        return "\r\n";
    if (ends == EndOfLine::Mixed) {
        const std::size_t end = text.bytes().find('\n');
        if (end != std::string_view::npos && end > 0 && text.bytes()[end - 1] == '\r')
            return "\r\n";
    }
    return "\n";
}

const Heredoc *heredocAt(const Syntax &syntax, std::size_t offset)
{
    const auto behind
        = std::upper_bound(syntax.heredocs.begin(), syntax.heredocs.end(), offset,
                           [](std::size_t at, const Heredoc &heredoc) { return at < heredoc.body.begin; });
    if (behind == syntax.heredocs.begin())
        return nullptr;
    const Heredoc &heredoc = *std::prev(behind);
    // The caret at the end of the body stands in front of the terminator.
    const bool isInside = offset < heredoc.body.end || (!heredoc.isTerminated && offset == heredoc.body.end);
    return isInside ? &heredoc : nullptr;
}

std::string newLineAt(const Syntax &syntax, std::size_t caret)
{
    const SourceText &text = syntax.text;
    const std::size_t line = text.lineAt(caret);
    const std::size_t start = text.lineStart(line);
    const std::string_view before = text.slice({start, caret});
    const std::string own(indentOf(before));
    const std::string lineEnd = lineEndOf(text);
    if (heredocAt(syntax, caret))
        return lineEnd + own;

    const InstructionIndex index = syntax.instructionAt(caret);
    const Instruction *instruction = index ? &syntax.at(index) : nullptr;
    const bool isFirstLine = !instruction || instruction->firstLine == line + 1;
    if (isContinued(before, syntax.escape) && !(isFirstLine && isComment(before))) {
        if (isFirstLine)
            return lineEnd + own + indentUnit(syntax);
        return lineEnd + (own.empty() ? indentUnit(syntax) : own);
    }
    const bool endsInstruction = instruction && line + 1 == instruction->lastLogicalLine && !isFirstLine
        && caret >= text.lineRange(line).end;
    return lineEnd + (endsInstruction ? std::string() : own);
}

EditSet toggledComments(const SourceText &text, TextRange selection)
{
    const std::size_t first = text.lineAt(selection.begin);
    std::size_t last = text.lineAt(selection.end);
    if (last > first && selection.end == text.lineStart(last))
        --last; // A selection of whole lines ends at the start of the next.

    bool allCommented = true;
    bool anyText = false;
    for (std::size_t line = first; line <= last; ++line) {
        const std::string_view bytes = text.slice(text.lineRange(line));
        if (bytes.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        anyText = true;
        allCommented = allCommented && isComment(bytes);
    }
    EditSet edits;
    if (!anyText)
        return edits;
    for (std::size_t line = first; line <= last; ++line) {
        const TextRange range = text.lineRange(line);
        const std::string_view bytes = text.slice(range);
        if (bytes.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const std::size_t place = range.begin + indentOf(bytes).size();
        if (!allCommented) {
            (void)edits.add({{place, place}, "# "});
            continue;
        }
        const bool hasBlank = place + 1 < range.end && text.bytes()[place + 1] == ' ';
        (void)edits.add({{place, place + (hasBlank ? 2U : 1U)}, {}});
    }
    return edits;
}

} // namespace drydock::ui
