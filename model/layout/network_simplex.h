// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

namespace drydock {

/// `position[head] - position[tail]` must be at least `minimum`; each unit of it costs `weight`.
struct SimplexEdge {
    std::size_t tail = 0;
    std::size_t head = 0;
    int minimum = 1;
    int weight = 1;
};

/// The longest-path solution: every node as early as its predecessors and its own bound allow. \pre no cycles.
std::vector<int> earliestPositions(const std::vector<SimplexEdge> &edges, const std::vector<int> &bounds);

/// Integer positions of least total cost, by the network simplex method of Gansner, Koutsofios, North and Vo,
/// "A Technique for Drawing Directed Graphs" (IEEE TSE 1993), section 2.3. It solves two problems of a layered
/// drawing: which layer a box stands in, and where in its layer.
///
/// \param start a feasible solution. \param maxPivots, stop end the search with the best so far: still feasible.
/// \pre the graph is connected and has no cycles.
std::vector<int> cheapestPositions(std::vector<int> start, const std::vector<SimplexEdge> &edges,
                                   std::size_t maxPivots, const std::stop_token &stop);

} // namespace drydock
