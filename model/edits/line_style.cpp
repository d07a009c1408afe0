// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/line_style.h"

#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

bool isBlank(const SourceText &text, std::size_t line)
{
    return trimmed(text.slice(text.lineRange(line))).empty();
}

/// Whether a blank line stands somewhere between two neighbours.
bool isBlankBetween(const Syntax &syntax, const Instruction &above, const Instruction &below)
{
    for (std::size_t line = syntax.text.lineAt(above.lines.end); line + 1 < below.firstLine; ++line) {
        if (isBlank(syntax.text, line))
            return true;
    }
    return false;
}

/// All gaps of the stage are blank, and there are two of them at least: one alone is no habit.
bool separatesAll(const Syntax &syntax, const Stage &stage)
{
    if (stage.last.value < stage.from.value + 2)
        return false;
    for (std::size_t i = stage.from.value; i < stage.last.value; ++i) {
        if (!isBlankBetween(syntax, syntax.instructions[i], syntax.instructions[i + 1]))
            return false;
    }
    return true;
}

/// A word that COPY would not take for a path as it stands.
bool needsArray(const Syntax &syntax, std::string_view path)
{
    const auto hasSpace = [&] {
        for (std::size_t at = 0; at < path.size(); at += characterLengthAt(path, at)) {
            if (spaceLengthAt(path, at) > 0)
                return true;
        }
        return false;
    };
    return hasSpace() || path.starts_with("--") || path.starts_with('[') || path.ends_with(syntax.escape)
        || path.find("<<") != std::string_view::npos;
}

} // namespace

std::string LineStyle::keyword(std::string_view upper) const
{
    return isLowerCase ? lowered(upper) : std::string(upper);
}

std::string indentationOf(const Syntax &syntax, const Instruction &instruction)
{
    std::size_t begin = instruction.lines.begin;
    if (begin == 0 && syntax.text.hasByteOrderMark())
        begin = 3;
    return std::string(syntax.textOf({begin, instruction.keywordRange.begin}));
}

std::string endOfLineAt(const Syntax &syntax, std::size_t offset)
{
    const SourceText &text = syntax.text;
    for (std::size_t line = text.lineAt(offset) + 1; line-- > 0;) {
        const TextRange content = text.lineRange(line);
        const std::size_t next = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.size();
        if (next > content.end)
            return std::string(text.slice({content.end, next}));
    }
    return text.endOfLine() == EndOfLine::CrLf ? "\r\n" : "\n";
}

LineStyle styleBehind(const Syntax &syntax, InstructionIndex neighbour)
{
    const Instruction &above = syntax.at(neighbour);
    LineStyle style;
    const Instruction *model = &above;
    if (above.stage) {
        const Stage &stage = syntax.stages[above.stage.value];
        // FROM often stands further left than what belongs to it.
        if (neighbour == stage.from && stage.last != stage.from)
            model = &syntax.instructions[neighbour.value + 1];
        style.hasBlankBetween = separatesAll(syntax, stage);
    }
    style.indentation = indentationOf(syntax, *model);
    const std::string keyword = syntax.joined(above, above.keywordRange);
    style.isLowerCase = keyword == lowered(keyword);
    style.endOfLine = endOfLineAt(syntax, above.range.end);
    return style;
}

bool isOpenEnded(const Syntax &syntax)
{
    if (syntax.instructions.empty())
        return false;
    const Instruction &last = syntax.instructions.back();
    const auto heredocs = syntax.heredocsOf(last);
    if (!heredocs.empty())
        return !heredocs.back().isTerminated;
    const std::size_t end = syntax.piecesOf(last).back().end;
    return end < syntax.text.size() && syntax.tokens[syntax.tokenAt(end)].kind == TokenKind::Continuation;
}

tl::unexpected<Error> openEnd()
{
    return refusal(QT_TRANSLATE_NOOP("refactor", "The last instruction has no end: nothing can follow it."));
}

Result<TextEdit> insertBehind(const Syntax &syntax, InstructionIndex neighbour,
                              const std::vector<std::string> &lines)
{
    if (neighbour.value + 1 == syntax.instructions.size() && isOpenEnded(syntax))
        return openEnd();
    const LineStyle style = styleBehind(syntax, neighbour);
    const std::size_t place = syntax.text.lineRange(syntax.at(neighbour).lastLine - 1).end;
    TextEdit edit {{place, place}, {}};
    for (const std::string &line : lines) {
        edit.replacement += style.endOfLine;
        if (style.hasBlankBetween)
            edit.replacement += style.endOfLine;
        edit.replacement += style.indentation;
        edit.replacement += line;
    }
    return edit;
}

std::vector<TextRange> linesToRemove(const Syntax &syntax, std::vector<InstructionIndex> instructions)
{
    const SourceText &text = syntax.text;
    std::ranges::sort(instructions);
    std::vector<TextRange> ranges;
    for (const InstructionIndex instruction : instructions) {
        const std::size_t first = syntax.at(instruction).firstLine - 1;
        TextRange lines = syntax.at(instruction).lines;
        if (first > 0)
            lines = {text.lineRange(first - 1).end, text.lineRange(syntax.at(instruction).lastLine - 1).end};
        else if (text.hasByteOrderMark())
            lines.begin = 3;
        if (!ranges.empty() && ranges.back().end >= lines.begin)
            ranges.back().end = lines.end;
        else
            ranges.push_back(lines);
    }
    for (TextRange &range : ranges)
        range = withBlankLines(text, range);
    return ranges;
}

TextRange withBlankLines(const SourceText &text, TextRange range)
{
    const std::size_t above = text.lineAt(range.begin);
    const std::size_t below = text.lineAt(range.end) + 1;
    if (above > 0 && below < text.lineCount() && isBlank(text, above) && isBlank(text, below))
        range.begin = text.lineRange(above - 1).end;
    // Nothing follows: blank lines that led up to what goes are left over at the end.
    if (trimmed(text.slice({range.end, text.size()})).empty()) {
        for (std::size_t line = text.lineAt(range.begin); line > 0 && isBlank(text, line); --line)
            range.begin = text.lineRange(line - 1).end;
    }
    return range;
}

Result<std::string> copyArguments(const Syntax &syntax, const std::vector<std::string> &paths)
{
    for (const std::string &path : paths) {
        if (path.empty())
            return refusal(QT_TRANSLATE_NOOP("refactor", "Say what to copy and where to."));
        if (path.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return refusal(QT_TRANSLATE_NOOP("refactor", "A path stands on one line."));
    }
    const bool isArray
        = std::ranges::any_of(paths, [&](const std::string &path) { return needsArray(syntax, path); });
    std::string result;
    for (const std::string &path : paths) {
        if (!result.empty())
            result += isArray ? ", " : " ";
        result += isArray
            ? nlohmann::json(path).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
            : path;
    }
    return isArray ? "[" + result + "]" : result;
}

} // namespace drydock
