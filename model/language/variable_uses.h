// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <string>
#include <vector>

namespace drydock {

/// Who replaces a variable by its value, and with it what it can see.
enum class VariableReader : std::uint8_t {
    From, ///< BuildKit, in a FROM line or above the first one: the global ARGs.
    Build, ///< BuildKit, or the shell of a RUN: ARG and ENV up to this line.
    Container, ///< The shell in the finished container (CMD, ENTRYPOINT, HEALTHCHECK): ENV only.
};

/// A place where a variable is read.
struct VariableUse {
    std::string name;
    TextRange range; ///< `$x`, `${x:-default}`, or the bare name inside of `$(( ))`.
    TextRange nameRange;
    InstructionIndex instruction; ///< The ONBUILD if the trigger reads it.
    VariableReader reader = VariableReader::Build;
    bool isShell = false; ///< A shell replaces it, not BuildKit.
};

/// Every place where BuildKit or a shell would look a variable up (BuildKit `convert.go`: dispatch; LANGUAGE.md §c),
/// in file order. Not among them: what the script of the same RUN has set itself.
std::vector<VariableUse> variableUses(const Syntax &syntax);

/// The names that the instruction's own shell script sets.
std::vector<std::string> namesSetBy(const Syntax &syntax, InstructionIndex index);

} // namespace drydock
