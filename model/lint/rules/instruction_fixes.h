// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/diagnostic.h"
#include "model/syntax/syntax.h"

#include <vector>

// Fixes that write an instruction in another form. Each is empty if the form cannot hold what is there.

namespace drydock {

/// The blank lines inside of a continued instruction go.
std::vector<Fix> withoutEmptyLines(const Syntax &syntax, const Instruction &instruction);
/// MAINTAINER as the label that the OCI image specification has for it.
std::vector<Fix> asLabel(const Syntax &syntax, const Instruction &maintainer);
/// The keyword in the other case.
std::vector<Fix> recased(const Syntax &syntax, const Instruction &instruction, bool isLower);
/// `ENV key the rest` as `ENV key="the rest"`.
std::vector<Fix> asKeyValue(const Syntax &syntax, const Instruction &legacy);
/// A command without any of the shell's own characters as a JSON array.
std::vector<Fix> asJsonArray(const Syntax &syntax, const Instruction &command);

} // namespace drydock
