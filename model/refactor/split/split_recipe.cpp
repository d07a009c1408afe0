// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/split_recipe.h"

#include <utility>

namespace drydock {

std::string chosenBase(const std::vector<RuntimeBase> &bases, const RefactorWish &wish)
{
    const std::string_view asked = wish.setting("base");
    return asked.empty() ? bases.front().reference : std::string(asked);
}

SplitRecipe refusedRecipe(UserText reason, TextRange where)
{
    SplitRecipe recipe;
    recipe.refusal = std::move(reason);
    recipe.where = where;
    return recipe;
}

} // namespace drydock
