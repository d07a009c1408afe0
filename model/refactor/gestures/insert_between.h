// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Puts a new stage into an arrow.
///
///     FROM a -> b      before   FROM a AS b              after   FROM a AS stage-2
///
///                                                                FROM stage-2 AS b
///
///     COPY a -> b      before   FROM x AS b              after   FROM scratch AS stage-3
///                               COPY --from=a /p /q              COPY --from=a /p /p
///
///                                                                FROM x AS b
///                                                                COPY --from=stage-3 /p /q
///
/// A base keeps its --platform in the new stage. Other arrows than these have no between: the Error says so.
/// Plan::focus is the new stage's name.
Result<Plan> insertBetween(const GestureContext &context, std::size_t edge);

/// The same with a stage that is there already and that nobody uses: it gets the base or the copy, and moves in
/// between where it is not. Plan::focus is its name.
Result<Plan> insertStageBetween(const GestureContext &context, std::size_t edge, StageIndex stage);

} // namespace drydock
