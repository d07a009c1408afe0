// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/meant_stage.h"

#include "model/graph/resolution.h"

namespace drydock {

StageIndex meantStage(const RefactorContext &context, const RefactorWish &wish)
{
    const std::string_view asked = wish.setting("stage");
    if (asked.empty())
        return wish.caret ? context.syntax().stageAt(*wish.caret) : StageIndex();
    const StageIndex named = context.graph().resolution->stageNamed(asked);
    if (long long number = 0; !named && parseStageNumber(asked, number) && number >= 0
        && static_cast<unsigned long long>(number) < context.lint.stageCount())
        return {static_cast<std::size_t>(number)};
    return named;
}

std::string stageSetting(const RefactorContext &context, StageIndex stage)
{
    const std::string &own = context.graph().nodes[stage.value].name;
    const bool isItsName = !own.empty() && context.graph().resolution->stageNamed(own) == stage;
    return isItsName ? own : std::to_string(stage.value);
}

} // namespace drydock
