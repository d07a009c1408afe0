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
    // A FROM that the edits moved is the same stage.
    std::map<std::size_t, std::size_t> stageAtLine;
    for (std::size_t i = 0; i < after.stageCount(); ++i)
        stageAtLine.emplace(afterSyntax.at(afterSyntax.stages[i].from).keywordRange.begin, i);
    std::vector<bool> isRemoved(before.stageCount(), false);
    for (std::size_t i = 0; i < before.stageCount(); ++i) {
        const TextRange from = beforeSyntax.at(beforeSyntax.stages[i].from).range;
        isRemoved[i] = std::ranges::any_of(
            edits, [&](const TextEdit &edit) { return !edit.range.isEmpty() && edit.range.contains(from); });
        const auto found = stageAtLine.find(edits.mapOffset(from.begin));
        if (!isRemoved[i] && found != stageAtLine.end())
            pair(i, found->second);
    }
    // A stage that was moved or rewritten as a whole is the same if it has the same name.
    std::multimap<std::string, std::size_t> byName;
    for (std::size_t i = 0; i < after.stageCount(); ++i) {
        if (!diff.oldOf[i] && !after.nodes[i].name.empty())
            byName.emplace(lowered(after.nodes[i].name), i);
    }
    for (std::size_t i = 0; i < before.stageCount(); ++i) {
        if (diff.newOf[i] || before.nodes[i].name.empty())
            continue;
        if (const auto found = byName.find(lowered(before.nodes[i].name)); found != byName.end()) {
            pair(i, found->second);
            byName.erase(found);
        }
    }
    // What is left at the same place in file order, when a whole file was rewritten.
    for (std::size_t i = 0; i < std::min(before.stageCount(), after.stageCount()); ++i) {
        if (isRemoved[i] && before.nodes[i].name.empty() && after.nodes[i].name.empty())
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
