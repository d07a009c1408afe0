// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

namespace drydock::ui {

/// The instruction of another version of the text that has the same words; of several the one nearest in the file. None
/// if it was changed or is gone.
InstructionIndex sameInstruction(const Analysis &from, InstructionIndex instruction, const Analysis &to);

} // namespace drydock::ui
