// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace drydock {

/// What stands in a layer.
enum class LayerNodeKind : std::uint8_t {
    Box,
    Bend, ///< Where a long arrow passes through a layer.
    Label, ///< Where an arrow passes through a layer, with room for its label.
};

/// "Along" is the direction arrows flow in, "across" the other one, so that the steps know no directions.
struct LayerNode {
    LayerNodeKind kind = LayerNodeKind::Box;
    std::size_t origin = 0; ///< The box, or the arrow that passes.
    std::size_t layer = 0;
    double along = 0; ///< Size.
    double across = 0; ///< Size.
};

/// One step of an arrow: from a node to one in the next layer.
struct LayerLink {
    std::size_t from = 0;
    std::size_t to = 0;
    double portOffset = 0; ///< How far from the middle of `to` it arrives, across.
};

/// A connected graph in which every link leads from a layer to the next one.
struct LayerGraph {
    std::vector<LayerNode> nodes; ///< Boxes first, in file order.
    std::vector<LayerLink> links;
    std::vector<std::vector<std::size_t>> linksInto; ///< Of each node.
    std::vector<std::vector<std::size_t>> linksOutOf;
    std::vector<std::vector<std::size_t>> layers; ///< Nodes of each layer in order across.
    std::vector<std::vector<std::size_t>>
        paths; ///< Links of each arrow, in layer order; empty for self-loops.
    std::vector<bool> isReversed; ///< Of each arrow: its path leads from its target to its source.
};

/// Distance that two neighbours in a layer keep from each other, border to border.
double gapBetween(const LayerNode &first, const LayerNode &second);

/// Breaks cycles, assigns layers, cuts long arrows into links. \pre `input` is connected.
/// \post layers hold their nodes in order of index.
LayerGraph makeLayerGraph(const LayoutInput &input);

/// Orders each layer for few crossings.
/// \param previous across-coordinate of each box in the last picture (NaN: new box), or empty.
void orderLayers(LayerGraph &graph, const std::vector<double> &previous);

/// Number of crossings between the links of `graph` in its present order.
std::size_t countCrossings(const LayerGraph &graph);

/// Decides where links arrive at their boxes (portOffset) and where the middle of each node stands across.
/// \returns one coordinate for each node; the least border is at 0.
std::vector<double> placeAcross(LayerGraph &graph);

} // namespace drydock
