// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layer_graph.h"

#include <vector>

namespace drydock {

/// How far before and behind a band arrows already run straight.
inline constexpr double besideBand = 8;

/// Coordinates along. Bands do not touch: between two there is room for arrows to change their lane.
struct LayerBands {
    std::vector<double> middle; ///< Of each layer: of all that stands in it.
    std::vector<double> begin; ///< Of each layer, where its longest box or label begins.
    std::vector<double> end;
};

/// Without a past, layers follow each other at `graph.spacing.betweenLayers`. With one, they stay where they were and
/// move on only if they would come much nearer to each other than that.
LayerBands placeAlong(const LayerGraph &graph, const LayoutPast &past);

} // namespace drydock
