// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

namespace drydock {

/// Marks what the target needs (GraphNode::isReachable), the target itself, arrows to later stages and arrows
/// that lie on a circle. Circles: Tarjan, "Depth-first search and linear graph algorithms" (1972), without
/// recursion.
void markBuildOrder(StageGraph &graph);

} // namespace drydock
