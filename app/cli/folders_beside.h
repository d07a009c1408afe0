// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/file_finder.h"
#include "model/context/folder_facts.h"

#include <memory>
#include <mutex>
#include <string>

namespace drydock::cli {

/// What lies beside a Dockerfile; all of it null if nobody says that this is the folder of its build.
struct FolderBeside {
    std::shared_ptr<const BuildContext> context;
    std::shared_ptr<const FolderFacts> contents;
};

/// What lies beside Dockerfiles. Remembers the last folder, since files come folder by folder and there may be many in
/// one. May be asked by several threads at once.
class FoldersBeside {
public:
    /// Nothing unless a .dockerignore says that the file's folder is the one of its build.
    FolderBeside beside(const FoundFile &file);

private:
    std::mutex m_mutex; ///< Guards what follows; held while a folder is read, so that it is read once.
    std::string m_folder;
    FolderBeside m_beside; ///< Of `m_folder`, by its common .dockerignore.
};

} // namespace drydock::cli
