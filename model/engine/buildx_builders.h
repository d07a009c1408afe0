// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace drydock {

/// A builder that somebody has made by `docker buildx create`.
struct BuildxBuilder {
    std::string name;
    std::string driver; ///< "docker-container", "remote", "kubernetes"
    std::vector<std::string>
        endpoints; ///< Of its nodes: "tcp://10.0.0.5:1234", or the name of a docker context.

    bool operator==(const BuildxBuilder &) const = default;
};

/// Those that buildx keeps below docker's folder, by name. Nothing is run and nothing connected to, so that it is not known
/// whether they work. Files that are no builders are passed over.
/// \param configFolder DiscoveryPlaces::configFolder().
std::vector<BuildxBuilder> buildersIn(const std::string &configFolder);

} // namespace drydock
