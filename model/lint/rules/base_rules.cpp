// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/knowledge/base_configs.h"
#include "model/knowledge/base_sizes.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/runtime_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {

/// Compilers and headers are of no use at run time, and are most of the image.
void checkSdkAsRuntime(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target || !programOf(context, target))
        return; // Nothing says what it runs: its product may be the tools themselves.
    const auto &traits = traitsOf(context, target);
    if (!traits || !traits->isSdk)
        return;
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            const auto commands = context.commandsOf(run);
            if (run.keyword != Keyword::Run || std::ranges::none_of(commands, isBuildStep))
                continue;
            const StageIndex root = context.stage(target).root;
            Finding finding {
                &context.syntax().at(context.syntax().stages[root.value].from),
                context.syntax().stages[root.value].image,
                {QT_TRANSLATE_NOOP("lint",
                                   "“%1” is made for building. What it builds could run on a base of a "
                                   "few megabytes: build in one stage, copy the result into another."),
                 {rootImageOf(context, target)}}};
            if (const auto size = baseSizeOf(rootImageOf(context, target)))
                finding.savedBytes = size->least;
            report(std::move(finding));
            return;
        }
    }
}

/// The image's ENTRYPOINT is the interpreter already, so CMD would hand it its own name as the script.
void checkInterpreterTwice(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const Instruction *command = target ? context.lastOf(target, Keyword::Cmd) : nullptr;
    if (!command || !command->isJson || context.lastOf(target, Keyword::Entrypoint))
        return;
    const auto base = baseConfigOf(rootImageOf(context, target));
    const auto words = context.syntax().wordsOf(*command);
    if (!base || base->config.entrypoint.empty() || words.empty())
        return;
    const std::string &program = base->config.entrypoint.front();
    const std::string starts = program.substr(program.rfind('/') + 1);
    const bool isPython = starts.starts_with("python3");
    if (!isPython && !isOneOf(starts, {"bun", "java", "node"}))
        return; // A script that calls whatever it is given.
    const std::string first = wordValue(context.syntax(), *command, words[0]);
    const std::string_view name = std::string_view(first).substr(first.rfind('/') + 1);
    const bool isTwice = name == starts || (isPython && (name == "python" || name == "python3"))
        || (starts == "node" && name == "nodejs");
    if (!isTwice)
        return;
    // The options that it gives come twice, too: -jar.
    const std::vector<std::string> &given = base->config.entrypoint;
    std::size_t twice = 1;
    while (twice < std::min(words.size(), given.size())
           && wordValue(context.syntax(), *command, words[twice]) == given[twice])
        ++twice;
    std::vector<Fix> fixes;
    if (words.size() > twice)
        fixes = replacing({QT_TRANSLATE_NOOP("lint", "Remove “%1”"), {first}},
                          {words[0].range.begin, words[twice].range.begin}, "", FixSafety::AskFirst);
    report({command,
            words[0].range,
            {QT_TRANSLATE_NOOP(
                 "lint",
                 "This base starts %1 by itself and hands CMD to it: with “%2” in front it looks for "
                 "a script of that name."),
             {starts, first}},
            std::move(fixes)});
}

/// RUN and the shell form need /bin/sh, and this base has none.
void checkShellMissing(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 8> scripts {"sh",  "bash", "ash",  "npm",
                                                              "npx", "yarn", "pnpm", "env"};
    for (const StageIndex stage : context.shippedStages()) {
        const auto &traits = traitsOf(context, stage);
        if (!traits || traits->hasShell != false)
            continue;
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            const Keyword keyword = instruction.keyword;
            const bool runs
                = keyword == Keyword::Run || keyword == Keyword::Cmd || keyword == Keyword::Entrypoint;
            if (keyword == Keyword::Shell || keyword == Keyword::Copy || keyword == Keyword::Add) {
                // A shell may come with what is copied; then nothing is certain any more.
                const std::string text = context.syntax().joined(instruction, instruction.arguments);
                if (keyword == Keyword::Shell || text.find("busybox") != std::string::npos
                    || text.find("/bin/sh") != std::string::npos || text.ends_with(" /"))
                    return;
            }
            if (!runs || context.commandsOf(instruction).empty())
                continue;
            const ScriptCommand &first = context.commandsOf(instruction).front();
            const bool isScript
                = instruction.isJson && std::ranges::find(scripts, first.name()) != scripts.end();
            if (instruction.isJson && !isScript)
                continue;
            report({&instruction,
                    instruction.isJson ? first.words.front().range : instruction.keywordRange,
                    {QT_TRANSLATE_NOOP("lint", "This needs a shell, and “%1” has none."),
                     {rootImageOf(context, stage)}}});
        }
    }
}

/// Nobody mends it any more.
void checkOutdatedBase(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        if (context.stage({i}).parent)
            continue;
        const auto &traits = traitsOf(context, {i});
        if (traits && !traits->advice.empty())
            report({&syntax.at(syntax.stages[i].from), syntax.stages[i].image, {traits->advice, {}}});
    }
}

} // namespace drydock
