// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_graph.h"

#include "model/layout/network_simplex.h"

#include <algorithm>
#include <limits>

namespace drydock {
namespace {

/// The strongly connected component of each box (Tarjan 1972, without recursion).
std::vector<std::size_t> stronglyConnected(const LayoutInput &input)
{
    constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();
    const std::size_t count = input.boxes.size();
    std::vector<std::vector<std::size_t>> next(count);
    for (const LayoutArrow &arrow : input.arrows)
        next[arrow.source].push_back(arrow.target);

    std::vector<std::size_t> component(count, unseen);
    std::vector<std::size_t> number(count, unseen);
    std::vector<std::size_t> low(count, 0);
    std::vector<std::size_t> open;
    struct Visit {
        std::size_t node;
        std::size_t child;
    };
    std::size_t counter = 0;
    for (std::size_t root = 0; root < count; ++root) {
        if (number[root] != unseen)
            continue;
        std::vector<Visit> stack {{root, 0}};
        while (!stack.empty()) {
            const std::size_t node = stack.back().node;
            if (stack.back().child == 0 && number[node] == unseen) {
                number[node] = low[node] = counter++;
                open.push_back(node);
            }
            if (stack.back().child < next[node].size()) {
                const std::size_t child = next[node][stack.back().child++];
                if (number[child] == unseen)
                    stack.push_back({child, 0});
                else if (component[child] == unseen)
                    low[node] = std::min(low[node], number[child]);
                continue;
            }
            if (low[node] == number[node]) {
                std::size_t member = unseen;
                do {
                    member = open.back();
                    open.pop_back();
                    component[member] = node;
                } while (member != node);
            }
            stack.pop_back();
            if (!stack.empty())
                low[stack.back().node] = std::min(low[stack.back().node], low[node]);
        }
    }
    return component;
}

/// Boxes that could stand in several layers at the same cost go to the emptiest of them (Gansner et al. 1993,
/// section 2.2, "balance").
void balance(std::vector<int> &layerOf, const std::vector<SimplexEdge> &edges)
{
    const int last = *std::max_element(layerOf.begin(), layerOf.end());
    std::vector<std::size_t> crowd(std::size_t(last) + 1, 0);
    for (const int layer : layerOf)
        ++crowd[std::size_t(layer)];
    struct Room {
        int balance = 0;
        int from = 0;
        int to = 0;
        bool isBound = false;
    };
    for (std::size_t node = 0; node < layerOf.size(); ++node) {
        Room room {0, 0, last, false};
        for (const SimplexEdge &edge : edges) {
            if (edge.head == node) {
                room.balance -= edge.weight;
                room.from = std::max(room.from, layerOf[edge.tail] + edge.minimum);
                room.isBound = true;
            }
            if (edge.tail == node) {
                room.balance += edge.weight;
                room.to = std::min(room.to, layerOf[edge.head] - edge.minimum);
            }
        }
        if (room.balance != 0 || !room.isBound)
            continue;
        int best = layerOf[node];
        for (int layer = room.from; layer <= room.to; ++layer) {
            if (crowd[std::size_t(layer)] + 1 < crowd[std::size_t(best)])
                best = layer;
        }
        --crowd[std::size_t(layerOf[node])];
        ++crowd[std::size_t(best)];
        layerOf[node] = best;
    }
}

std::vector<int> assignLayers(const LayoutInput &input, std::vector<bool> &isReversed)
{
    const std::vector<std::size_t> component = stronglyConnected(input);
    std::vector<SimplexEdge> edges;
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        const LayoutArrow &arrow = input.arrows[i];
        if (arrow.source == arrow.target)
            continue;
        isReversed[i] = component[arrow.source] == component[arrow.target] && arrow.source > arrow.target;
        const int length = arrow.labelWidth > 0 ? 2 : 1; // A label stands in a layer of its own.
        edges.push_back(isReversed[i] ? SimplexEdge {arrow.target, arrow.source, length, 1}
                                      : SimplexEdge {arrow.source, arrow.target, length, 1});
    }
    constexpr std::size_t maxPivotsPerNode = 4;
    const std::size_t count = input.boxes.size();
    std::vector<int> layerOf = cheapestPositions(earliestPositions(count, edges), edges,
                                                 std::max<std::size_t>(200, count * maxPivotsPerNode));
    if (count <= 500)
        balance(layerOf, edges);
    return layerOf;
}

/// Which of an arrow's bends holds its label: one where the layer is wide anyway; among those the last, since a
/// reader looks for the label near the stage that copies.
std::size_t labelLayer(std::size_t first, std::size_t last, const std::vector<double> &layerSize,
                       double labelAlong)
{
    std::size_t best = last - 1;
    for (std::size_t layer = last - 1; layer > first; --layer) {
        const auto cost = [&](std::size_t l) { return std::max(0.0, labelAlong - layerSize[l]); };
        if (cost(layer) < cost(best))
            best = layer;
    }
    return best;
}

} // namespace

