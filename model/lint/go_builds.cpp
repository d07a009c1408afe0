// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/go_builds.h"

#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

bool says(const ScriptCommand &command, std::string_view text)
{
    return std::ranges::any_of(
        command.words, [&](const ScriptWord &word) { return word.value.find(text) != std::string::npos; });
}

} // namespace

bool isGoBuild(const ScriptCommand &command)
{
    if (command.name() != "go")
        return false;
    const auto operands = command.operands();
    return !operands.empty() && (operands[0]->value == "build" || operands[0]->value == "install");
}

bool isLinkedStatically(const ScriptCommand &build)
{
    return says(build, "-static") || (says(build, "osusergo") && says(build, "netgo"));
}

bool isCgoOff(const LintContext &context, const Instruction &run, const ScriptCommand &build)
{
    for (const ScriptCommand &command : context.commandsOf(run)) {
        if (says(command, "CGO_ENABLED=0") && (&command == &build || command.name() == "export"))
            return true;
        if (&command == &build)
            break;
    }
    const VariableSetting *setting = context.variableAt(run, "CGO_ENABLED");
    return setting && setting->value && *setting->value == "0";
}

bool hasAlpineCompiler(const LintContext &context, StageIndex stage)
{
    for (; stage; stage = context.stage(stage).parent) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const auto isCompiler = [](const ScriptWord &word) {
                    return word.value == "gcc" || word.value == "g++" || word.value == "clang"
                        || word.value == "build-base" || word.value == "musl-dev";
                };
                if (command.name() == "apk" && std::ranges::any_of(command.words, isCompiler))
                    return true;
            }
        }
    }
    return false;
}

std::string goOutputOf(const LintContext &context, const Instruction &run, const ScriptCommand &build)
{
    const auto words = build.arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].value == "-o" && i + 1 < words.size())
            return absolutePath(words[i + 1].value, context.workingDirectoryAt(run));
        if (words[i].value.starts_with("-o="))
            return absolutePath(std::string_view(words[i].value).substr(3), context.workingDirectoryAt(run));
    }
    return {};
}

} // namespace drydock
