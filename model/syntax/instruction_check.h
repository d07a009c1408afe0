// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <string>
#include <vector>

namespace drydock {

/// What BuildKit's second step says about each instruction (`instructions/parse.go`, `bflag.go`): unknown
/// keywords and flags, wrong numbers of arguments, values that are checked without expansion.
/// \returns all problems, in file order; BuildKit itself stops at the first.
std::vector<Problem> checkInstructions(const Syntax &syntax);

/// The same for one instruction. \returns BuildKit's sentence, empty if all is well.
/// \param culprit receives the range to blame.
std::string checkInstruction(const Syntax &syntax, const Instruction &instruction, TextRange &culprit);

} // namespace drydock