double gapBetween(const LayerNode &first, const LayerNode &second)
{
    constexpr double betweenBoxes = 32;
    constexpr double besideLabel = 16;
    constexpr double betweenBoxAndBend = 22;
    constexpr double betweenBends = 16;
    const auto isA = [&](LayerNodeKind kind) { return first.kind == kind || second.kind == kind; };
    if (first.kind == LayerNodeKind::Box && second.kind == LayerNodeKind::Box)
        return betweenBoxes;
    if (isA(LayerNodeKind::Box))
        return betweenBoxAndBend;
    return isA(LayerNodeKind::Label) ? besideLabel : betweenBends;
}

LayerGraph makeLayerGraph(const LayoutInput &input)
{
    const bool isFlat = input.direction == LayoutDirection::LeftToRight;
    LayerGraph graph;
    graph.isReversed.assign(input.arrows.size(), false);
    const std::vector<int> layerOf = assignLayers(input, graph.isReversed);
    const int last = *std::max_element(layerOf.begin(), layerOf.end());
    graph.layers.resize(std::size_t(last) + 1);

    std::vector<double> layerSize(graph.layers.size(), 0);
    const auto add
        = [&](LayerNodeKind kind, std::size_t origin, std::size_t layer, double width, double height) {
              const LayerNode node {kind, origin, layer, isFlat ? width : height, isFlat ? height : width};
              layerSize[layer] = std::max(layerSize[layer], node.along);
              graph.layers[layer].push_back(graph.nodes.size());
              graph.nodes.push_back(node);
              graph.linksInto.emplace_back();
              graph.linksOutOf.emplace_back();
              return graph.nodes.size() - 1;
          };
    for (std::size_t i = 0; i < input.boxes.size(); ++i)
        add(LayerNodeKind::Box, i, std::size_t(layerOf[i]), input.boxes[i].width, input.boxes[i].height);

    graph.paths.resize(input.arrows.size());
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        const LayoutArrow &arrow = input.arrows[i];
        if (arrow.source == arrow.target)
            continue;
        const std::size_t first = graph.isReversed[i] ? arrow.target : arrow.source;
        const std::size_t end = graph.isReversed[i] ? arrow.source : arrow.target;
        const std::size_t firstLayer = graph.nodes[first].layer;
        const std::size_t endLayer = graph.nodes[end].layer;
        const bool hasLabel = arrow.labelWidth > 0;
        const std::size_t labelAt = hasLabel
            ? labelLayer(firstLayer, endLayer, layerSize, isFlat ? arrow.labelWidth : arrow.labelHeight)
            : 0;
        std::size_t node = first;
        for (std::size_t layer = firstLayer + 1; layer <= endLayer; ++layer) {
            std::size_t next = end;
            if (layer < endLayer && hasLabel && layer == labelAt)
                next = add(LayerNodeKind::Label, i, layer, arrow.labelWidth, arrow.labelHeight);
            else if (layer < endLayer)
                next = add(LayerNodeKind::Bend, i, layer, 0, 0);
            graph.linksOutOf[node].push_back(graph.links.size());
            graph.linksInto[next].push_back(graph.links.size());
            graph.paths[i].push_back(graph.links.size());
            graph.links.push_back({node, next, 0});
            node = next;
        }
    }
    return graph;
}

} // namespace drydock
