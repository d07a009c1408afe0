// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/endpoint.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Where discovery looks. Given, so that it can be tried without anybody's home.
struct DiscoveryPlaces {
    std::map<std::string, std::string, std::less<>> environment; ///< DOCKER_HOST, HOME, PATH …
    std::string root; ///< Stands in front of the paths of the machine ("/run"); empty but in tests.
    std::string host; ///< What the user has asked for, as DOCKER_HOST; may be empty.
    std::string context; ///< A context that the user has asked for; may be empty.

    /// Empty if it is not set.
    std::string_view variable(std::string_view name) const;
    /// $DOCKER_CONFIG or ~/.docker; empty without a home.
    std::string configFolder() const;
};

/// Those of this program.
DiscoveryPlaces discoveryPlacesOfProcess();

/// One entry of a list of engines.
struct EngineChoice {
    Endpoint endpoint;
    std::string description; ///< Of the context, in its author's words; may be empty.
    bool isCurrent = false;

    bool operator==(const EngineChoice &) const = default;
};

/// Which engine counts, and which others there are.
struct Discovery {
    /// An Error if what was asked for does not exist: another engine is never taken in silence.
    Result<Endpoint> endpoint;
    /// All that can be chosen: what DOCKER_HOST says, contexts, sockets. Each address once; none has been connected to.
    std::vector<EngineChoice> choices;
    /// Contexts that cannot be used, and why.
    std::vector<Error> problems;
};

/// Finds engines as the docker program does (docker/cli, `resolveContextName`): what the user asked for, DOCKER_HOST,
/// DOCKER_CONTEXT, `currentContext` of config.json, "default". Where nothing is configured and /var/run/docker.sock is
/// missing, the first socket that exists counts (rootless, Desktop, Colima, Rancher, Lima, Podman).
///
/// Reads small files and asks which sockets exist; connects to nothing.
Discovery discoverEngines(const DiscoveryPlaces &surroundings);

} // namespace drydock
