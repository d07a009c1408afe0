// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/run_notes.h"
#include "model/refactor/split/split_recipe.h"

#include <functional>
#include <string>
#include <vector>

namespace drydock {

/// How a recipe wants the rest of the stage to be carried over.
struct CarryPlan {
    KnownSteps known;
    /// Folders that the recipe's files take whole from the build stage, absolute, without a slash at the end.
    std::vector<std::string> taken;
    /// What a COPY brings is read by the installer alone. May be empty.
    std::function<bool(const CopyStep &)> isForBuild;
    /// What is built in the root, where it is too much to be taken whole, is among the recipe's files.
    bool isRootTold = false;
    bool isBuildTold = false; ///< So is all else that is built.
};

/// Adds to `recipe` what the instructions up to the last RUN leave for the program besides its packages: files from the context
/// again, files that RUNs have written, users, folders. Sets its refusal if something cannot be told.
void carryOver(const SplitStage &stage, const CarryPlan &plan, SplitRecipe &recipe);

} // namespace drydock
