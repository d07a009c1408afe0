// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/run_text.h"

#include "model/edits/line_style.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// The bytes between begin and end that stand on comment lines or are blank lines: nothing that may be thrown away unseen.
bool holdsComment(const Syntax &syntax, std::size_t begin, std::size_t end)
{
    for (std::size_t line = syntax.text.lineAt(begin) + 1; line <= syntax.text.lineAt(end); ++line) {
        if (trimmed(syntax.text.slice(syntax.text.lineRange(line))).starts_with('#'))
            return true;
    }
    return false;
}

bool isJoint(std::string_view text)
{
    return text == "&&" || text == ";" || text.empty();
}

} // namespace

std::string continuationEnd(const Syntax &syntax, const Instruction &run)
{
    return " " + std::string(1, syntax.escape) + endOfLineAt(syntax, run.range.begin);
}

std::string continuationIndent(const Syntax &syntax, const Instruction &run)
{
    for (std::size_t line = run.firstLine; line < run.lastLogicalLine; ++line) {
        const std::string_view text = syntax.text.slice(syntax.text.lineRange(line));
        const std::size_t blanks = text.find_first_not_of(" \t");
        if (blanks != std::string_view::npos && blanks > 0 && text[blanks] != '#')
            return std::string(text.substr(0, blanks));
    }
    return indentationOf(syntax, run) + "    ";
}

std::optional<TextEdit> flagAdded(const LintContext &context, const Instruction &run, const std::string &flag)
{
    const Syntax &syntax = context.syntax();
    const auto flags = syntax.flagsOf(run);
    const std::size_t place = flags.empty() ? run.keywordRange.end : flags.back().range.end;
    const std::string_view rest = syntax.textOf({place, run.range.end});
    const std::size_t blanks = rest.find_first_not_of(" \t");
    if (blanks == std::string_view::npos || blanks == 0)
        return std::nullopt;
    TextEdit edit {{place, place}, " " + flag};
    if (rest[blanks] == syntax.escape)
        return edit;
    // The blanks that are there come last.
    const std::string theirs = run.isContinued() ? continuationIndent(syntax, run) : std::string();
    const bool isUsable = theirs.size() > 1 && theirs.find_first_not_of(' ') == std::string::npos;
    const std::string indent = isUsable ? theirs : std::string(4, ' ');
    edit.replacement += continuationEnd(syntax, run);
    edit.replacement += indent.substr(0, indent.size() - std::min(indent.size(), blanks));
    return edit;
}

std::optional<TextEdit> commandAppended(const LintContext &context, const Instruction &run,
                                        const std::string &command)
{
    const Syntax &syntax = context.syntax();
    const auto commands = context.commandsOf(run);
    if (run.isJson || commands.empty())
        return std::nullopt;
    const auto heredocs = syntax.heredocsOf(run);
    if (!heredocs.empty()) {
        const Heredoc &script = heredocs.front();
        if (heredocs.size() != 1 || !script.isTerminated || !isShellScript(syntax, run, script)
            || commands.back().joint == ShellJoint::Background)
            return std::nullopt;
        const std::size_t last = syntax.text.lineStart(syntax.text.lineAt(commands.back().range.begin));
        const std::string_view line = syntax.text.slice({last, commands.back().range.begin});
        const std::string indent(line.substr(0, line.find_first_not_of(" \t")));
        return TextEdit {{script.body.end, script.body.end},
                         indent + command + endOfLineAt(syntax, script.body.begin)};
    }
    const std::size_t end = run.arguments.end;
    const bool isPlainEnd = commands.back().joint == ShellJoint::End && commands.back().range.end == end;
    // `fi`, `done`, `)` and `}` end commands, too.
    const char last = syntax.text.bytes()[end - 1];
    const bool isBlockEnd
        = (last == '}' || last == ')') && syntax.joined(run, run.arguments).find('#') == std::string::npos;
    if (!isPlainEnd && !isBlockEnd)
        return std::nullopt;
    const bool isOnLineOfItsOwn = run.lastLogicalLine > run.firstLine;
    return TextEdit {{end, end},
                     (isOnLineOfItsOwn
                          ? continuationEnd(syntax, run) + continuationIndent(syntax, run) + "&& "
                          : std::string(" && "))
                         + command};
}

