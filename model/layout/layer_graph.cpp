// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_graph.h"

#include "model/layout/network_simplex.h"

#include <algorithm>
#include <cmath>
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

/// Layers of the least total length of arrows.
std::vector<int> freshLayers(std::size_t count, const std::vector<SimplexEdge> &edges)
{
    constexpr std::size_t maxPivotsPerNode = 4;
    std::vector<int> layerOf = cheapestPositions(earliestPositions(edges, std::vector<int>(count, 0)), edges,
                                                 std::max<std::size_t>(200, count * maxPivotsPerNode), {});
    if (count <= 500)
        balance(layerOf, edges);
    return layerOf;
}

/// The same, but leaving the old layer costs far more than any length: what moves are as few boxes as the arrows
/// allow. \returns old numbers, which may be negative.
std::vector<int> keptLayers(std::size_t count, std::vector<SimplexEdge> edges, const LayoutPast &past)
{
    constexpr int stay = 1'000;
    std::vector<int> bounds(count, 0);
    int least = 0;
    for (const auto &box : past.boxes)
        least = std::min(least, box ? box->layer : 0);
    for (std::size_t i = 0; i < count; ++i)
        bounds[i] = past.boxes[i] ? past.boxes[i]->layer - least : 0;
    std::vector<int> start = earliestPositions(edges, bounds);
    const std::size_t anchor = start.size();
    start.push_back(0);
    for (std::size_t i = 0; i < count; ++i) {
        if (!past.boxes[i])
            continue;
        // |layer - old layer| as two edges from a helper, as in Gansner et al. 1993, section 4.2.
        const std::size_t helper = start.size();
        edges.push_back({helper, anchor, 0, stay});
        edges.push_back({helper, i, bounds[i], stay});
        start.push_back(std::min(0, start[i] - bounds[i]));
    }
    const std::vector<int> solved = cheapestPositions(start, edges, 4 * start.size(), {});
    std::vector<int> layerOf(solved.begin(), solved.begin() + std::ptrdiff_t(count));
    for (int &layer : layerOf)
        layer += least - solved[anchor];
    return layerOf;
}

std::vector<int> assignLayers(const LayoutInput &input, const LayoutPast &past, std::vector<bool> &isReversed)
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
    if (past.isEmpty())
        return freshLayers(input.boxes.size(), edges);
    return keptLayers(input.boxes.size(), std::move(edges), past);
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

double gapBetween(const LayerGraph &graph, std::size_t first, std::size_t second)
{
    constexpr double besideLabel = 16;
    constexpr double betweenBoxAndBend = 22;
    constexpr double betweenBends = 16;
    const LayerNodeKind one = graph.nodes[first].kind;
    const LayerNodeKind other = graph.nodes[second].kind;
    const auto isA = [&](LayerNodeKind kind) { return one == kind || other == kind; };
    if (one == LayerNodeKind::Box && other == LayerNodeKind::Box)
        return graph.spacing.betweenBoxes;
    if (isA(LayerNodeKind::Box))
        return betweenBoxAndBend;
    return isA(LayerNodeKind::Label) ? besideLabel : betweenBends;
}

double distanceBetween(const LayerGraph &graph, std::size_t first, std::size_t second)
{
    return std::ceil(graph.nodes[first].across / 2 + gapBetween(graph, first, second)
                     + graph.nodes[second].across / 2);
}

namespace {

class Builder {
public:
    Builder(const LayoutInput &input, const LayoutPast &past);
    LayerGraph take() { return std::move(m_graph); }

private:
    std::size_t add(LayerNodeKind kind, std::size_t origin, std::size_t layer, double width, double height);
    void addBox(std::size_t box, std::size_t layer);
    void addPath(std::size_t arrow);
    /// Where `arrow` passed `layer` in the past.
    std::optional<double> lane(std::size_t arrow, std::size_t layer) const;

