// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/circles.h"

#include <algorithm>

namespace drydock {

std::vector<std::vector<NodeIndex>> circlesOf(const StageGraph &graph)
{
    const std::size_t none = graph.nodes.size();
    std::vector<std::vector<std::size_t>> next(graph.nodes.size());
    for (const GraphEdge &edge : graph.edges) {
        if (edge.isInCycle)
            next[edge.source.value].push_back(edge.target.value);
    }
    std::vector<std::vector<NodeIndex>> circles;
    std::vector<bool> isTold(graph.nodes.size(), false);
    for (std::size_t start = 0; start < graph.nodes.size(); ++start) {
        if (isTold[start] || next[start].empty())
            continue;
        // Breadth first: the first way back is the shortest.
        std::vector<std::size_t> cameFrom(graph.nodes.size(), none);
        std::vector<std::size_t> queue {start};
        for (std::size_t i = 0; i < queue.size() && cameFrom[start] == none; ++i) {
            for (const std::size_t target : next[queue[i]]) {
                if (cameFrom[target] != none)
                    continue;
                cameFrom[target] = queue[i];
                queue.push_back(target);
            }
        }
        if (cameFrom[start] == none)
            continue;
        std::vector<NodeIndex> circle;
        for (std::size_t node = cameFrom[start]; node != start; node = cameFrom[node])
            circle.push_back({node});
        circle.push_back({start});
        std::reverse(circle.begin(), circle.end());
        const auto first = std::min_element(circle.begin(), circle.end());
        std::rotate(circle.begin(), first, circle.end());
        for (const NodeIndex node : circle)
            isTold[node.value] = true;
        circles.push_back(std::move(circle));
    }
    return circles;
}

} // namespace drydock
