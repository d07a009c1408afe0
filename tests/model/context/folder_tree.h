// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

namespace drydock {

/// A folder on the disk that a test fills, and another beside it that must never be seen.
class FolderTree {
public:
    FolderTree()
    {
        write("outside/secret.txt", "secret");
        std::filesystem::create_directories(root());
    }
    ~FolderTree() // Qt cannot remove names that are no text.
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder.path().toStdString(), ignored);
    }
    FolderTree(const FolderTree &) = delete;
    FolderTree &operator=(const FolderTree &) = delete;

    std::string root() const { return m_folder.path().toStdString() + "/context"; }
    std::string outside() const { return m_folder.path().toStdString() + "/outside"; }

    void openForAll() const
    {
        for (const std::string &folder : {m_folder.path().toStdString(), root()})
            std::filesystem::permissions(folder, std::filesystem::perms(0755));
    }
    void add(const std::string &path, const std::string &bytes) const { write("context/" + path, bytes); }
    void link(const std::string &path, const std::string &target) const
    {
        makeFolderFor("context/" + path);
        std::filesystem::create_symlink(target, root() + "/" + path);
    }

private:
    void makeFolderFor(const std::string &path) const
    {
        const std::filesystem::path whole = m_folder.path().toStdString() + "/" + path;
        std::filesystem::create_directories(whole.parent_path());
    }
    void write(const std::string &path, const std::string &bytes) const
    {
        makeFolderFor(path);
        std::ofstream(m_folder.path().toStdString() + "/" + path, std::ios::binary) << bytes;
    }

    QTemporaryDir m_folder;
};

} // namespace drydock
