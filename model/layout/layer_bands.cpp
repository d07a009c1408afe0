// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_bands.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace drydock {
namespace {

/// Where a layer's band was.
struct OldBand {
    double begin = std::numeric_limits<double>::infinity();
    double end = -std::numeric_limits<double>::infinity();

    bool isKnown() const { return begin <= end; }
};

/// What only feeds others stands close to them, like an image to its stage; a label in the middle.
double restBefore(const LayerGraph &graph, std::size_t node, double bandSize)
{
    const double rest = bandSize - graph.nodes[node].along;
    if (graph.nodes[node].kind == LayerNodeKind::Label)
        return rest / 2;
    return graph.linksInto[node].empty() && !graph.linksOutOf[node].empty() ? rest : 0;
}

class Placer {
public:
    Placer(const LayerGraph &graph, const LayoutPast &past);
    LayerBands take();

private:
    void findOldBands();
    /// Places the nodes of `layer` as if its band began at `begin`, settled ones where they were.
    void place(std::size_t layer, double begin);
    void measure(std::size_t layer);
    void move(std::size_t layer, double by);
    double sizeOf(std::size_t layer) const;
    bool isKept(std::size_t node) const
    {
        return m_graph.hasPast() && node < m_past.boxes.size() && m_graph.isSettled[node];
    }

    const LayerGraph &m_graph;
    const LayoutPast &m_past;
    std::vector<OldBand> m_old;
    LayerBands m_bands;
};

Placer::Placer(const LayerGraph &graph, const LayoutPast &past)
    : m_graph(graph)
    , m_past(past)
    , m_old(graph.layers.size())
{
    m_bands.begin.resize(graph.nodes.size(), 0);
    m_bands.bandBegin.resize(graph.layers.size(), 0);
    m_bands.bandEnd.resize(graph.layers.size(), 0);
    findOldBands();
}

void Placer::findOldBands()
{
    for (const auto &box : m_past.boxes) {
        const int layer = box ? box->layer - m_graph.firstLayer : -1;
        if (layer < 0 || layer >= int(m_old.size()))
            continue;
        OldBand &band = m_old[std::size_t(layer)];
        band.begin = std::min(band.begin, box->band.begin);
        band.end = std::max(band.end, box->band.end);
    }
}

double Placer::sizeOf(std::size_t layer) const
{
    double size = 0;
    for (const std::size_t node : m_graph.layers[layer])
        size = std::max(size, m_graph.nodes[node].along);
    return size;
}

void Placer::place(std::size_t layer, double begin)
{
    const OldBand &old = m_old[layer];
    const double size = old.isKnown() ? std::max(old.end - old.begin, sizeOf(layer)) : sizeOf(layer);
    for (const std::size_t node : m_graph.layers[layer]) {
        m_bands.begin[node] = begin + restBefore(m_graph, node, size);
        if (!isKept(node))
            continue;
        const LayoutPast::Box &box = *m_past.boxes[node];
        const bool wasAtEnd = box.end == box.band.end && box.begin > box.band.begin;
        m_bands.begin[node] = wasAtEnd ? box.end - m_graph.nodes[node].along : box.begin;
    }
    measure(layer);
}

void Placer::measure(std::size_t layer)
{
    double begin = std::numeric_limits<double>::infinity();
    double end = -begin;
    for (const std::size_t node : m_graph.layers[layer]) {
        if (m_graph.nodes[node].kind == LayerNodeKind::Bend)
            continue;
        begin = std::min(begin, m_bands.begin[node]);
        end = std::max(end, m_bands.begin[node] + m_graph.nodes[node].along);
    }
    if (begin > end)
        begin = end = m_graph.layers[layer].empty() ? 0 : m_bands.begin[m_graph.layers[layer].front()];
    m_bands.bandBegin[layer] = begin;
    m_bands.bandEnd[layer] = end;
}

void Placer::move(std::size_t layer, double by)
{
    for (const std::size_t node : m_graph.layers[layer])
        m_bands.begin[node] += by;
    m_bands.bandBegin[layer] += by;
    m_bands.bandEnd[layer] += by;
}

LayerBands Placer::take()
{
    const double gap = m_graph.spacing.betweenLayers;
    const double leastGap = std::max(std::min(gap, 2 * besideBand + 8), std::round(gap * 0.6));
    const std::size_t count = m_graph.layers.size();
    const auto firstKnown = std::size_t(
        std::find_if(m_old.begin(), m_old.end(), [](const OldBand &band) { return band.isKnown(); })
        - m_old.begin());
    // What is new before the old picture is counted from it backwards.
    double begin = 0;
    if (firstKnown < count) {
        begin = m_old[firstKnown].begin;
        for (std::size_t layer = 0; layer < firstKnown; ++layer)
            begin -= sizeOf(layer) + gap;
    }
    double shift = 0;
    for (std::size_t layer = 0; layer < count; ++layer) {
        const bool isOld = m_old[layer].isKnown();
        place(layer, isOld ? m_old[layer].begin : begin);
        if (isOld && layer > 0) {
            const double room = m_bands.bandBegin[layer] + shift - m_bands.bandEnd[layer - 1];
            if (room < leastGap)
                shift += std::ceil(leastGap - room);
        }
        if (isOld)
            move(layer, shift);
        begin = m_bands.bandEnd[layer] + gap;
    }
    return std::move(m_bands);
}

} // namespace

LayerBands placeAlong(const LayerGraph &graph, const LayoutPast &past)
{
    return Placer(graph, past).take();
}

} // namespace drydock
