// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/file_finder.h"
#include "app/cli/output.h"

#include <functional>
#include <string>

namespace drydock::cli {

/// What came of one file.
struct Outcome {
    std::string output; ///< For standard output, with its line end.
    std::string error; ///< A sentence for standard error, or empty.
    ExitCode code = ExitCode::Fine;
};

/// Does `work` for every file that `finder` gives, on `jobs` threads, and writes the outcomes in the finder's order as
/// soon as their turn comes. Bounded memory: at most a few outcomes per thread, and about 256 MB of input, wait
/// for their turn. One file is worked on without starting a thread. Stops early when `output` is closed.
/// \param work is called by several threads at once. \returns the highest code.
ExitCode runInOrder(FileFinder &finder, const std::function<Outcome(const FoundFile &)> &work, Output &output,
                    unsigned jobs);

} // namespace drydock::cli
