// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_graph.h"
#include "model/layout/layer_ports.h"
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
            offset += distanceBetween(graph, layer[i - 1], layer[i]);
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
                length += distanceBetween(graph, layer[i - 1], layer[i]);
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

/// Whole numbers that keep the distances.
void snap(const LayerGraph &graph, std::vector<double> &position)
{
    for (const auto &layer : graph.layers) {
        for (std::size_t i = 0; i < layer.size(); ++i) {
            double &here = position[layer[i]];
            here = std::round(here);
            if (i > 0)
                here
                    = std::max(here, position[layer[i - 1]] + distanceBetween(graph, layer[i - 1], layer[i]));
        }
    }
}

/// Where things stood, moved apart where the order wants it. What is new starts where its layer has room.
std::vector<double> startFromPast(const LayerGraph &graph)
{
    constexpr double heavy = 1'000;
    std::vector<double> result(graph.nodes.size(), 0);
    std::vector<double> weights(graph.nodes.size(), 0.1);
    std::vector<double> wishes(graph.nodes.size(), 0);
    for (const auto &layer : graph.layers) {
        double last = 0;
        for (const std::size_t node : layer) {
            last = wishes[node] = graph.past[node].value_or(last);
            if (graph.past[node])
                weights[node] = graph.nodes[node].kind == LayerNodeKind::Box ? heavy : 1;
        }
        placeLayer(graph, layer, wishes, weights, result);
    }
    return result;
}

/// The least total of |difference| over all links: the auxiliary graph of Gansner et al. 1993, section 4.2.
/// Least absolute differences make most links exactly straight where least squares bend each a little.
/// With a past, the way that a box or lane moves costs more than any link: so few move, instead of all a little.
class Straightening {
public:
    Straightening(const LayerGraph &graph, const std::vector<double> &start);
    std::vector<double> solve(const std::stop_token &stop);

private:
    void keepApart(const std::vector<double> &start);
    void addLink(const LayerLink &link);
    void addStay(std::size_t node);
    /// `weight` for each unit that position[b] - position[a] differs from `offset`.
    void addDifference(std::size_t a, std::size_t b, int offset, int weight);

    const LayerGraph &m_graph;
    std::vector<int> m_position;
    std::vector<SimplexEdge> m_edges;
    std::size_t m_anchor = 0;
};

Straightening::Straightening(const LayerGraph &graph, const std::vector<double> &start)
    : m_graph(graph)
    , m_position(graph.nodes.size(), 0)
    , m_anchor(graph.nodes.size())
{
    keepApart(start);
    if (graph.hasPast()) {
        m_position.push_back(0);
        for (std::size_t node = 0; node < graph.nodes.size(); ++node)
            addStay(node);
    }
    for (const LayerLink &link : graph.links)
        addLink(link);
}

void Straightening::keepApart(const std::vector<double> &start)
{
    for (const auto &layer : m_graph.layers) {
        for (std::size_t i = 0; i < layer.size(); ++i) {
            m_position[layer[i]] = int(std::lround(start[layer[i]]));
            if (i == 0)
                continue;
            const int distance = int(distanceBetween(m_graph, layer[i - 1], layer[i]));
            m_position[layer[i]] = std::max(m_position[layer[i]], m_position[layer[i - 1]] + distance);
            m_edges.push_back({layer[i - 1], layer[i], distance, 0});
        }
    }
}

void Straightening::addDifference(std::size_t a, std::size_t b, int offset, int weight)
{
    const std::size_t helper = m_position.size();
    const SimplexEdge toA {helper, a, std::max(0, -offset), weight};
    const SimplexEdge toB {helper, b, std::max(0, offset), weight};
    m_position.push_back(std::min(m_position[a] - toA.minimum, m_position[b] - toB.minimum));
    m_edges.push_back(toA);
    m_edges.push_back(toB);
}

void Straightening::addLink(const LayerLink &link)
{
    addDifference(link.from, link.to, -int(link.portOffset), weightOf(m_graph, link));
}

void Straightening::addStay(std::size_t node)
{
    constexpr int stayOfBox = 2'000;
    constexpr int stayOfLane = 20;
    if (m_graph.past[node])
        addDifference(m_anchor, node, int(*m_graph.past[node]),
                      m_graph.nodes[node].kind == LayerNodeKind::Box ? stayOfBox : stayOfLane);
}

std::vector<double> Straightening::solve(const std::stop_token &stop)
{
    const std::size_t maxPivots = 4 * m_position.size();
    const std::vector<int> solved = cheapestPositions(m_position, m_edges, maxPivots, stop);
    std::vector<double> result(solved.begin(), solved.begin() + std::ptrdiff_t(m_graph.nodes.size()));
    if (m_graph.hasPast()) {
        for (double &coordinate : result)
            coordinate -= solved[m_anchor];
    }
    return result;
}

} // namespace

std::vector<double> placeAcross(LayerGraph &graph, const std::stop_token &stop)
{
    constexpr std::size_t exactUpTo
        = 1'500; // Links; beyond, the pivots take longer than the result is worth.
    spreadPorts(graph);
    std::vector<double> result = graph.hasPast() ? startFromPast(graph) : relax(graph);
    if (graph.links.size() <= exactUpTo || graph.hasPast())
        result = Straightening(graph, result).solve(stop);
    else
        snap(graph, result);
    aimPorts(graph, result);
    return result;
}

} // namespace drydock
