// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_job.h"
#include "model/engine/build_words.h"
#include "model/engine/buildx_program.h"

#include <string>

namespace drydock {

/// The files of one run of buildx, all in a folder that only this user can read.
struct BuildxFiles {
    std::string dockerfile;
    std::string metadata; ///< Written by buildx after a success.
};

/// What buildx is run with. Secrets go by the names of files and variables, never by their values.
/// \param target the stage's name for the builder; may be empty.
/// \returns an Error for what no program can be given: a NUL or bytes that are no UTF-8 in an argument, a folder that is not
/// absolute.
Result<CommandLine> buildxCommand(const BuildxProgram &program, const Endpoint &endpoint,
                                  const BuildWish &wish, const std::string &target, const BuildxFiles &files);

/// Builds by docker-buildx, which reads the folder itself. The Dockerfile is given to it in a private folder.
/// The program runs in a process group of its own: cancelled, the group gets SIGINT, and SIGKILL after 5 seconds.
/// \param store of the engine: by which id it knows its images.
BuildPtr startBuildx(const BuildxProgram &program, const Endpoint &endpoint, ImageStore store,
                     const BuildWish &wish);

} // namespace drydock
