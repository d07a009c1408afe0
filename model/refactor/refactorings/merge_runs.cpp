// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_refactorings.h"
#include "model/refactor/refactorings/run_text.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// What a command leaves behind in the shell that runs it; the next RUN has a new one.
bool changesShell(const ScriptCommand &command)
{
    if (command.program >= command.words.size())
        return true; // An assignment alone.
    if (command.name() == "set") {
        // Between commands that && joins, these two decide nothing.
        return !std::ranges::all_of(command.arguments(), [](const ScriptWord &word) {
            return word.value.size() > 1 && word.value[0] == '-'
                && word.value.find_first_not_of("ex", 1) == std::string::npos;
        });
    }
    return isOneOf(command.name(), {"cd",       "pushd",   "popd",    "export", "umask", "source", ".",
                                    "alias",    "shopt",   "unset",   "trap",   "eval",  "ulimit", "exec",
                                    "readonly", "declare", "typeset", "local",  "exit",  "return", "wait"});
}

/// A chain of `&&` alone; `|` inside of it is fine, `||` only if nothing comes in front.
bool isChain(const LintContext &context, const Instruction &run, bool isFirst)
{
    const auto commands = context.commandsOf(run);
    if (run.isJson || !run.heredocs.isEmpty() || commands.empty()
        || commands.front().range.begin != run.arguments.begin
        || commands.back().range.end != run.arguments.end)
        return false;
    for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
        const std::string between
            = textBetween(context, run, commands[i].range.end, commands[i + 1].range.begin);
        const bool isFine = (commands[i].joint == ShellJoint::And && between == "&&")
            || (commands[i].joint == ShellJoint::Pipe && between == "|")
            || (isFirst && commands[i].joint == ShellJoint::Or && between == "||");
        if (!isFine)
            return false;
    }
    return commands.back().joint == ShellJoint::End;
}

class RunMerger {
public:
    RunMerger(const LintContext &context)
        : m_context(context)
        , m_syntax(context.syntax())
    { }

    /// The edits that put `second` behind `first`, or why not.
    Result<std::vector<TextEdit>> merged(const Instruction &first, const Instruction &second) const
    {
        const std::string line = lineOf(first);
        const std::string next = lineOf(second);
        if (first.isJson || second.isJson)
            return refusal(QT_TRANSLATE_NOOP("refactor", "Line %1 or %2 calls its program without a shell."),
                           {line, next});
        if (!first.heredocs.isEmpty() || !second.heredocs.isEmpty())
            return refusal(QT_TRANSLATE_NOOP("refactor", "Line %1 or %2 holds a here-document."),
                           {line, next});
        for (const ScriptCommand &command : m_context.commandsOf(first)) {
            if (changesShell(command))
                return refusal(
                    QT_TRANSLATE_NOOP("refactor",
                                      "“%1” in line %2 would also count for what stands in line %3."),
                    {std::string(m_syntax.textOf(command.range)), line, next});
        }
        for (const Instruction *run : {&first, &second}) {
            if (!isChain(m_context, *run, run == &first))
                return refusal(
                    QT_TRANSLATE_NOOP("refactor", "Line %1 joins its commands by something else than &&."),
                    {lineOf(*run)});
        }
        const auto flags = addedFlags(first, second);
        if (!flags)
            return refusal(QT_TRANSLATE_NOOP("refactor", "Lines %1 and %2 have different flags."),
                           {line, next});
        std::vector<TextEdit> edits = *flags;
        edits.push_back({{first.range.end, second.arguments.begin}, between(first, second)});
        return edits;
    }

private:
    std::vector<std::string> flagTexts(const Instruction &run) const
    {
        std::vector<std::string> texts;
        for (const Flag &flag : m_syntax.flagsOf(run))
            texts.push_back(m_syntax.joined(run, flag.range));
        return texts;
    }

    std::optional<std::vector<TextEdit>> addedFlags(const Instruction &first, const Instruction &second) const
    {
        const std::vector<std::string> here = flagTexts(first);
        const std::vector<std::string> there = flagTexts(second);
        std::vector<TextEdit> edits;
        const auto isMount = [](const std::string &flag) { return flag.starts_with("--mount=type=cache"); };
        for (const std::string &flag : here) {
            if (!isMount(flag) && std::ranges::find(there, flag) == there.end())
                return std::nullopt;
        }
        for (const std::string &flag : there) {
            if (std::ranges::find(here, flag) != here.end())
                continue;
            if (!isMount(flag))
                return std::nullopt;
            auto edit = flagAdded(m_context, first, flag);
            if (!edit)
                return std::nullopt;
            if (edits.empty())
                edits.push_back(std::move(*edit));
            else
                edits.back().replacement += edit->replacement;
        }
        return edits;
    }

