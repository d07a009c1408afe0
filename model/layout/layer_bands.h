// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layer_graph.h"

#include <vector>

namespace drydock {

/// How far before and behind a band arrows already run straight.
inline constexpr double besideBand = 12;

/// Coordinates along. Bands do not touch: between two there is room for arrows to change their lane.
struct LayerBands {
    std::vector<double> begin; ///< Of each node.
    std::vector<double> bandBegin; ///< Of each layer: the least begin of its boxes and labels.
    std::vector<double> bandEnd;
};

/// Without a past, layers follow each other at `graph.spacing.betweenLayers`. With one, a settled box stays where it
/// was, and layers move on only if they would come much nearer to each other than that.
LayerBands placeAlong(const LayerGraph &graph, const LayoutPast &past);

} // namespace drydock
