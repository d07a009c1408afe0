// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_recipe.h"

#include <string_view>
#include <vector>

namespace drydock {

/// A language and the signs by which a stage shows that it builds something in it (REFACTORINGS §1.1).
struct Language {
    std::string_view id; ///< “go”; the answer to the choice “language”.
    std::string_view name; ///< “Go”
    std::vector<std::string_view> images; ///< As image tables spell names; * at the end.
    std::vector<std::string_view> tools; ///< Commands of RUN.
    std::vector<std::string_view> files; ///< Copied by name; * at the end or in front.
    std::vector<std::string_view> programs; ///< First words of CMD and ENTRYPOINT.
    std::vector<std::string_view> packages; ///< Of the distribution.
    SplitRecipe (*split)(const SplitStage &stage, const RefactorWish &wish) = nullptr;
};

struct LanguageScore {
    const Language *language = nullptr; ///< Lives as long as the program.
    int score = 0;
};

/// The languages that there are signs of, the likeliest first.
std::vector<LanguageScore> languagesOf(const SplitStage &stage);

/// The first is sure enough to go on without asking.
bool isClear(const std::vector<LanguageScore> &scores);

/// Null if there is none of this id.
const Language *languageCalled(std::string_view id);

} // namespace drydock
