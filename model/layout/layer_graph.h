// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"
#include "model/layout/layout_past.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
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
    bool startsAnywhere = false; ///< See LayoutBox.
    double along = 0; ///< Size.
    double across = 0; ///< Size.
};

/// One step of an arrow: from a node to one in the next layer.
struct LayerLink {
    std::size_t from = 0;
    std::size_t to = 0;
    double portOffset = 0; ///< How far from the middle of `to` it arrives, across.
    double startOffset = 0; ///< How far from the middle of `from` it begins.
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
    LayoutSpacing spacing;

    // With a past:
    std::vector<std::optional<double>> past; ///< Of each node, where across it stood; empty without a past.
    std::vector<bool>
        isSettled; ///< Of each node: it stood in this layer, so it keeps its place in the order.
    int firstLayer = 0; ///< What layer 0 was called in the past.

    bool hasPast() const { return !past.empty(); }
};

/// Distance that two neighbours in a layer keep from each other, border to border.
double gapBetween(const LayerGraph &graph, std::size_t first, std::size_t second);
/// Least distance of their middles, a whole number.
double distanceBetween(const LayerGraph &graph, std::size_t first, std::size_t second);

/// Breaks cycles, assigns layers, cuts long arrows into links. With a past, boxes keep their layers unless an arrow
/// would point back. \pre `input` is connected, or `past` knows something.
/// \post layers hold their nodes in order of index.
LayerGraph makeLayerGraph(const LayoutInput &input, const LayoutPast &past);

/// Orders each layer for few crossings. With a past, settled nodes keep their order and the others look for a gap.
void orderLayers(LayerGraph &graph, const std::stop_token &stop);

/// Decides where links arrive at their boxes (portOffset) and where the middle of each node stands across.
/// \returns one whole number for each node; with a past, in its coordinates.
std::vector<double> placeAcross(LayerGraph &graph, const std::stop_token &stop);

} // namespace drydock
