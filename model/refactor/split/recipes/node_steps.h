// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/run_notes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The commands of Node's package managers, and of Bun, which is one too.

namespace drydock {

enum class NodeManager : std::uint8_t { Npm, Yarn, YarnBerry, Pnpm, Bun };

/// A command that puts packages into a node_modules.
struct NodeInstall {
    const BuildStep *step = nullptr; ///< Borrowed.
    NodeManager manager = NodeManager::Npm;
    bool isGlobal = false; ///< For all the image: /usr/local/lib/node_modules.
    bool isForProduction = false; ///< Leaves out packages of development.
    std::string folder; ///< Where package.json lies; empty if it is not known.
    std::vector<std::string> names; ///< Packages that stand in the command, without version.
};

/// What a command of the ecosystem does; nothing for others.
std::optional<StepNote> nodeNoteFor(const BuildStep &step);
/// The same for a program in another language: what is installed lands beside it. \param global what an install for all the image
/// counts as.
std::optional<StepNote> nodeNoteBeside(const BuildStep &step, StepEffect global);

/// The installs of the stage in file order.
std::vector<NodeInstall> nodeInstallsOf(const SplitStage &stage);

/// "typescript" of `typescript@5`, "@angular/cli" of `@angular/cli@17`.
std::string nodePackageName(std::string_view word);

/// The file that `node` or `bun` is given to run by CMD and ENTRYPOINT, as written: "dist/main.js". Empty if they run something
/// else. A script of package.json is followed if it is known.
std::string nodeScriptOf(const SplitStage &stage);

/// The command behind `npm start` and the like, as package.json says it; empty if nobody knows it.
std::string nodeScriptBody(const SplitStage &stage);

} // namespace drydock
