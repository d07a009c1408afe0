// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/build_order.h"

#include <algorithm>
#include <vector>

namespace drydock {
namespace {

/// For each node the edges that lead out of it.
std::vector<std::vector<std::size_t>> edgesBySource(const StageGraph &graph)
{
    std::vector<std::vector<std::size_t>> result(graph.nodes.size());
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        result[graph.edges[i].source.value].push_back(i);
    return result;
}

/// The number of the strongly connected component of each node.
std::vector<std::size_t> components(const StageGraph &graph)
{
    const auto out = edgesBySource(graph);
    const std::size_t unseen = graph.nodes.size();
    std::vector<std::size_t> index(graph.nodes.size(), unseen);
    std::vector<std::size_t> low(graph.nodes.size(), 0);
    std::vector<std::size_t> component(graph.nodes.size(), unseen);
    std::vector<std::size_t> stack;
    struct Frame {
        std::size_t node;
        std::size_t next;
    };
    std::vector<Frame> frames;
    std::size_t counter = 0;
    std::size_t found = 0;
    for (std::size_t root = 0; root < graph.nodes.size(); ++root) {
        if (index[root] != unseen)
            continue;
        frames.push_back({root, 0});
        while (!frames.empty()) {
            const std::size_t node = frames.back().node;
            if (frames.back().next == 0) {
                index[node] = low[node] = counter++;
                stack.push_back(node);
            }
            bool isDescending = false;
            while (frames.back().next < out[node].size()) {
                const std::size_t target = graph.edges[out[node][frames.back().next++]].target.value;
                if (index[target] == unseen) {
                    frames.push_back({target, 0});
                    isDescending = true;
                    break;
                }
                if (component[target] == unseen)
                    low[node] = std::min(low[node], index[target]);
            }
            if (isDescending)
                continue;
            if (low[node] == index[node]) {
                while (true) {
                    const std::size_t member = stack.back();
                    stack.pop_back();
                    component[member] = found;
                    if (member == node)
                        break;
                }
                ++found;
            }
            frames.pop_back();
            if (!frames.empty())
                low[frames.back().node] = std::min(low[frames.back().node], low[node]);
        }
    }
    return component;
}

} // namespace

void markBuildOrder(StageGraph &graph)
{
    for (GraphNode &node : graph.nodes) {
        node.isReachable = !graph.target;
        node.isTarget = false;
    }
    if (graph.target) {
        std::vector<std::vector<std::size_t>> into(graph.nodes.size());
        for (const GraphEdge &edge : graph.edges)
            into[edge.target.value].push_back(edge.source.value);
        graph.nodes[graph.target.value].isTarget = true;
        std::vector<std::size_t> todo {graph.target.value};
        graph.nodes[graph.target.value].isReachable = true;
        while (!todo.empty()) {
            const std::size_t node = todo.back();
            todo.pop_back();
            for (const std::size_t needed : into[node]) {
                if (!graph.nodes[needed].isReachable) {
                    graph.nodes[needed].isReachable = true;
                    todo.push_back(needed);
                }
            }
        }
    }
    const std::vector<std::size_t> component = components(graph);
    const std::size_t stages = graph.stageCount();
    for (GraphEdge &edge : graph.edges) {
        const bool isBetweenStages = edge.source.value < stages;
        edge.isForward = isBetweenStages && edge.source.value >= edge.target.value;
        edge.isInCycle = component[edge.source.value] == component[edge.target.value];
    }
}

} // namespace drydock
