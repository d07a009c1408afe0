// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_bands.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace drydock {
namespace {

double sizeOf(const LayerGraph &graph, std::size_t layer)
{
    double size = 0;
    for (const std::size_t node : graph.layers[layer])
        size = std::max(size, graph.nodes[node].along);
    return size;
}

/// Where the middle of each layer was, as far as there are boxes that tell; those that are still there tell first.
std::vector<std::optional<double>> oldMiddles(const LayerGraph &graph, const LayoutPast &past)
{
    std::vector<std::optional<double>> middles(graph.layers.size());
    for (const bool settled : {true, false}) {
        for (std::size_t box = 0; box < past.boxes.size(); ++box) {
            if (!past.boxes[box] || graph.isSettled[box] != settled)
                continue;
            const int layer = past.boxes[box]->layer - graph.firstLayer;
            if (layer >= 0 && layer < int(middles.size()) && !middles[std::size_t(layer)])
                middles[std::size_t(layer)] = past.boxes[box]->along;
        }
    }
    return middles;
}

} // namespace

LayerBands placeAlong(const LayerGraph &graph, const LayoutPast &past)
{
    const double gap = graph.spacing.betweenLayers;
    const double leastGap = std::max(std::min(gap, 2 * besideBand + 8), std::round(gap * 0.55));
    const std::vector<std::optional<double>> old = oldMiddles(graph, past);
    const std::size_t count = graph.layers.size();
    LayerBands bands {std::vector<double>(count, 0), std::vector<double>(count, 0),
                      std::vector<double>(count, 0)};
    const auto firstOld = std::size_t(
        std::find_if(old.begin(), old.end(), [](const auto &middle) { return middle.has_value(); })
        - old.begin());
    // What is new before the old picture is counted from it backwards.
    double begin = 0;
    if (firstOld < count) {
        begin = *old[firstOld] - sizeOf(graph, firstOld) / 2;
        for (std::size_t layer = 0; layer < firstOld; ++layer)
            begin -= sizeOf(graph, layer) + gap;
    }
    double shift = 0; // By which old layers have moved on so far.
    for (std::size_t layer = 0; layer < count; ++layer) {
        const double size = sizeOf(graph, layer);
        if (old[layer]) {
            const double stays = *old[layer] - size / 2 + shift;
            const double least = layer > 0 ? bands.end[layer - 1] + leastGap : stays;
            shift += std::ceil(std::max(0.0, least - stays));
            begin = *old[layer] - size / 2 + shift;
        }
        bands.middle[layer] = begin + size / 2;
        bands.begin[layer] = begin;
        bands.end[layer] = begin + size;
        begin += size + gap;
    }
    return bands;
}

} // namespace drydock
