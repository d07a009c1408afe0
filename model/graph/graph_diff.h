// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"
#include "model/text/edit_set.h"

#include <vector>

namespace drydock {

/// Which node of the new graph is which node of the old one. Nodes have no ids in the text; identity comes
/// from mapping each old FROM through the edits, then from equal names.
struct GraphDiff {
    std::vector<NodeIndex> oldOf; ///< For each new node the old node, or none if it is new.
    std::vector<NodeIndex> newOf; ///< For each old node the new node, or none if it is gone.
};

/// \param edits lead from `before`'s text to `after`'s.
GraphDiff diffGraphs(const Syntax &beforeSyntax, const StageGraph &before, const EditSet &edits,
                     const Syntax &afterSyntax, const StageGraph &after);

} // namespace drydock
