// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/refactor/references.h"

#include <map>
#include <string>

namespace drydock {

/// Which instruction set what an instruction at some place reads.
struct Surroundings {
    std::map<std::string, InstructionIndex, std::less<>> variables; ///< By name: the ENV or ARG in force.
    InstructionIndex workingDirectory; ///< The WORKDIR in force; none if the base decides.
    InstructionIndex user; ///< The USER in force; none if the base decides.
};

/// What is in force for an instruction behind `behind`. \param without is read over, as if it were not there.
Surroundings surroundingsBehind(const GestureContext &context, const References &references,
                                InstructionIndex behind, InstructionIndex without);

/// The first thing that `instruction` reads and that another line sets, or none, in `there` than in `here`; one
/// sentence. Source empty if all it reads is the same.
UserText whatStaysBehind(const Syntax &syntax, const Instruction &instruction, const Surroundings &here,
                         const Surroundings &there);

} // namespace drydock
