// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/compiled.h"

#include <string>
#include <string_view>
#include <vector>

// What recipes for the Java virtual machine have in common: Maven, Gradle, sbt.

namespace drydock {

/// The tool that builds and what it has left.
struct JvmBuild {
    const BuildStep *step = nullptr; ///< The last one. Borrowed.
    std::string javaVersion; ///< That the manifests ask for: “17”. Empty if they do not.
    bool isSpringBoot = false; ///< Known to make a jar that Spring Boot starts.
    bool isSelfContained = false; ///< The jar is known to hold all it needs.
};

/// Takes along what `java` is started with, or a start script with all that belongs to it. \returns false if nothing that is
/// started can be told; the recipe is refused then if there is a reason of its own.
bool takeJavaProgram(const SplitStage &stage, const RefactorWish &wish, SplitRecipe &recipe,
                     const std::vector<StartedCommand> &started, const JvmBuild &build);

/// Choice “layers”: what changes seldom in layers of its own. \param jar absolute, without wildcards.
void offerLayers(const RefactorWish &wish, SplitRecipe &recipe, const std::string &jar);

/// What all of them end with unless they are refused: a Java to run programs, of the same version and vendor if there is one;
/// data, assumptions, sizes.
void finishJava(const SplitStage &stage, const RefactorWish &wish, SplitRecipe &recipe, const JvmBuild &build,
                const std::vector<StartedCommand> &started);

/// “21” of “1.8” is “8”, of “17.0.2” “17”.
std::string majorOfJava(std::string_view version);

} // namespace drydock
