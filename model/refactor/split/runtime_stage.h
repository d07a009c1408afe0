// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_recipe.h"

namespace drydock {

/// The proposal that a recipe comes to: the build stage keeps its lines, a new stage below it says the rest.
/// \pre the recipe is no refusal.
Proposal assembledSplit(const SplitStage &stage, SplitRecipe recipe, const RefactorWish &wish);

} // namespace drydock
