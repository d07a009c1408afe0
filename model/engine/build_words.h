// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_job.h"
#include "model/engine/endpoint.h"

#include <map>
#include <string>
#include <vector>

namespace drydock {

/// What a program is run with.
struct CommandLine {
    std::string program;
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment; ///< Variables that are set.
    std::vector<std::string> unset; ///< Variables that must not be inherited.

    /// For a POSIX shell, which takes it apart into exactly these arguments.
    std::string inWords() const;
};

/// A word that a POSIX shell reads as `word`: quoted only where it must be.
std::string inShell(const std::string &word);

/// The flags that `docker build` and buildx both know, as "--flag=value": nothing in a value can become a flag.
/// \param target the stage's name for the builder; may be empty.
std::vector<std::string> flagsOf(const BuildWish &wish, const std::string &target);

/// Makes docker's programs talk to `endpoint` and to no other that their environment names.
void reachEndpoint(const Endpoint &endpoint, CommandLine &command);

/// `docker build` as a person would type it to get the same from the engine.
std::string dockerCommand(const Endpoint &endpoint, const BuildWish &wish, const std::string &target,
                          bool usesBuildKit);

} // namespace drydock
