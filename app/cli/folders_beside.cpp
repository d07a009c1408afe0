// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/folders_beside.h"

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

} // namespace

FolderBeside FoldersBeside::beside(const FoundFile &file)
{
    if (file.path == "-")
        return {};
    const std::filesystem::path path(file.path);
    const std::filesystem::path folder
        = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
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

} // namespace drydock::cli
