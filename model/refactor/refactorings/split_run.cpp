// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/line_style.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_refactorings.h"
#include "model/refactor/refactorings/run_text.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::size_t fewest = 4; ///< Commands that make a chain long.

/// A shell of which `set -e` is known to do what && does.
bool isUsualShell(const LintContext &context, const Instruction &run)
{
    const Instruction *shell = context.lastOf(run.stage, Keyword::Shell);
    if (!shell)
        return true;
    const std::string text = context.syntax().joined(*shell, shell->arguments);
    return text.find("sh\"") != std::string::npos && text.find("pwsh") == std::string::npos;
}

/// The lines of a command as a script has them; nothing if a script would read them otherwise.
std::optional<std::string> scriptLines(const Syntax &syntax, const ScriptCommand &command,
                                       const std::string &end)
{
    const std::string_view bytes = syntax.textOf(command.range);
    if (bytes.find('\n') == std::string_view::npos)
        return std::string(bytes);
    // Between single quotes a line that goes on below is two lines for a script.
    if (bytes.find('\'') != std::string_view::npos)
        return std::nullopt;
    std::string text;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t next = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view line = bytes.substr(begin, next - begin);
        const std::string_view content = trimmed(line);
        if (content.empty() || content.starts_with('#') || (next < bytes.size() && !content.ends_with('\\')))
            return std::nullopt;
        if (!text.empty())
            text += end + "  ";
        text += content;
        begin = next + 1;
    }
    return text;
}

Result<TextEdit> asScript(const LintContext &context, const Instruction &run)
{
    const Syntax &syntax = context.syntax();
    const auto commands = context.commandsOf(run);
    const std::string line = lineOf(run);
    if (syntax.escape != '\\')
        return refusal(QT_TRANSLATE_NOOP(
            "refactor", "With another escape character than \\, a script reads its lines otherwise."));
    if (!isUsualShell(context, run))
        return refusal(QT_TRANSLATE_NOOP("refactor", "SHELL names a shell that may not know “set -e”."));
    const std::string end = endOfLineAt(syntax, run.range.begin);
    std::string text = "<<EOF" + end;
    const bool setsItself
        = commands.front().name() == "set"
        && std::ranges::any_of(commands.front().arguments(), [](const ScriptWord &word) {
               return word.value.starts_with('-') && word.value.find('e') != std::string::npos;
           });
    if (!setsItself)
        text += "set -e" + end;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (commands[i].words.front().value == "!")
            return refusal(
                QT_TRANSLATE_NOOP("refactor", "“set -e” overlooks what “!” turns round in line %1."), {line});
        if (i > 0) {
            // Comments between the commands stay where they are.
            const std::size_t from = syntax.text.lineAt(commands[i - 1].range.end);
            for (std::size_t at = from + 1; at < syntax.text.lineAt(commands[i].range.begin); ++at) {
                const std::string_view content = trimmed(syntax.text.slice(syntax.text.lineRange(at)));
                if (content.starts_with('#'))
                    text += std::string(content) + end;
            }
        }
        const auto lines = scriptLines(syntax, commands[i], end);
        if (!lines || *lines == "EOF")
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "A script would read a command of line %1 otherwise: there are quotes or "
                                  "comments in its lines."),
                {line});
        text += *lines + end;
    }
    // From the flags to the end of the line: nothing may stand behind the mark or the last line.
    const auto flags = syntax.flagsOf(run);
    const std::size_t begin = flags.empty() ? run.keywordRange.end : flags.back().range.end;
    if (syntax.textOf({begin, run.arguments.begin}).find('#') != std::string_view::npos)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "A comment stands in front of the first command of line %1."),
            {line});
    return TextEdit {{begin, syntax.text.lineRange(run.lastLine - 1).end}, " " + text + "EOF"};
}

} // namespace

Proposal proposeSplitRun(const RefactorContext &context, const RefactorWish &wish)
{
    const Syntax &syntax = context.syntax();
    if (auto old = frontendTooOld(syntax, 4))
        return *old;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Write a chain of commands as a script"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "A line for each command, without && and \\. “set -e” makes it stop at the first failure, as "
               "&& does."),
           {}};
    const InstructionIndex caret = wish.caret ? syntax.instructionAt(*wish.caret) : InstructionIndex();
    std::vector<Proposal> reasons;
    for (const Instruction &run : syntax.instructions) {
        const bool isMeant = !wish.caret || (caret && &syntax.at(caret) == &run);
        if (!isMeant || run.keyword != Keyword::Run || !run.stage || !isPlainChain(context.lint, run)
            || context.lint.commandsOf(run).size() < (wish.caret ? 2 : fewest))
            continue;
        auto edit = asScript(context.lint, run);
        if (edit)
            addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "Line %1"), {lineOf(run)}}, {std::move(*edit)});
        else
            reasons.push_back(blocked(edit.error().text, run.range));
    }
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No RUN is a long chain of commands joined by && alone."), {}});
}

} // namespace drydock