    const LayoutInput &m_input;
    const LayoutPast &m_past;
    LayerGraph m_graph;
    std::vector<double> m_layerSize;
};

Builder::Builder(const LayoutInput &input, const LayoutPast &past)
    : m_input(input)
    , m_past(past)
{
    m_graph.spacing = input.spacing;
    m_graph.isReversed.assign(input.arrows.size(), false);
    const std::vector<int> layerOf = assignLayers(input, past, m_graph.isReversed);
    const auto [first, last] = std::minmax_element(layerOf.begin(), layerOf.end());
    m_graph.firstLayer = *first;
    m_graph.layers.resize(std::size_t(*last - *first) + 1);
    m_layerSize.resize(m_graph.layers.size(), 0);
    for (std::size_t box = 0; box < input.boxes.size(); ++box)
        addBox(box, std::size_t(layerOf[box] - *first));
    m_graph.paths.resize(input.arrows.size());
    for (std::size_t arrow = 0; arrow < input.arrows.size(); ++arrow) {
        if (input.arrows[arrow].source != input.arrows[arrow].target)
            addPath(arrow);
    }
}

std::size_t Builder::add(LayerNodeKind kind, std::size_t origin, std::size_t layer, double width,
                         double height)
{
    const bool isFlat = m_input.direction == LayoutDirection::LeftToRight;
    const bool startsAnywhere = kind == LayerNodeKind::Box && m_input.boxes[origin].startsAnywhere;
    const LayerNode node {
        kind, origin, layer, startsAnywhere, isFlat ? width : height, isFlat ? height : width};
    m_layerSize[layer] = std::max(m_layerSize[layer], node.along);
    m_graph.layers[layer].push_back(m_graph.nodes.size());
    m_graph.nodes.push_back(node);
    m_graph.linksInto.emplace_back();
    m_graph.linksOutOf.emplace_back();
    return m_graph.nodes.size() - 1;
}

void Builder::addBox(std::size_t box, std::size_t layer)
{
    add(LayerNodeKind::Box, box, layer, m_input.boxes[box].width, m_input.boxes[box].height);
    if (m_past.isEmpty())
        return;
    const auto &old = m_past.boxes[box];
    m_graph.past.push_back(old ? std::optional(std::round(old->across)) : std::nullopt);
    m_graph.isSettled.push_back(old && old->layer == m_graph.firstLayer + int(layer));
}

std::optional<double> Builder::lane(std::size_t arrow, std::size_t layer) const
{
    const std::vector<double> &lanes = m_past.lanes[arrow];
    const auto &source = m_past.boxes[m_input.arrows[arrow].source];
    const auto &target = m_past.boxes[m_input.arrows[arrow].target];
    if (!source || !target)
        return {};
    const int first = std::min(source->layer, target->layer);
    const int passed = std::max(source->layer, target->layer) - first - 1;
    const int index = m_graph.firstLayer + int(layer) - first - 1;
    if (passed != int(lanes.size()) || index < 0 || index >= passed)
        return {};
    return std::round(lanes[std::size_t(index)]);
}

void Builder::addPath(std::size_t arrow)
{
    const LayoutArrow &drawn = m_input.arrows[arrow];
    const std::size_t first = m_graph.isReversed[arrow] ? drawn.target : drawn.source;
    const std::size_t end = m_graph.isReversed[arrow] ? drawn.source : drawn.target;
    const std::size_t endLayer = m_graph.nodes[end].layer;
    const bool hasLabel = drawn.labelWidth > 0;
    const bool isFlat = m_input.direction == LayoutDirection::LeftToRight;
    const std::size_t labelAt = hasLabel ? labelLayer(m_graph.nodes[first].layer, endLayer, m_layerSize,
                                                      isFlat ? drawn.labelWidth : drawn.labelHeight)
                                         : 0;
    std::size_t node = first;
    for (std::size_t layer = m_graph.nodes[first].layer + 1; layer <= endLayer; ++layer) {
        std::size_t next = end;
        if (layer < endLayer) {
            const bool isLabel = hasLabel && layer == labelAt;
            next = add(isLabel ? LayerNodeKind::Label : LayerNodeKind::Bend, arrow, layer,
                       isLabel ? drawn.labelWidth : 0, isLabel ? drawn.labelHeight : 0);
            if (!m_past.isEmpty()) {
                m_graph.past.push_back(lane(arrow, layer));
                m_graph.isSettled.push_back(m_graph.past.back().has_value());
            }
        }
        m_graph.linksOutOf[node].push_back(m_graph.links.size());
        m_graph.linksInto[next].push_back(m_graph.links.size());
        m_graph.paths[arrow].push_back(m_graph.links.size());
        m_graph.links.push_back({node, next, 0, 0});
        node = next;
    }
}

} // namespace

LayerGraph makeLayerGraph(const LayoutInput &input, const LayoutPast &past)
{
    return Builder(input, past).take();
}

} // namespace drydock
