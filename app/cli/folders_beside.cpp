// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/folders_beside.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace drydock::cli {
namespace {

std::shared_ptr<const BuildContext> readFolder(const std::string &folder, const std::string &dockerfile)
{
    Result<BuildContext> context = readBuildContext(folder, dockerfile);
    return context ? std::make_shared<const BuildContext>(std::move(*context)) : nullptr;
}

} // namespace

std::shared_ptr<const BuildContext> FoldersBeside::beside(const FoundFile &file)
{
    if (file.path == "-")
        return nullptr;
    const std::filesystem::path path(file.path);
    const std::filesystem::path folder
        = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::error_code code;
    // One of its own counts for this file alone.
    if (std::filesystem::exists(path.string() + ".dockerignore", code))
        return readFolder(folder.string(), path.filename().string());
    if (!std::filesystem::exists(folder / ".dockerignore", code))
        return nullptr;
    const std::lock_guard lock(m_mutex);
    if (m_folder != folder.string()) {
        m_folder = folder.string();
        m_context = readFolder(m_folder, {});
    }
    return m_context;
}

} // namespace drydock::cli
