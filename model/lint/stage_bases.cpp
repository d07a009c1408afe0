// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/stage_bases.h"

#include "model/base/one_of.h"

#include <algorithm>

namespace drydock {
namespace {

bool hasOperand(const ScriptCommand &command, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(command.operands(),
                               [&](const ScriptWord *word) { return isOneOf(word->value, words); });
}

} // namespace

std::string rootImageOf(const LintContext &context, StageIndex stage)
{
    const ResolvedBase &base = context.resolution().bases[context.stage(stage).root.value];
    return base.isKnown ? base.image.text : std::string();
}

const std::optional<BaseTraits> &traitsOf(const LintContext &context, StageIndex stage)
{
    return context.stage(context.stage(stage).root).base;
}

const Instruction *programOf(const LintContext &context, StageIndex stage)
{
    const Instruction *entrypoint = context.lastOf(stage, Keyword::Entrypoint);
    return entrypoint ? entrypoint : context.lastOf(stage, Keyword::Cmd);
}

bool isCompiling(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    if (isOneOf(name, {"go", "cargo", "tinygo"}))
        return hasOperand(command, {"build", "install"});
    if (isOneOf(name, {"mvn", "mvnw"}))
        return hasOperand(command, {"package", "install", "verify"});
    if (isOneOf(name, {"gradle", "gradlew"}))
        return hasOperand(command, {"build", "assemble", "bootJar", "jar", "installDist", "shadowJar"});
    if (name == "dotnet")
        return hasOperand(command, {"build", "publish"});
    return isOneOf(name,
                   {"make", "cmake", "gcc", "g++", "cc", "rustc", "ghc", "cabal", "stack", "javac", "ninja"});
}

bool isBuildStep(const ScriptCommand &command)
{
    if (isCompiling(command))
        return true;
    return isOneOf(command.name(), {"npm", "yarn", "pnpm", "bun"}) && hasOperand(command, {"build"});
}

std::string absolutePath(std::string_view path, const std::optional<std::string> &directory)
{
    if (path.empty() || path.find_first_of("$*?[~`") != std::string_view::npos)
        return {};
    if (!path.starts_with('/') && !directory)
        return {};
    return pathFrom(directory.value_or("/"), path);
}

bool liesIn(std::string_view path, std::string_view folder)
{
    return folder == "/" || path == folder
        || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

} // namespace drydock
