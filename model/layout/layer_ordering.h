// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layer_graph.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace drydock {

/// The order of the nodes in each layer, and ways to better it. Part of orderLayers().
///
/// Holds links as neighbours in flat arrays; works on its own copy of the graph's layers.
class Ordering {
public:
    using Layers = std::vector<std::vector<std::size_t>>;

    /// \param stop makes it tired.
    Ordering(const LayerGraph &graph, std::stop_token stop);

    /// Sorts every layer by `seed`, one number for each node.
    void sortBy(const std::vector<double> &seed);
    void improve();
    void sift();
    std::size_t crossings();
    void restore(const Layers &layers);
    const Layers &layers() const { return m_layers; }
    bool isTired() const { return m_work > workLimit || m_stop.stop_requested(); }
    std::vector<double> depthFirstSeed(bool fromSources) const;

private:
    /// Bounds the time by counting comparisons, so that the result does not depend on the machine.
    static constexpr std::size_t workLimit = 3'000'000;

    struct Neighbours {
        std::vector<std::size_t> start;
        std::vector<std::size_t> nodes;
        const std::size_t *begin(std::size_t node) const { return nodes.data() + start[node]; }
        std::size_t count(std::size_t node) const { return start[node + 1] - start[node]; }
    };
    static Neighbours collect(const LayerGraph &graph, bool after);
    void number(std::size_t layer);
    double target(std::size_t node, const Neighbours &neighbours, bool median);
    void sweep(bool forward, bool median);
    bool transpose();
    void lookAt(std::size_t layer);
    long crossingsIfBefore(std::size_t first, std::size_t second);
    bool siftLayer(std::size_t layer);

    const LayerGraph &m_graph;
    std::stop_token m_stop;
    Neighbours m_before;
    Neighbours m_after;
    Layers m_layers;
    std::vector<std::size_t> m_place;
    std::vector<std::vector<std::size_t>> m_seenBefore; ///< Sorted places of neighbours, see lookAt().
    std::vector<std::vector<std::size_t>> m_seenAfter;
    std::vector<std::size_t> m_tree;
    std::size_t m_work = 0;
};

} // namespace drydock
