// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Moves a stage's block, with the comments right above its FROM, so that it is number `position` of all stages
/// afterwards; the blank lines between stages stay where they are. `--from=<number>` is rewritten.
///
/// Refused if a stage would then need one below it, which BuildKit does not build, or if stages of one name would
/// change places. Plan::focus is the name; Plan::notice says if the default target is another one.
/// \param position less than the number of stages.
Result<Plan> moveStage(const GestureContext &context, StageIndex stage, std::size_t position);

} // namespace drydock
