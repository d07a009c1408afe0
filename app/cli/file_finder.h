// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::cli {

/// `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`, `api.dockerfile`, `Containerfile`, `Containerfile.dev`; not
/// `Dockerfile.dockerignore`.
bool isDockerfileName(std::string_view name);

/// A file to work on.
struct FoundFile {
    std::string path; ///< To open it; "-" is standard input.
    std::string name; ///< To show: `path`, or with `FileFinder::Names::BelowFolder` without the folder.
};

/// Gives the files behind the arguments one by one, in the order of the arguments; the files in a folder sorted by name,
/// those of its subfolders behind them. Looks into a folder only when its turn comes, so that any number
/// of files takes little memory.
///
/// Hidden folders, `node_modules` and symbolic links to folders are left out below an argument.
class FileFinder {
public:
    enum class Names { AsGiven, BelowFolder };

    FileFinder(std::vector<std::string> arguments, Names names);

    /// \returns the next file, an Error for a folder that cannot be read or has no Dockerfile in it (more may
    /// follow), or nothing at the end.
    std::optional<Result<FoundFile>> next();

private:
    std::optional<Result<FoundFile>> nextInFolder();
    /// Puts what is in `folder` on the stack. \returns false, with errno set, if it cannot be read.
    bool open(const std::string &folder);

    struct Entry {
        std::string path;
        bool isFolder = false;
    };

    std::vector<std::string> m_arguments;
    std::size_t m_nextArgument = 0;
    Names m_names;
    std::vector<Entry> m_stack; ///< Of the current folder argument; the next entry is the last.
    std::string m_folder; ///< The current folder argument.
    bool m_isInFolder = false;
    bool m_foundAny = false; ///< In the current folder argument.
};

} // namespace drydock::cli
