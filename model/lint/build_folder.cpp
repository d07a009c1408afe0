// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/build_folder.h"

#include "model/context/copy_request.h"
#include "model/context/manifests/manifests.h"
#include "model/context/path_match.h"

#include <algorithm>

namespace drydock {
namespace {

bool isThere(const BuildContext &folder, const LintContext &context, const Instruction &copy)
{
    const Syntax &syntax = context.syntax();
    return std::ranges::any_of(contextSourcesOf(syntax, copy), [&](const Word &word) {
        const auto request = copyRequestOf(syntax, copy, word);
        return request && !pathFromRoot(request->source).empty()
            && takenBy(folder, *request).state == CopySource::State::Taken;
    });
}

bool copiesAll(const LintContext &context, const Instruction &copy)
{
    const Syntax &syntax = context.syntax();
    return std::ranges::any_of(contextSourcesOf(syntax, copy), [&](const Word &word) {
        const auto request = copyRequestOf(syntax, copy, word);
        return request && pathFromRoot(request->source).empty();
    });
}

bool lieAtRoot(const Manifests &manifests)
{
    const auto isAtRoot = [](const auto &found) { return found.path.find('/') == std::string::npos; };
    const auto anyOf = [&](const auto &...lists) { return (std::ranges::any_of(lists, isAtRoot) || ...); };
    const Manifests &m = manifests;
    // Not the Go packages: these have the paths of folders, and a file of Go code alone is no project.
    return anyOf(m.goModules, m.nodePackages, m.nodeLocks, m.denoConfigs, m.typeScriptConfigs, m.webConfigs,
                 m.pythonProjects, m.pythonPackages, m.mavenProjects, m.gradleProjects, m.dotnetProjects,
                 m.rustCrates, m.rustLocks, m.phpProjects, m.rubyLocks, m.elixirProjects, m.cmakeProjects,
                 m.makefiles, m.haskellProjects);
}

} // namespace

const BuildContext *buildFolderOf(const LintContext &context)
{
    const BuildContext *folder = context.settings().folder.get();
    if (!folder || !folder->ignoreFile().path.empty())
        return folder;
    const bool isNamed = std::ranges::any_of(context.syntax().instructions, [&](const Instruction &copy) {
        return copy.stage && isThere(*folder, context, copy);
    });
    return isNamed ? folder : nullptr;
}

const BuildContext *buildFolderOf(const LintContext &context, const Manifests &manifests)
{
    if (const BuildContext *shown = buildFolderOf(context))
        return shown;
    const BuildContext *folder = context.settings().folder.get();
    if (!folder || !lieAtRoot(manifests))
        return nullptr;
    const bool isCopied = std::ranges::any_of(context.syntax().instructions, [&](const Instruction &copy) {
        return copy.stage && copiesAll(context, copy);
    });
    return isCopied ? folder : nullptr;
}

} // namespace drydock
