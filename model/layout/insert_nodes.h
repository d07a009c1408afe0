// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layer_graph.h"

namespace drydock {

/// Orders the layers of a graph with a past: settled nodes as they stood, each of the others where it costs least:
/// crossings, boxes that have to make room, and the way to its neighbours. \pre graph.hasPast()
void insertNodes(LayerGraph &graph);

} // namespace drydock
