// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/run_fixes.h"

namespace drydock {

std::vector<Fix> addingOption(const ScriptWord &place, std::string_view word, FixSafety safety)
{
    const std::string text(word);
    return inserting({QT_TRANSLATE_NOOP("lint", "Add %1"), {text}}, place.range.end, " " + text, safety);
}

std::vector<Fix> appendingCommand(const LintContext &context, const Instruction &run,
                                  std::string_view command, FixSafety safety)
{
    const Syntax &syntax = context.syntax();
    const Instruction &inner = context.runOf(run);
    const auto commands = context.commandsOf(run);
    if (inner.isJson || !inner.heredocs.isEmpty() || commands.empty()
        || commands.back().joint != ShellJoint::End)
        return {};
    // The last word has to be the end of the text, or a comment or a bracket stands behind it.
    const std::size_t end = commands.back().words.back().range.end;
    if (end != inner.arguments.end || syntax.textOf(inner.arguments).find('#') != std::string_view::npos)
        return {};
    const std::string text(command);
    return inserting({QT_TRANSLATE_NOOP("lint", "Add “%1” at the end"), {text}}, end, " && " + text, safety);
}

} // namespace drydock
