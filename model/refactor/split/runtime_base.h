// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/placement.h"
#include "model/refactor/split/split_recipe.h"

#include <set>
#include <string>
#include <vector>

namespace drydock {

/// What it takes to run the program on the base that was chosen.
struct BaseFit {
    UserText refusal; ///< Why it cannot run there, and the way out. Source empty if it can.
    TextRange where;
    std::vector<Assumption> assumptions;
    std::vector<std::string> packageLines; ///< The RUN that installs what is needed, if any.
    std::vector<RuntimeFile> files; ///< Of the system: root certificates, time zones.
    std::vector<std::string> program; ///< Other words to start; empty: as they are.
    bool saysDirectory = false; ///< The base's working directory has to be said though the file did not.
    std::set<DeclaredChange> declared;
};

BaseFit fitOf(const SplitStage &stage, const SplitRecipe &recipe, const Placement &placement);

} // namespace drydock
