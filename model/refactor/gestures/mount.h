// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Lets one RUN of `target` see the files of `source` without copying them.
///
///     before   RUN make
///     after    RUN --mount=type=bind,from=build,source=/,target=/mnt/build make
///
/// The flag comes behind the RUN's other mounts, on a line of its own if they are.
/// \param run a RUN of `target`; none means its first.
/// \returns an Error if there is no RUN. Plan::focus is the path behind `target=`.
Result<Plan> mountStage(const GestureContext &context, NodeIndex source, NodeIndex target,
                        InstructionIndex run = {});

} // namespace drydock
