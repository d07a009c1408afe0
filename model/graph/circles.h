// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

#include <vector>

namespace drydock {

/// The circles that BuildKit would refuse, so that they can be told one by one: for each stage that lies on one and
/// on none told before, the shortest that leads through it. Each begins with its first stage in the file; every
/// stage is needed by the next one, the last one by the first.
/// \pre markBuildOrder() was asked.
std::vector<std::vector<NodeIndex>> circlesOf(const StageGraph &graph);

} // namespace drydock
