// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_ports.h"

#include <algorithm>
#include <cmath>

namespace drydock {
namespace {

/// Links at each box, in the order of what is at their other end.
using SortedLinks = std::vector<std::vector<std::size_t>>;

SortedLinks sorted(const LayerGraph &graph, bool arrivals)
{
    std::vector<std::size_t> place(graph.nodes.size(), 0);
    for (const auto &layer : graph.layers) {
        for (std::size_t i = 0; i < layer.size(); ++i)
            place[layer[i]] = i;
    }
    SortedLinks links(graph.nodes.size());
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        if (graph.nodes[node].kind != LayerNodeKind::Box)
            continue;
        links[node] = arrivals ? graph.linksInto[node] : graph.linksOutOf[node];
        std::stable_sort(links[node].begin(), links[node].end(), [&](std::size_t a, std::size_t b) {
            const LayerLink &one = graph.links[a];
            const LayerLink &other = graph.links[b];
            if (arrivals)
                return place[one.from] < place[other.from];
            return place[one.to] != place[other.to] ? place[one.to] < place[other.to]
                                                    : one.portOffset < other.portOffset;
        });
    }
    return links;
}

/// The part of a border that has ports, from its middle; its corners are round.
double reachOfPorts(const LayerNode &box)
{
    constexpr double usedPart = 0.4;
    constexpr double corner = 16;
    return std::floor(std::max(box.across * usedPart, box.across / 2 - corner));
}

double distanceOfPorts(const LayerNode &box, std::size_t count)
{
    constexpr double widest = 16;
    return count < 2 ? widest : std::min(widest, std::floor(2 * reachOfPorts(box) / double(count - 1)));
}

/// Whole numbers nearest to `wishes` that rise by at least `step` and keep within `reach`: isotonic regression by pooling
/// adjacent violators (Ayer et al. 1955), cut off at the bounds.
std::vector<double> nearestPorts(const std::vector<double> &wishes, double step, double reach)
{
    struct Pool {
        double sum;
        std::size_t count;
        double mean() const { return sum / double(count); }
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        pools.push_back({wishes[i] - step * double(i), 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
        }
    }
    const double most = std::max(-reach, reach - step * (double(wishes.size()) - 1));
    std::vector<double> offsets;
    for (const Pool &pool : pools) {
        const double offset = std::round(std::clamp(pool.mean(), -reach, most));
        for (std::size_t i = 0; i < pool.count; ++i)
            offsets.push_back(offset + step * double(offsets.size()));
    }
    return offsets;
}

} // namespace

void spreadPorts(LayerGraph &graph)
{
    const SortedLinks arrivals = sorted(graph, true);
    for (std::size_t node = 0; node < arrivals.size(); ++node) {
        const std::size_t count = arrivals[node].size();
        if (count < 2)
            continue;
        const double step = distanceOfPorts(graph.nodes[node], count);
        const double first = -std::floor(step * double(count - 1) / 2);
        for (std::size_t i = 0; i < count; ++i)
            graph.links[arrivals[node][i]].portOffset = first + step * double(i);
    }
}

void aimPorts(LayerGraph &graph, const std::vector<double> &position)
{
    for (const bool arrive : {true, false}) {
        const SortedLinks links = sorted(graph, arrive);
        std::vector<double> wishes;
        for (std::size_t node = 0; node < links.size(); ++node) {
            if (!arrive && !graph.nodes[node].startsAnywhere)
                continue;
            wishes.clear();
            for (const std::size_t index : links[node]) {
                const LayerLink &link = graph.links[index];
                wishes.push_back((arrive ? position[link.from] : position[link.to] + link.portOffset)
                                 - position[node]);
            }
            const double step = distanceOfPorts(graph.nodes[node], wishes.size());
            const std::vector<double> offsets = nearestPorts(wishes, step, reachOfPorts(graph.nodes[node]));
            for (std::size_t i = 0; i < offsets.size(); ++i) {
                LayerLink &link = graph.links[links[node][i]];
                (arrive ? link.portOffset : link.startOffset) = offsets[i];
            }
        }
    }
}

} // namespace drydock
