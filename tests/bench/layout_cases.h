// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/layout_metrics.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace drydock::bench {

using Json = nlohmann::json;

/// A graph of the format drydock-layout-graph/1.
struct LayoutCase {
    std::string name;
    bool isReal = false; ///< From a Dockerfile somebody wrote; else made up.
    std::size_t stages = 0;
    Json json;
};

/// All of `folder`/graphs_real and `folder`/graphs, by name.
std::vector<LayoutCase> loadLayoutCases(const std::string &folder);

/// The graph after a stage was written in the middle of the file: based on an image or an earlier stage, copied from by
/// a later one; as ../shared/layout/gen.mjs does it.
Json withStageInserted(const Json &graph, std::uint32_t seed);

/// \param drawing `{"nodes": [{id, x, y, w, h}], "edges": [{source, target, points}]}`.
DrawnGraph drawnGraph(const Json &drawing);

} // namespace drydock::bench
