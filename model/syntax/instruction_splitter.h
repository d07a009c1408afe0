// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/arguments.h"

namespace drydock {

/// Takes one logical line apart: keyword, flags, words and, for ONBUILD, the instruction inside. Everything but
/// lines, pieces, heredocs and stage of `instruction` is filled in; flags, words, triggers and problems go to
/// `syntax`, the tokens-to-be to `scratch.spans`.
void splitInstruction(const LogicalLine &line, Syntax &syntax, Instruction &instruction,
                      ArgumentScratch &scratch);

} // namespace drydock
