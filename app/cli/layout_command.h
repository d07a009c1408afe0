// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"

namespace drydock::cli {

/// Lays out the graph in the file that `arguments` name and writes it as JSON; a sentence to standard error if a file
/// cannot be read or is not what it should be.
ExitCode layOut(const Arguments &arguments, Output &output);

} // namespace drydock::cli
