// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/shell/commands.h"
#include "model/syntax/syntax.h"

#include <vector>

namespace drydock {

/// What a HEALTHCHECK calls. Empty for NONE. Exec form: one command. \pre `check` is a HEALTHCHECK.
std::vector<ShellCommand> commandsOfCheck(const Syntax &syntax, const Instruction &check, bool &isExec);

} // namespace drydock
