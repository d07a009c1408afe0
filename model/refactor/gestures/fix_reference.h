// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Does what "did you mean build?" offers: writes the stage's name where `--from` names something that is nearly
/// it. \param missing a node of kind Missing with a suggestion; everything that names it is changed.
/// Plan::focus is the first word.
Result<Plan> useSuggestedStage(const GestureContext &context, NodeIndex missing);

/// Makes a stage of an image whose name holds a variable, since `--from` knows no variables and FROM does.
///
///     before   ARG v=1                    after   ARG v=1
///              FROM x                             FROM tool:$v AS tool
///              COPY --from=tool:$v /a /a
///                                                 FROM x
///                                                 COPY --from=tool /a /a
///
/// \param missing a node of kind Missing with a variable in its name; everything that names it is changed.
/// \returns an Error if the variable is not set above the first FROM. Plan::focus is the new stage's name.
Result<Plan> addStageForVariable(const GestureContext &context, NodeIndex missing);

} // namespace drydock
