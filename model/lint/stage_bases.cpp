// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

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

std::optional<BaseTraits> traitsOf(const LintContext &context, StageIndex stage)
{
    return baseTraitsOf(rootImageOf(context, stage));
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
    const std::string whole
        = path.starts_with('/') ? std::string(path) : *directory + "/" + std::string(path);
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t end = std::min(whole.find('/', at), whole.size());
        const std::string_view part = std::string_view(whole).substr(at, end - at);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        at = end + 1;
    }
    std::string result;
    for (const std::string_view part : parts)
        result.append("/").append(part);
    return result.empty() ? "/" : result;
}

bool liesIn(std::string_view path, std::string_view folder)
{
    return folder == "/" || path == folder
        || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

} // namespace drydock
