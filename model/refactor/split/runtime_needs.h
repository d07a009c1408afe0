// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/packages.h"
#include "model/refactor/split/split_stage.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the program of a stage needs of its image besides its own files.

namespace drydock {

/// Packages of the distribution that the runtime stage has to install again (REFACTORINGS §3.6).
struct KeptPackages {
    PackageWorld world = PackageWorld::Apt;
    std::vector<std::string> names; ///< In the order of the file, each once.
    std::vector<TextRange> ranges; ///< The word that each comes from.
    /// Tools such as git or curl that are taken for the build's alone.
    std::vector<Assumption> assumptions;
    const Instruction *model
        = nullptr; ///< The RUN that installs the first one: how the file writes it. Borrowed.
};

/// \param withLibraries what stands for headers brings its libraries along.
KeptPackages keptPackages(const SplitStage &stage, bool withLibraries = true);

/// The packages with the libraries behind `headers`, if that is sure for the release of the stage; else empty: the headers
/// bring them along.
std::vector<std::string> librariesBehind(const SplitStage &stage, PackageWorld world,
                                         std::string_view headers);

/// Which package manager an image has; nothing for those without one, or if it is not known.
std::optional<PackageWorld> packageWorldOf(std::string_view reference);

/// sh, bash and the like. \param name without its folder.
bool isShellName(std::string_view name);

/// Why the program needs a base with a shell, if it does.
struct ShellNeed {
    UserText reason; ///< One sentence with the line.
    TextRange range;
};

/// Shell-form CMD that is more than one program, scripts, users by name, health checks by shell …: REFACTORINGS §3.8. Nothing if
/// it can do without.
std::optional<ShellNeed> shellNeedOf(const SplitStage &stage);

/// What a container of the stage runs, word by word; shell form too if the shell does nothing but start it. Empty if it takes a
/// shell or nothing says it.
std::vector<std::string> plainProgramOf(const SplitStage &stage);

/// A RUN that only makes users, groups and folders, and sets who owns what: it may be run in the runtime stage as well.
bool isSetup(const SplitStage &stage, const Instruction &run);
/// Of those, one that makes users or groups.
bool makesUsers(const SplitStage &stage, const Instruction &run);

/// The last RUN that is more than isSetup(): what follows it is not part of the build. Null if there is none.
const Instruction *lastBuildRun(const SplitStage &stage);
/// Behind lastBuildRun(): it may stay where it is, at the end, and is then part of the runtime stage.
bool isBehindBuild(const SplitStage &stage, const Instruction &instruction);

} // namespace drydock
