// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layer_graph.h"

#include <vector>

namespace drydock {

/// Links into a box arrive side by side, so that their heads do not cover each other and they do not cross on the
/// last step.
void spreadPorts(LayerGraph &graph);

/// Once everything has its place, links arrive at the point of the border that is nearest to where they come from, as
/// far as those beside them let them: a wide card is reached on a short and often straight way. Where links may start
/// anywhere, they do the same at that end.
void aimPorts(LayerGraph &graph, const std::vector<double> &position);

} // namespace drydock