    /// A joint on a line of its own, below the comments that stand above the second.
    std::string between(const Instruction &first, const Instruction &second) const
    {
        const std::string indent = continuationIndent(m_syntax, first.isContinued() ? first : second);
        std::string text = continuationEnd(m_syntax, first);
        for (std::size_t line = first.lastLine; line + 1 < second.firstLine; ++line) {
            const std::string_view content = trimmed(m_syntax.text.slice(m_syntax.text.lineRange(line)));
            if (content.starts_with('#'))
                text += indent + std::string(content) + endOfLineAt(m_syntax, first.range.begin);
        }
        return text + indent + "&& ";
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
};

/// Why two RUNs belong together; source empty if they do not.
UserText gainOf(const LintContext &context, const Instruction &first, const Instruction &second)
{
    bool updates = false;
    bool installs = false;
    bool isAptAlone = true;
    std::vector<std::string> placed; ///< Files that are fetched.
    std::vector<std::string> names; ///< What is installed, options among them.
    std::optional<PackageManager> manager;
    for (const ScriptCommand &command : context.commandsOf(first)) {
        const PackageCommand *package = context.packageOf(command);
        if (package && package->isOfSystem()) {
            updates = updates || package->isVerb("update");
            installs = installs || package->installs();
            manager = package->manager;
            for (const ScriptWord &word : command.arguments())
                names.push_back(word.value);
        }
        isAptAlone = isAptAlone && package && package->isVerb("update");
        if (isOneOf(command.name(), {"curl", "wget"})) {
            const auto words = command.arguments();
            for (std::size_t i = 0; i + 1 < words.size(); ++i) {
                if (isOneOf(words[i].value, {"-o", "--output", "-O"}) && words[i + 1].value.starts_with('/'))
                    placed.push_back(words[i + 1].value);
            }
        }
    }
    UserText gone {
        QT_TRANSLATE_NOOP("refactor", "Lines %1 and %2: what is removed does not stay in a layer below"),
        {lineOf(first), lineOf(second)}};
    bool hasOwn = false; // What is cleaned up then is the second's own.
    for (const ScriptCommand &command : context.commandsOf(second)) {
        const PackageCommand *package = context.packageOf(command);
        const bool isSame = package && manager && package->manager == *manager;
        if (isAptAlone && updates && isSame && package->installs())
            return {QT_TRANSLATE_NOOP("refactor",
                                      "Lines %1 and %2: the package lists are as old as the installation"),
                    {lineOf(first), lineOf(second)}};
        hasOwn = hasOwn || (isSame && (package->isVerb("update") || package->installs()));
        if (installs && isSame && package->isAnyVerb({"remove", "purge", "del", "erase"})
            && std::ranges::any_of(package->packages, [&](const ScriptWord *word) {
                   return std::ranges::find(names, word->value) != names.end();
               }))
            return gone;
        if (installs && isSame && !hasOwn && package->isAnyVerb({"autoremove", "clean"}))
            return gone;
        if (command.name() != "rm")
            continue;
        for (const ScriptWord &word : command.arguments()) {
            const bool isOfApt = updates && !hasOwn && word.value.starts_with("/var/lib/apt/lists");
            const bool isOfOthers = installs && !hasOwn && word.value.starts_with("/var/cache/");
            if (isOfApt || isOfOthers || std::ranges::find(placed, word.value) != placed.end())
                return gone;
        }
    }
    return {};
}

} // namespace

Proposal proposeMergeRuns(const RefactorContext &context, const RefactorWish &wish)
{
    const Syntax &syntax = context.syntax();
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Merge RUNs"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "One layer for several: what one command leaves and the next removes is in none. The whole "
               "of it is built again when a part of it changes."),
           {}};
    const RunMerger merger(context.lint);
    const auto isPair = [&](std::size_t i) {
        return i + 1 < syntax.instructions.size() && syntax.instructions[i].keyword == Keyword::Run
            && syntax.instructions[i + 1].keyword == Keyword::Run && syntax.instructions[i].stage;
    };
    if (wish.caret) {
        const InstructionIndex at = syntax.instructionAt(*wish.caret);
        if (!at || syntax.at(at).keyword != Keyword::Run)
            return blocked({QT_TRANSLATE_NOOP("refactor", "The caret stands in no RUN."), {}});
        const Instruction &first = syntax.at(at);
        if (!isPair(at.value))
            return blocked(
                {QT_TRANSLATE_NOOP("refactor", "No RUN follows right behind line %1."), {lineOf(first)}},
                first.keywordRange);
        // All that follow, or the same would be offered again; each can be left out.
        for (std::size_t i = at.value; isPair(i); ++i) {
            const Instruction &upper = syntax.instructions[i];
            const Instruction &lower = syntax.instructions[i + 1];
            const auto edits = merger.merged(upper, lower);
            if (!edits && i == at.value)
                return blocked(edits.error().text, first.range);
            if (!edits)
                break;
            addPart(proposal,
                    {QT_TRANSLATE_NOOP("refactor", "Lines %1 and %2"), {lineOf(upper), lineOf(lower)}},
                    *edits);
        }
        return proposal;
    }
    std::vector<Proposal> reasons;
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        if (!isPair(i))
            continue;
        const Instruction &first = syntax.instructions[i];
        UserText gain = gainOf(context.lint, first, syntax.instructions[i + 1]);
        if (gain.source.empty())
            continue;
        const auto edits = merger.merged(first, syntax.instructions[i + 1]);
        if (edits)
            addPart(proposal, std::move(gain), *edits);
        else
            reasons.push_back(blocked(edits.error().text, first.range));
    }
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No two RUNs that follow one another would do better as one."), {}});
}

} // namespace drydock
