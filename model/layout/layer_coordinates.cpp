// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_graph.h"
#include "model/layout/network_simplex.h"

#include <algorithm>
#include <cmath>

namespace drydock {
namespace {

/// Straightness counts more for a link between bends: a long arrow that winds is hard to follow. Where a long
/// arrow must step aside, it does so at the busier of its ends, so that it does not do so twice.
int weightOf(const LayerGraph &graph, const LayerLink &link)
{
    const bool fromBox = graph.nodes[link.from].kind == LayerNodeKind::Box;
    const bool toBox = graph.nodes[link.to].kind == LayerNodeKind::Box;
    if (fromBox && toBox)
        return 2;
    if (!fromBox && !toBox)
        return 8;
    const std::size_t degree = fromBox ? graph.linksOutOf[link.from].size() : graph.linksInto[link.to].size();
    return degree <= 1 ? 4 : 3;
}

double distanceBetween(const LayerNode &first, const LayerNode &second)
{
    return std::ceil(first.across / 2 + gapBetween(first, second) + second.across / 2);
}

/// Links into a box arrive side by side, in the order of where they come from, so that their heads do not
/// cover each other and they do not cross on the last step.
void spreadPorts(LayerGraph &graph)
{
    constexpr double widest = 16;
    constexpr double usedPart = 0.6; ///< Of a border; its corners are round.
    std::vector<std::size_t> place(graph.nodes.size(), 0);
    for (const auto &layer : graph.layers) {
        for (std::size_t i = 0; i < layer.size(); ++i)
            place[layer[i]] = i;
    }
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        if (graph.nodes[node].kind != LayerNodeKind::Box || graph.linksInto[node].size() < 2)
            continue;
        std::vector<std::size_t> links = graph.linksInto[node];
        std::stable_sort(links.begin(), links.end(), [&](std::size_t a, std::size_t b) {
            return place[graph.links[a].from] < place[graph.links[b].from];
        });
        const double step
            = std::min(widest, std::floor(graph.nodes[node].across * usedPart / double(links.size() - 1)));
        const double first = -std::floor(step * double(links.size() - 1) / 2);
        for (std::size_t i = 0; i < links.size(); ++i)
            graph.links[links[i]].portOffset = first + step * double(i);
    }
}

/// The coordinates nearest to `wishes` that keep `graph.layers[layer]` in order and apart: isotonic regression
/// by pooling adjacent violators (Ayer et al. 1955).
void placeLayer(const LayerGraph &graph, const std::vector<std::size_t> &layer,
                const std::vector<double> &wishes, const std::vector<double> &weights,
                std::vector<double> &result)
{
    struct Pool {
        double mean;
        double weight;
        std::size_t count;
    };
    std::vector<Pool> pools;
    double offset = 0;
    std::vector<double> offsets;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        if (i > 0)
            offset += distanceBetween(graph.nodes[layer[i - 1]], graph.nodes[layer[i]]);
        offsets.push_back(offset);
        pools.push_back({wishes[layer[i]] - offset, weights[layer[i]], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean > pools.back().mean) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool &pool = pools.back();
            pool.mean = (pool.mean * pool.weight + last.mean * last.weight) / (pool.weight + last.weight);
            pool.weight += last.weight;
            pool.count += last.count;
        }
    }
    std::size_t i = 0;
    for (const Pool &pool : pools) {
        for (std::size_t end = i + pool.count; i < end; ++i)
            result[layer[i]] = pool.mean + offsets[i];
    }
}

/// Least squares, layer by layer: fast for any size, and the beginning for the exact method.
std::vector<double> relax(const LayerGraph &graph)
{
    std::vector<double> result(graph.nodes.size(), 0);
    std::vector<double> wishes(graph.nodes.size(), 0);
    std::vector<double> weights(graph.nodes.size(), 1);
    for (const auto &layer : graph.layers) { // Packed, centred on each other.
        double length = 0;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            if (i > 0)
                length += distanceBetween(graph.nodes[layer[i - 1]], graph.nodes[layer[i]]);
            result[layer[i]] = length;
        }
        for (const std::size_t node : layer)
            result[node] -= length / 2;
    }
    const int sweeps = graph.links.size() > 20'000 ? 6 : 16;
    const std::size_t count = graph.layers.size();
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const bool forward = sweep % 2 == 0;
        const bool bothSides = sweep + 4 >= sweeps;
        for (std::size_t step = 0; step < count; ++step) {
            const auto &layer = graph.layers[forward ? step : count - 1 - step];
            for (const std::size_t node : layer) {
                double sum = 0;
                double weight = 0;
                const auto look = [&](std::size_t index, bool into) {
                    const LayerLink &link = graph.links[index];
                    const double w = weightOf(graph, link);
                    sum += w
                        * (into ? result[link.from] - link.portOffset : result[link.to] + link.portOffset);
                    weight += w;
                };
                if (forward || bothSides) {
                    for (const std::size_t link : graph.linksInto[node])
                        look(link, true);
                }
                if (!forward || bothSides) {
                    for (const std::size_t link : graph.linksOutOf[node])
                        look(link, false);
                }
                wishes[node] = weight > 0 ? sum / weight : result[node];
                weights[node] = weight > 0 ? weight : 0.1;
            }
            placeLayer(graph, layer, wishes, weights, result);
        }
    }
    return result;
}

/// The least total of |difference| over all links: the auxiliary graph of Gansner et al. 1993, section 4.2.
/// Least absolute differences make most links exactly straight where least squares bend each a little.
std::vector<double> straighten(const LayerGraph &graph, const std::vector<double> &start)
{
    std::vector<SimplexEdge> edges;
    std::vector<int> position(graph.nodes.size(), 0);
    for (const auto &layer : graph.layers) {
        for (std::size_t i = 0; i < layer.size(); ++i) {
            position[layer[i]] = int(std::lround(start[layer[i]]));
            if (i == 0)
                continue;
            const int distance = int(distanceBetween(graph.nodes[layer[i - 1]], graph.nodes[layer[i]]));
            position[layer[i]] = std::max(position[layer[i]], position[layer[i - 1]] + distance);
            edges.push_back({layer[i - 1], layer[i], distance, 0});
        }
    }
    for (const LayerLink &link : graph.links) {
        const int weight = weightOf(graph, link);
        const int port = int(link.portOffset);
        const std::size_t helper = position.size();
        const SimplexEdge toFrom {helper, link.from, std::max(0, port), weight};
        const SimplexEdge toTo {helper, link.to, std::max(0, -port), weight};
        position.push_back(std::min(position[link.from] - toFrom.minimum, position[link.to] - toTo.minimum));
        edges.push_back(toFrom);
        edges.push_back(toTo);
    }
    const std::size_t maxPivots = 4 * position.size();
    const std::vector<int> solved = cheapestPositions(position, edges, maxPivots);
    return {solved.begin(), solved.begin() + std::ptrdiff_t(graph.nodes.size())};
}

} // namespace

std::vector<double> placeAcross(LayerGraph &graph)
{
    constexpr std::size_t exactUpTo
        = 1'500; // Links; beyond, the pivots take longer than the result is worth.
    spreadPorts(graph);
    std::vector<double> result = relax(graph);
    if (graph.links.size() <= exactUpTo)
        result = straighten(graph, result);

    double least = 0;
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        const double border = result[node] - graph.nodes[node].across / 2;
        least = node == 0 ? border : std::min(least, border);
    }
    for (double &coordinate : result)
        coordinate -= least;
    return result;
}

} // namespace drydock
