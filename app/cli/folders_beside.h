// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/file_finder.h"
#include "model/context/folder_facts.h"
#include "model/context/manifests/manifests.h"
#include "model/refactor/gesture_context.h"

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

/// What lies in the folder of a build, with what the manifests in it say.
struct BuildFolder {
    std::string path; ///< Empty if nothing is known.
    FolderBeside contents;
    std::shared_ptr<const Manifests> manifests;
};

/// What lies in `folder`, which somebody says is the one of the build.
/// \returns an Error, a sentence with the path in it, if it cannot be read.
Result<BuildFolder> readBuildFolder(const std::string &folder, const FoundFile &file);

/// What lies beside the file if that shows itself to be the folder of its build: it has a .dockerignore, something that
/// is copied by name is there, or all is copied and a manifest lies at its root. Else nothing.
BuildFolder buildFolderBeside(const FoundFile &file, const GestureContext &text);

} // namespace drydock::cli