std::string textBetween(const LintContext &context, const Instruction &run, std::size_t begin,
                        std::size_t end)
{
    if (begin >= end)
        return {};
    const Syntax &syntax = context.syntax();
    if (!run.heredocs.isEmpty())
        return std::string(trimmed(syntax.textOf({begin, end})));
    return std::string(trimmed(syntax.joined(run, {begin, end})));
}

std::optional<TextEdit> commandRemoved(const LintContext &context, const Instruction &run, std::size_t index)
{
    auto edits = commandsRemoved(context, run, {index});
    return edits && edits->size() == 1 ? std::optional(edits->front()) : std::nullopt;
}

std::optional<std::vector<TextEdit>> commandsRemoved(const LintContext &context, const Instruction &run,
                                                     const std::vector<std::size_t> &indexes)
{
    const auto commands = context.commandsOf(run);
    if (run.isJson || indexes.size() >= commands.size())
        return std::nullopt;
    const auto goes = [&](std::size_t index) { return std::ranges::find(indexes, index) != indexes.end(); };
    std::vector<TextEdit> edits;
    for (std::size_t first = 0; first < commands.size();) {
        if (!goes(first)) {
            ++first;
            continue;
        }
        std::size_t last = first;
        while (last + 1 < commands.size() && goes(last + 1))
            ++last;
        for (std::size_t i = first; i <= last; ++i) {
            const ShellJoint joint = commands[i].joint;
            if (joint != ShellJoint::And && joint != ShellJoint::Next && joint != ShellJoint::End)
                return std::nullopt;
            if (i > first
                && !isJoint(textBetween(context, run, commands[i - 1].range.end, commands[i].range.begin)))
                return std::nullopt;
        }
        TextRange range {commands[first].range.begin, commands[last].range.end};
        if (first > 0) {
            const std::size_t from = commands[first - 1].range.end;
            // A redirection or a bracket in between belongs to somebody.
            if (commands[first - 1].joint == ShellJoint::Or || commands[first - 1].joint == ShellJoint::Pipe
                || !isJoint(textBetween(context, run, from, range.begin)))
                return std::nullopt;
            range.begin = from;
        } else if (last + 1 < commands.size()) {
            const std::size_t to = commands[last + 1].range.begin;
            if (range.begin != run.arguments.begin && run.heredocs.isEmpty())
                return std::nullopt;
            if (!isJoint(textBetween(context, run, range.end, to)))
                return std::nullopt;
            range.end = to;
        } else {
            return std::nullopt;
        }
        if (last + 1 < commands.size() && first > 0
            && !isJoint(textBetween(context, run, range.end, commands[last + 1].range.begin)))
            return std::nullopt;
        if (last + 1 == commands.size() && run.heredocs.isEmpty() && range.end != run.arguments.end)
            return std::nullopt;
        if (holdsComment(context.syntax(), range.begin, range.end))
            return std::nullopt;
        edits.push_back({range, {}});
        first = last + 1;
    }
    return edits;
}

bool isPlainChain(const LintContext &context, const Instruction &run)
{
    const auto commands = context.commandsOf(run);
    if (run.keyword != Keyword::Run || run.isJson || !run.heredocs.isEmpty() || commands.empty()
        || commands.front().range.begin != run.arguments.begin
        || commands.back().range.end != run.arguments.end)
        return false;
    for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
        if (commands[i].joint != ShellJoint::And
            || textBetween(context, run, commands[i].range.end, commands[i + 1].range.begin) != "&&")
            return false;
    }
    return commands.back().joint == ShellJoint::End;
}

} // namespace drydock
