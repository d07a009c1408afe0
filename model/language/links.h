// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A word that leads out of the file.
struct Link {
    TextRange range;
    std::string target; ///< An http or https address.

    bool operator==(const Link &) const = default;
};

/// The pages of images at the registries that have pages, and what ADD fetches; in file order. Only what is known
/// after expansion of ARGs; never anything but http and https.
std::vector<Link> linksOf(const Syntax &syntax, const StageGraph &graph);

/// The page about an image: Docker Hub, ghcr.io, quay.io, mcr.microsoft.com, gcr.io, public.ecr.aws. Empty for other
/// registries and for what is no reference.
std::string pageOfImage(std::string_view reference);

} // namespace drydock
