// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/graph_diff.h"

#include "model/syntax/characters.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t gone = static_cast<std::size_t>(-1);

/// What an external node is called in both graphs.
std::pair<NodeKind, std::string> keyOf(const GraphNode &node)
{
    return {node.kind, node.reference.empty() ? node.name : node.reference};
}

} // namespace

GraphDiff diffGraphs(const Syntax &beforeSyntax, const StageGraph &before, const EditSet &edits,
                     const Syntax &afterSyntax, const StageGraph &after)
{
    GraphDiff diff;
    diff.oldOf.resize(after.nodes.size());
    diff.newOf.resize(before.nodes.size());
    const auto pair = [&diff](std::size_t oldNode, std::size_t newNode) {
        if (diff.newOf[oldNode] || diff.oldOf[newNode])
            return;
        diff.newOf[oldNode] = {newNode};
        diff.oldOf[newNode] = {oldNode};
    };
    // Where each old FROM stands now, if it is still there.
    std::map<std::size_t, std::size_t> stageAt;
    for (std::size_t i = 0; i < after.stageCount(); ++i)
        stageAt.emplace(afterSyntax.at(afterSyntax.stages[i].from).keywordRange.begin, i);
    std::vector<std::size_t> moved(before.stageCount(), gone);
    for (std::size_t i = 0; i < before.stageCount(); ++i) {
        const TextRange from = beforeSyntax.at(beforeSyntax.stages[i].from).range;
        const bool isRemoved = std::ranges::any_of(
            edits, [&](const TextEdit &edit) { return !edit.range.isEmpty() && edit.range.contains(from); });
        const auto found = stageAt.find(edits.mapOffset(from.begin));
        if (!isRemoved && found != stageAt.end())
            moved[i] = found->second;
    }
    const auto nameOf = [](const StageGraph &graph, std::size_t i) { return lowered(graph.nodes[i].name); };
    // The same place and the same name: surely the same stage.
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (moved[i] != gone && nameOf(before, i) == nameOf(after, moved[i]))
            pair(i, moved[i]);
    }
    // The same name elsewhere: it was moved, or text above it was rewritten.
    std::multimap<std::string, std::size_t> byName;
    for (std::size_t i = 0; i < after.stageCount(); ++i) {
        if (!diff.oldOf[i] && !after.nodes[i].name.empty())
            byName.emplace(nameOf(after, i), i);
    }
    for (std::size_t i = 0; i < before.stageCount(); ++i) {
        const auto found = diff.newOf[i] ? byName.end() : byName.find(nameOf(before, i));
        if (found == byName.end())
            continue;
        pair(i, found->second);
        byName.erase(found);
    }
    // The same place under another name: it was renamed.
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (moved[i] != gone)
            pair(i, moved[i]);
    }
    // What is left at the same place in file order, when a whole file was rewritten.
    for (std::size_t i = 0; i < std::min(before.stageCount(), after.stageCount()); ++i) {
        if (moved[i] == gone && before.nodes[i].name.empty() && after.nodes[i].name.empty())
            pair(i, i);
    }
    std::map<std::pair<NodeKind, std::string>, std::size_t> external;
    for (std::size_t i = after.stageCount(); i < after.nodes.size(); ++i)
        external.emplace(keyOf(after.nodes[i]), i);
    for (std::size_t i = before.stageCount(); i < before.nodes.size(); ++i) {
        if (const auto found = external.find(keyOf(before.nodes[i])); found != external.end())
            pair(i, found->second);
    }
    // An image whose name was just edited keeps its box: the word it was mentioned by is still there.
    for (std::size_t i = before.stageCount(); i < before.nodes.size(); ++i) {
        for (std::size_t j = after.stageCount(); !diff.newOf[i] && j < after.nodes.size(); ++j) {
            const bool isSameWord = after.nodes[j].kind == before.nodes[i].kind && !diff.oldOf[j]
                && after.nodes[j].range.touches(edits.mapOffset(before.nodes[i].range.begin));
            if (isSameWord)
                pair(i, j);
        }
    }
    return diff;
}

} // namespace drydock
