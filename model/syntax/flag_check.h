// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <string>

namespace drydock {

/// Whether the flags of an instruction exist, may stand twice and have the values they need (BuildKit
/// `bflag.go`: BFlags.Parse). \returns BuildKit's sentence, empty if all is well. \param culprit receives the
/// flag to blame.
std::string checkFlags(const Syntax &syntax, const Instruction &instruction, TextRange &culprit);

} // namespace drydock
