// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_progress.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What buildx writes into its `--metadata-file` after a success.
struct BuildMetadata {
    std::string imageId; ///< "sha256:…" of the configuration: the id in a store of graph drivers.
    std::string manifest; ///< "sha256:…" of the manifest or index: the id in a containerd store.
    /// Steps with their lines, for BuildProgress::add(); empty if neither buildx nor the engine keeps them.
    std::vector<StepReport> lines;
};

/// Any bytes; what is not there is empty. Source: SLSA provenance v0.2 with BuildKit's digestMapping and source locations.
BuildMetadata readBuildMetadata(std::string_view json);

} // namespace drydock
