// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/discovery.h"
#include "model/engine/job.h"

#include <compare>
#include <string>
#include <vector>

namespace drydock {

/// Of the docker-buildx program.
struct BuildxVersion {
    int major = 0;
    int minor = 0;

    auto operator<=>(const BuildxVersion &) const = default; // NOLINT(modernize-use-nullptr)
};

/// The first that has `--progress=rawjson`.
constexpr BuildxVersion oldestBuildx {0, 13};
/// The first that writes the lines of steps into its metadata file.
constexpr BuildxVersion firstWithLines {0, 14};

/// docker-buildx, ready to be started.
struct BuildxProgram {
    std::string path; ///< Absolute.
    BuildxVersion version;
};

/// The folders in which docker looks for its plugins, in its order, and then those of PATH.
std::vector<std::string> buildxFolders(const DiscoveryPlaces &surroundings);

/// The first `docker-buildx` in `folders` that may be run. Never one in `project`, whatever links lead there: a repository
/// must not bring the program that builds it. \returns an empty text if there is none.
std::string findBuildx(const std::vector<std::string> &folders, const std::string &project);

/// Asks the program for its version, for 10 seconds at most. An Error if it does not tell one, or is older than
/// oldestBuildx.
JobPtr<BuildxProgram> askBuildx(const std::string &path);

/// Reads "github.com/docker/buildx v0.13.1 7884339…". \returns 0.0 for anything else.
BuildxVersion readBuildxVersion(const std::string &output);

} // namespace drydock
