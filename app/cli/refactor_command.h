// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"

namespace drydock::cli {

/// Tells what a refactoring would do to the file that `arguments` name, and does it with --write; with --list, tells it of
/// all of them.
ExitCode refactor(const Arguments &arguments, Output &output);

} // namespace drydock::cli
