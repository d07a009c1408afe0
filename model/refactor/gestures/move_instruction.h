// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Moves an instruction, with the comments right above it, within its stage or into another one.
/// \param behind the instruction that it will follow; a FROM puts it first in that stage.
///
/// Plan::notice warns if a variable, working directory or user that it reads is another one there. Refused for a
/// FROM, for what stands above the first stage, and if an arrow would then close a circle or point upwards. Plan::focus is the
/// instruction.
Result<Plan> moveInstruction(const GestureContext &context, InstructionIndex instruction,
                             InstructionIndex behind);

} // namespace drydock
