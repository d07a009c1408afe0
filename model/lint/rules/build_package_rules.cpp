// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock {
namespace {

/// Without version and architecture: "gcc" of `gcc=4:12*`, `gcc:amd64`, `gcc~12`.
std::string_view bareName(std::string_view package)
{
    return package.substr(0, package.find_first_of("=:~<>@"));
}

bool isBuildPackage(std::string_view name)
{
    static constexpr std::array<std::string_view, 28> tools {
        "build-essential", "build-base", "gcc",           "g++",      "gcc-c++", "clang",
        "cmake",           "make",       "autoconf",      "automake", "libtool", "pkg-config",
        "pkgconf",         "pkgconfig",  "nasm",          "yasm",     "bison",   "flex",
        "ninja-build",     "meson",      "linux-headers", "gfortran", "rustc",   "cargo",
        "golang",          "golang-go",  "maven",         "gradle"};
    return std::ranges::find(tools, name) != tools.end() || name.ends_with("-dev")
        || name.ends_with("-devel");
}

/// A container that people work in, or a stage that others build upon.
bool isForWork(const LintContext &context, StageIndex target)
{
    const std::string name = lowered(context.graph().nodes[target.value].name);
    for (const std::string_view word : {"dev", "test", "build", "debug", "lint", "sdk", "ci", "base"}) {
        if (name.find(word) != std::string::npos)
            return true;
    }
    const Instruction *program = programOf(context, target);
    if (!program)
        return true;
    const auto commands = context.commandsOf(*program);
    return commands.empty()
        || std::ranges::any_of(commands,
                               [](const ScriptCommand &command) {
                                   return command.words.size() == 1
                                       && isOneOf(command.name(), {"bash", "sh", "zsh", "ash", "fish"});
                               })
        || isOneOf(commands.back().name(), {"sleep", "tail", "sshd", "jupyter", "code-server"});
}

/// Some programs compile while they run.
bool compilesAtRunTime(const LintContext &context)
{
    static constexpr std::array<std::string_view, 12> hints {"numba",      "torch", "triton", "cython",
                                                             "tensorflow", "jax",   "vllm",   "r-base",
                                                             "Rscript",    "julia", "cupy",   "jupyter"};
    bool compiles = false;
    context.eachCommand([&](const Instruction &, const ScriptCommand &command) {
        for (const ScriptWord &word : command.words) {
            compiles = compiles || std::ranges::any_of(hints, [&](std::string_view hint) {
                           return word.value.find(hint) != std::string::npos;
                       });
        }
    });
    const std::string base = rootImageOf(context, context.graph().target);
    for (const std::string_view hint :
         {"cuda", "torch", "r-base", "rocker", "julia", "jupyter", "tensorflow"})
        compiles = compiles || base.find(hint) != std::string::npos;
    return compiles;
}

/// It has the sources, and so does the building; a stage that only hands a program on does not count.
bool takesSources(const LintContext &context, StageIndex stage)
{
    for (; stage && !context.stage(stage).isShipped; stage = context.stage(stage).parent) {
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
            if (copies && !context.syntax().flagNamed(instruction, "--from"))
                return true;
            for (const ScriptCommand &command : context.commandsOf(instruction)) {
                if (command.name() == "git" && !command.operands().empty()
                    && command.operands()[0]->value == "clone")
                    return true;
            }
        }
    }
    return false;
}

/// Another stage of the file already does some of the building.
bool isSplit(const LintContext &context)
{
    return std::ranges::any_of(context.graph().edges, [&](const GraphEdge &edge) {
        const GraphNode &source = context.graph().nodes[edge.source.value];
        return edge.kind == EdgeKind::Copy && source.kind == NodeKind::Stage
            && context.stage({edge.target.value}).isShipped && takesSources(context, source.stage);
    });
}

/// Names that a later command takes away again, and those that the container calls.
std::set<std::string, std::less<>> namesToKeep(const LintContext &context)
{
    std::set<std::string, std::less<>> names;
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            const bool isProgram
                = instruction.keyword == Keyword::Cmd || instruction.keyword == Keyword::Entrypoint;
            for (const ScriptCommand &command : context.commandsOf(instruction)) {
                const PackageCommand *package = context.packageOf(command);
                if (!isProgram
                    && !(package && package->isAnyVerb({"purge", "remove", "autoremove", "del", "erase"})))
                    continue;
                for (const ScriptWord &word : command.words)
                    names.emplace(bareName(word.value));
            }
        }
    }
    return names;
}

} // namespace

/// The file has a stage for building, and the one that is shipped carries compilers and headers all the same.
void checkBuildPackagesShipped(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target || !isSplit(context) || isForWork(context, target) || compilesAtRunTime(context))
        return;
    if (const auto &traits = traitsOf(context, target); traits && traits->isSdk)
        return; // That is another finding.
    const auto kept = namesToKeep(context);
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const PackageCommand *package = context.packageOf(command);
                if (!package || !package->isOfSystem() || !package->installs()
                    || command.has({"--virtual", "-t"}))
                    continue;
                const ScriptWord *first = nullptr;
                std::string names;
                for (const ScriptWord *word : package->packages) {
                    const std::string_view name = bareName(word->value);
                    if (!isBuildPackage(name) || kept.contains(name))
                        continue;
                    first = first ? first : word;
                    names += (names.empty() ? "" : ", ") + std::string(name);
                }
                if (first)
                    report(
                        {&run,
                         first->range,
                         {QT_TRANSLATE_NOOP("lint",
                                            "This ships what only a build needs: %1. Install it in the stage "
                                            "that builds, and copy the result from there."),
                          {names}}});
            }
        }
    }
}

} // namespace drydock
