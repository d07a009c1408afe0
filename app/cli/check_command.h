// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/file_finder.h"
#include "app/cli/ordered_run.h"
#include "app/cli/output.h"

namespace drydock::cli {

/// Checks what `arguments` name on all cores and writes the findings in the order of the files; with --fix it mends files
/// first and tells what is left.
ExitCode check(Arguments arguments, FileFinder &finder, Output &output, unsigned jobs);

} // namespace drydock::cli
