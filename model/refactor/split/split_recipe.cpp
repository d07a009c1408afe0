// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/split_recipe.h"

#include <utility>

namespace drydock {

bool SplitRecipe::refuse(UserText reason, TextRange range)
{
    if (!isRefused()) {
        refusal = std::move(reason);
        where = range;
    }
    return false;
}

void SplitRecipe::take(const std::string &path, UserText title)
{
    files.push_back({path, path, std::move(title), false, {}});
}

std::string chosenBase(const std::vector<RuntimeBase> &bases, const RefactorWish &wish)
{
    const std::string_view asked = wish.setting("base");
    return asked.empty() ? bases.front().reference : std::string(asked);
}

SplitRecipe refusedRecipe(UserText reason, TextRange where)
{
    SplitRecipe recipe;
    recipe.refuse(std::move(reason), where);
    return recipe;
}

} // namespace drydock
