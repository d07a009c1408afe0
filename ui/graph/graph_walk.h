// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/edge_item.h"
#include "ui/graph/node_item.h"

#include <vector>

namespace drydock::ui {

class GraphScene;

/// The node that lies nearest in a direction: what lies straight ahead counts as nearer than what lies aside.
/// \param ahead of length 1, along an axis. \returns null if nothing lies there.
NodeItem *nearestThatWay(const NodeItem &from, const std::vector<NodeItem *> &among, QPointF ahead);

/// The nodes at the other ends of the arrows of `from` that lie in a direction, the nearest first.
std::vector<NodeItem *> neighboursThatWay(const GraphScene &scene, const NodeItem &from, QPointF ahead);

/// One place that Tab stops at.
struct GraphStop {
    NodeItem *node = nullptr;
    EdgeItem *edge = nullptr; ///< None: the node itself, or its instruction.
    InstructionIndex instruction; ///< A row of an expanded card.
};

/// All of them: the nodes in file order, each followed by the instructions it shows and the arrows that end in it.
std::vector<GraphStop> stopsOf(const GraphScene &scene);

} // namespace drydock::ui
