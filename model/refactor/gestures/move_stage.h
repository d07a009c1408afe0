// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Moves a stage's block, with the comments right above its FROM, so that it is number `position` of all stages
/// afterwards; the blank lines between stages stay where they are. `--from=<number>` is rewritten.
///
/// Refused if a FROM would then name a stage below it, or if stages of one name would change places. An arrow that
/// comes to point upwards is allowed, as BuildKit allows it, and told in Plan::notice. Plan::focus is the name.
/// \param position less than the number of stages.
Result<Plan> moveStage(const GestureContext &context, StageIndex stage, std::size_t position);

} // namespace drydock
