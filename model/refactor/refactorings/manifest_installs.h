// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Commands that install what a manifest of the project lists, and what they read.

namespace drydock {

/// What a command needs of the folder of the build.
enum class InstallNeed : std::uint8_t {
    Sources, ///< Unknown, or more than manifests.
    Nothing, ///< `apt-get install curl`, `npm install -g pnpm`.
    Manifests,
};

/// One of the tools that install from manifests.
struct ManifestTool {
    std::string_view name; ///< What people call it.
    std::vector<std::string_view> needed; ///< Files at the root; `*` behind one that need not be there.
    std::vector<std::string_view> perhaps; ///< Files that count if the folder is known to have them.
    std::vector<std::string_view> folders; ///< Likewise.
    std::string_view installed; ///< Folder beside the manifest that it fills: node_modules. Empty: elsewhere.
    std::string_view first; ///< Option for a first time without the project itself: --no-root.
    std::string_view warmUp; ///< Command that fetches alone, for a build without a step of its own for it.
};

struct Install {
    InstallNeed need = InstallNeed::Sources;
    const ManifestTool *tool = nullptr; ///< Manifests only.
    std::vector<std::string> files; ///< pip: what stands behind -r and -c, as written.
};

Install installOf(const ScriptCommand &command);

/// The tool whose `build` fetches what is missing by itself: `go build`, `mvn package`. Null if none.
const ManifestTool *fetchingBuild(const ScriptCommand &command);

} // namespace drydock
