// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

template <std::size_t Size>
bool holdsAnyOf(std::string_view text, const std::array<std::string_view, Size> &parts)
{
    return std::ranges::any_of(parts, [text](std::string_view part) { return holds(text, part); });
}

constexpr std::array<std::string_view, 3> intelNames {"amd64", "x86_64", "linux-x64"};
constexpr std::array<std::string_view, 3> armNames {"arm64", "aarch64", "linux-arm"};

/// The name of a platform in `text`; empty if there is none.
std::string_view platformIn(std::string_view text)
{
    for (const auto &names : {intelNames, armNames}) {
        for (const std::string_view name : names) {
            if (holds(text, name))
                return name;
        }
    }
    return {};
}

/// Somebody builds this file for several platforms, and has no stage of its own for each of them.
bool isForManyPlatforms(const LintContext &context)
{
    for (const GraphNode &node : context.graph().nodes) {
        if (node.kind == NodeKind::Stage && !platformIn(lowered(node.name)).empty())
            return false;
    }
    static constexpr std::array<std::string_view, 4> signs {"TARGETARCH", "TARGETPLATFORM", "BUILDPLATFORM",
                                                            "TARGETVARIANT"};
    return std::ranges::any_of(context.syntax().instructions, [&](const Instruction &instruction) {
        return holdsAnyOf(context.syntax().textOf(instruction.range), signs);
    });
}

/// The stage is meant for one platform: by its name, its base or its --platform.
bool isForOnePlatform(const LintContext &context, StageIndex stage)
{
    for (; stage; stage = context.stage(stage).parent) {
        const Syntax &syntax = context.syntax();
        const Instruction &from = syntax.at(syntax.stages[stage.value].from);
        if (!platformIn(lowered(syntax.textOf(from.range))).empty())
            return true;
        const Flag *platform = syntax.flagNamed(from, "--platform");
        if (platform && !holds(syntax.valueOf(from, *platform), "$"))
            return true;
        if (holds(context.graph().nodes[stage.value].name, "windows"))
            return true;
    }
    return false;
}

/// It finds out by itself where it runs, or treats several platforms.
bool asksForPlatform(std::string_view script)
{
    static constexpr std::array<std::string_view, 12> signs {
        "TARGET",       "BUILDARCH",  "print-architecture",
        "--print-arch", "uname",      "dpkg-architecture",
        "$(arch)",      "`arch`",     "case ",
        "%{_arch}",     "os.machine", "GNU_TYPE"};
    if (holdsAnyOf(script, signs) || (holdsAnyOf(script, intelNames) && holdsAnyOf(script, armNames)))
        return true;
    for (std::size_t at = script.find("ARCH"); at != std::string_view::npos;
         at = script.find("ARCH", at + 1)) {
        if (!script.substr(0, at).ends_with("GO"))
            return true;
    }
    return false;
}

/// `amd64` in the word as a build argument, if that is one here and the shell would replace it.
std::vector<Fix> withArgument(const LintContext &context, const Instruction &run, TextRange word)
{
    const std::string_view text = context.syntax().textOf(word);
    const std::string_view name = holds(text, "amd64") ? "amd64" : "arm64";
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos || holds(text, "'") || holds(text.substr(at + 1), name)
        || !context.variableAt(run, "TARGETARCH"))
        return {};
    return replacing({QT_TRANSLATE_NOOP("lint", "Use $TARGETARCH"), {}},
                     {word.begin + at, word.begin + at + name.size()}, "${TARGETARCH}", FixSafety::AskFirst);
}

void reportWord(const LintContext &context, const Report &report, const Instruction &instruction,
                TextRange range, std::string_view name, bool isReplaceable)
{
    report({&instruction,
            range,
            {QT_TRANSLATE_NOOP("lint",
                               "This file is built for several platforms, and here “%1” stands for all of "
                               "them: on the others it brings the wrong thing."),
             {std::string(name)}},
            isReplaceable ? withArgument(context, instruction, range) : std::vector<Fix> {}});
}

/// A word that names the platform of what it fetches, builds or reaches for; not one for tools that build for another.
const ScriptWord *platformWord(const LintContext &context, const ScriptCommand &command)
{
    const PackageCommand *package = context.packageOf(command);
    const bool isOfSystem = package && package->isOfSystem();
    if (isOfSystem
        || isOneOf(command.name(), {"dpkg", "echo", "rustup", "docker", "buildctl", "gox", "goreleaser"}))
        return nullptr;
    const auto isProgram = [&](const ScriptWord &word) {
        return command.program < command.words.size() && &word == &command.words[command.program];
    };
    const auto found = std::ranges::find_if(command.words, [&](const ScriptWord &word) {
        return !platformIn(word.value).empty() && !isProgram(word) && !holds(word.value, "mingw")
            && !holds(word.value, "gcc") && !holds(word.value, ";") && !word.value.starts_with('#');
    });
    return found == command.words.end() ? nullptr : &*found;
}

void checkRun(const LintContext &context, const Report &report, const Instruction &run)
{
    if (asksForPlatform(context.syntax().textOf(run.range)))
        return;
    for (const ScriptCommand &command : context.commandsOf(run)) {
        if (const ScriptWord *word = platformWord(context, command)) {
            reportWord(context, report, run, word->range, platformIn(word->value), true);
            return; // Once for each RUN.
        }
    }
}

} // namespace

/// The other platforms get a program that does not start there, or a path that does not exist.
void checkHardCodedPlatform(const LintContext &context, const Report &report)
{
    if (!isForManyPlatforms(context))
        return;
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        if (isForOnePlatform(context, {i}) || !context.graph().nodes[i].isReachable)
            continue;
        for (const Instruction &instruction : context.instructionsOf({i})) {
            if (instruction.keyword == Keyword::Run)
                checkRun(context, report, instruction);
            if (instruction.keyword != Keyword::Env)
                continue;
            for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
                const std::string value = wordValue(syntax, instruction, *pair.value);
                if (wordValue(syntax, instruction, *pair.key) == "GOARCH" && !platformIn(value).empty())
                    reportWord(context, report, instruction, pair.value->range, value, true);
            }
        }
    }
}

} // namespace drydock
