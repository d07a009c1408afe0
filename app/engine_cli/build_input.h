// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "model/analysis/analysis.h"
#include "model/engine/build_job.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock::cli {

/// Why a command stops, and what the program returns then.
struct Complaint {
    Error error;
    ExitCode code = ExitCode::Failed;
};

/// A Dockerfile that is to be built.
struct BuildInput {
    std::string name; ///< As it was given.
    std::shared_ptr<const Analysis> analysis;
    BuildWish wish;
};

/// Reads the Dockerfile at `path`; the build context is --context, or the folder that the file lies in.
/// \returns a Complaint if it cannot be read, or if BuildKit would refuse it.
tl::expected<BuildInput, Complaint> readBuildInput(const std::string &path, const Arguments &arguments);

/// All files of the command line, and behind them what --refactor makes of the first.
tl::expected<std::vector<BuildInput>, Complaint> readBuildInputs(const Arguments &arguments);

/// The same file as the refactoring of --refactor rewrites it, with all its parts.
/// \returns a Complaint if it is blocked.
tl::expected<BuildInput, Complaint> refactoredInput(const BuildInput &input, const Arguments &arguments);

} // namespace drydock::cli
