// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"
#include "model/text/edit_set.h"

#include <vector>

namespace drydock {

/// The edits that move an instruction, with the comments right above it, behind another one. The bytes stay as they
/// are; of two blank lines that would come to stand together one goes.
/// \pre `behind` is neither the instruction nor the one above it; neither is open-ended.
std::vector<TextEdit> moveEdits(const Syntax &syntax, InstructionIndex instruction, InstructionIndex behind);

} // namespace drydock
