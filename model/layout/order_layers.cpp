// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/insert_nodes.h"
#include "model/layout/layer_ordering.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace drydock {
namespace {

/// Bends and labels stand between the ends of their arrow, in proportion.
void interpolateBends(const LayerGraph &graph, std::vector<double> &seed)
{
    for (const std::vector<std::size_t> &path : graph.paths) {
        if (path.size() < 2)
            continue;
        const double first = seed[graph.links[path.front()].from];
        const double last = seed[graph.links[path.back()].to];
        for (std::size_t i = 0; i + 1 < path.size(); ++i)
            seed[graph.links[path[i]].to] = first + (last - first) * double(i + 1) / double(path.size());
    }
}

/// The order of the file; what nothing leads to (an external image) stands before the first that uses it.
std::vector<double> fileSeed(const LayerGraph &graph)
{
    std::vector<double> seed(graph.nodes.size(), 0);
    for (std::size_t node = 0; node < graph.nodes.size(); ++node)
        seed[node] = double(graph.nodes[node].origin);
    for (const auto &path : graph.paths) {
        if (path.empty())
            continue;
        const std::size_t source = graph.links[path.front()].from;
        const std::size_t target = graph.links[path.back()].to;
        if (graph.linksInto[source].empty())
            seed[source] = std::min(seed[source], double(graph.nodes[target].origin) - 0.5);
    }
    interpolateBends(graph, seed);
    return seed;
}

} // namespace

void orderLayers(LayerGraph &graph, const std::stop_token &stop)
{
    if (graph.hasPast()) {
        insertNodes(graph);
        return;
    }
    Ordering ordering(graph, stop);
    std::vector<std::vector<double>> seeds {fileSeed(graph)};
    const std::size_t size = graph.links.size();
    if (size < 20'000) {
        seeds.push_back(ordering.depthFirstSeed(false));
        seeds.push_back(ordering.depthFirstSeed(true));
        interpolateBends(graph, seeds[1]);
        interpolateBends(graph, seeds[2]);
    }
    // Different beginnings end in different local minima; small graphs can afford many.
    constexpr std::size_t shuffles = 8;
    std::uint64_t random = 0x9E3779B97F4A7C15U;
    for (std::size_t i = 0; i < shuffles && size < 1'000; ++i) {
        std::vector<double> seed(graph.nodes.size(), 0);
        for (double &value : seed) {
            random ^= random << 13U;
            random ^= random >> 7U;
            random ^= random << 17U;
            value = double(random % 1'000'003U);
        }
        interpolateBends(graph, seed);
        seeds.push_back(std::move(seed));
    }

    Ordering::Layers best;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const std::vector<double> &seed : seeds) {
        if (least == 0 || (!best.empty() && ordering.isTired()))
            break;
        ordering.sortBy(seed);
        ordering.improve();
        const std::size_t now = ordering.crossings();
        if (now < least) {
            least = now;
            best = ordering.layers();
        }
    }

    graph.layers = best;
}

} // namespace drydock
