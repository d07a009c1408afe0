// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/folders_beside.h"

#include "model/context/copy_request.h"
#include "model/exporting/printable.h"
#include "model/lint/build_folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace drydock::cli {
namespace {

FolderBeside readFolder(const std::string &folder, const std::string &dockerfile)
{
    Result<BuildContext> context = readBuildContext(folder, dockerfile);
    if (!context)
        return {};
    const auto contents = std::make_shared<const FolderFacts>(readFolderFacts(folder, *context));
    return {std::make_shared<const BuildContext>(std::move(*context)), contents};
}

std::filesystem::path folderOf(const FoundFile &file)
{
    const std::filesystem::path path(file.path);
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// The Dockerfile's path as the build in `folder` names it: a .dockerignore of its own lies beside it.
std::string nameIn(const std::filesystem::path &folder, const FoundFile &file)
{
    std::error_code code;
    const std::filesystem::path relative = std::filesystem::relative(file.path, folder, code);
    return code || file.path == "-" || relative.empty() || relative.begin()->string() == ".."
        ? std::string()
        : relative.string();
}

bool copiesFromContext(const Syntax &syntax)
{
    return std::ranges::any_of(syntax.instructions, [&](const Instruction &instruction) {
        return !contextSourcesOf(syntax, instruction).empty();
    });
}

} // namespace

FolderBeside FoldersBeside::beside(const FoundFile &file)
{
    if (file.path == "-")
        return {};
    const std::filesystem::path path(file.path);
    const std::filesystem::path folder = folderOf(file);
    std::error_code code;
    // One of its own counts for this file alone.
    if (std::filesystem::exists(path.string() + ".dockerignore", code))
        return readFolder(folder.string(), path.filename().string());
    if (!std::filesystem::exists(folder / ".dockerignore", code))
        return {};
    const std::lock_guard lock(m_mutex);
    if (m_folder != folder.string()) {
        m_folder = folder.string();
        m_beside = readFolder(m_folder, {});
    }
    return m_beside;
}

Result<BuildFolder> readBuildFolder(const std::string &folder, const FoundFile &file)
{
    Result<BuildContext> context = readBuildContext(folder, nameIn(folder, file));
    if (!context)
        return refusal(QT_TRANSLATE_NOOP("cli", "Cannot read the folder %1."), {printable(folder)});
    BuildFolder found;
    found.path = folder;
    found.manifests = std::make_shared<const Manifests>(readManifests(folder, *context));
    found.contents.contents = std::make_shared<const FolderFacts>(readFolderFacts(folder, *found.manifests));
    found.contents.context = std::make_shared<const BuildContext>(std::move(*context));
    return found;
}

BuildFolder buildFolderBeside(const FoundFile &file, const GestureContext &text)
{
    // What nothing is copied from need not be read: it may be somebody's home.
    if (file.path == "-" || !copiesFromContext(text.syntax))
        return {};
    Result<BuildFolder> found = readBuildFolder(folderOf(file).string(), file);
    if (!found)
        return {};
    LintSettings settings;
    settings.folder = found->contents.context;
    const LintContext context(text.syntax, text.graph, text.options, settings);
    return buildFolderOf(context, *found->manifests) ? std::move(*found) : BuildFolder {};
}

} // namespace drydock::cli
