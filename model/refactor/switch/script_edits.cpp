// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/script_edits.h"

#include <algorithm>

namespace drydock {
namespace {

/// What stands between two commands, without blanks, line continuations and comments.
std::string jointText(const Syntax &syntax, TextRange gap)
{
    std::string result;
    bool isComment = false;
    for (const char c : syntax.textOf(gap)) {
        if (c == '#')
            isComment = true;
        else if (c == '\n')
            isComment = false;
        const bool isBlank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == syntax.escape;
        if (!isComment && !isBlank)
            result += c;
    }
    return result;
}

bool hasComment(const Syntax &syntax, TextRange gap)
{
    return syntax.textOf(gap).find('#') != std::string_view::npos;
}

void refuse(const Instruction &run, Changes &changes)
{
    changes.refuse({QT_TRANSLATE_NOOP("refactor",
                                      "The commands of line %1 hang together in a way that cannot be "
                                      "rewritten: write them apart first."),
                    {std::to_string(run.firstLine)}},
                   run.range);
}

} // namespace

void takeOut(const LintContext &context, const Instruction &run, const std::set<std::size_t> &gone,
             Changes &changes)
{
    const Syntax &syntax = context.syntax();
    const auto commands = context.commandsOf(run);
    if (gone.empty())
        return;
    const auto isJoined = [&](std::size_t behind) {
        const TextRange gap {commands[behind].range.end, commands[behind + 1].range.begin};
        const std::string joint = jointText(syntax, gap);
        return joint == "&&" || joint == ";" || (joint.empty() && commands[behind].joint == ShellJoint::Next);
    };
    const auto isAnd = [&](std::size_t behind) { return commands[behind].joint == ShellJoint::And; };
    if (gone.size() == commands.size()) {
        for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
            if (!isJoined(i))
                return refuse(run, changes);
        }
        // What else stands there would go unseen.
        const TextRange head {run.arguments.begin, commands.front().range.begin};
        if (run.heredocs.isEmpty() && !jointText(syntax, head).empty())
            return refuse(run, changes);
        changes.removed.push_back(context.indexOf(run));
        return;
    }
    for (std::size_t i = 0; i < commands.size();) {
        if (!gone.contains(i)) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (gone.contains(end))
            ++end;
        for (std::size_t each = i == 0 ? 0 : i - 1; each + 1 < commands.size() && each < end; ++each) {
            if (!isJoined(each))
                return refuse(run, changes);
        }
        TextRange range;
        // What follows `;` runs whatever was before: that has to stay so.
        const bool keepsJoint = i > 0 && end < commands.size() && !isAnd(i - 1) && isAnd(end - 1);
        if (i > 0 && !keepsJoint) {
            range = {commands[i - 1].range.end, commands[end - 1].range.end};
        } else {
            range = {commands[i].range.begin, commands[end].range.begin};
            const TextRange gap {commands[end - 1].range.end, commands[end].range.begin};
            if (hasComment(syntax, gap)) {
                const std::size_t joint = syntax.textOf(gap).find_first_of("&;");
                // A comment in front of the joint cannot be kept apart from it.
                if (joint == std::string_view::npos
                    || syntax.textOf(gap).substr(0, joint).find('#') != std::string_view::npos)
                    return refuse(run, changes);
                range.end = gap.begin + joint + (syntax.textOf(gap)[joint] == '&' ? 2 : 1);
            }
        }
        changes.edits.push_back({range, {}});
        i = end;
    }
}

bool isPlainCall(const ScriptCommand &command)
{
    for (std::size_t i = 0; i < command.program; ++i) {
        if (command.words[i].value.find('=') == std::string::npos)
            return false;
    }
    return command.program < command.words.size();
}

} // namespace drydock
