// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/plan.h"
#include "model/syntax/syntax.h"

// Reasons that several gestures have in common. Each is one sentence for a person.

namespace drydock {

/// A stage of the same name would step in where another one was meant.
tl::unexpected<Error> nameClash();
/// The arrow comes from an ONBUILD of another stage.
tl::unexpected<Error> broughtByOnbuild(const Syntax &syntax, InstructionIndex instruction);
/// A name is interrupted by quotes or a line break.
tl::unexpected<Error> nameInPieces(const Syntax &syntax, InstructionIndex instruction);

/// What an ONBUILD of `stage` brings would close a circle or lead from a stage below.
tl::unexpected<Error> onbuildTrouble(const std::string &stage);

} // namespace drydock
