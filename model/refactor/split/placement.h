// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_recipe.h"

#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// In which stage an instruction belongs (REFACTORINGS §2).
enum class Home : std::uint8_t {
    Build,
    Runtime, ///< Taken out of the build stage.
    Both, ///< Stays, and is said again in the runtime stage.
    Tail, ///< Stands behind the build: it stays where it is, and the runtime stage begins above it.
};

/// Where each instruction of the stage goes.
struct Placement {
    std::vector<Home> homes; ///< For each instruction behind FROM.
    InstructionIndex lastOfBuild; ///< The last one above the new stage; FROM if nothing is built.
    std::set<std::string, std::less<>> needed; ///< Variables that something in the runtime stage reads.
    std::set<std::string, std::less<>> buildOnly; ///< Variables that no longer reach the image.

    Home homeOf(const SplitStage &stage, const Instruction &instruction) const;
};

Placement placementOf(const SplitStage &stage, const SplitRecipe &recipe);

bool isAnyOf(Keyword keyword, std::initializer_list<Keyword> keywords);

} // namespace drydock
