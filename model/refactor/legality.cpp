// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/legality.h"

#include "model/refactor/naming.h"
#include "model/refactor/plan.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

/// What only the pair rules out. \param isNeeded `source` needs `target`.
Result<void> checkPair(const GestureContext &context, NodeIndex sourceIndex, NodeIndex targetIndex,
                       EdgeKind kind, bool isNeeded)
{
    const GraphNode &source = context.graph.nodes[sourceIndex.value];
    const GraphNode &target = context.graph.nodes[targetIndex.value];
    if (sourceIndex == targetIndex)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” cannot take from itself."), {target.label()});
    if (isNeeded)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” already uses “%2”: that would be a circle."),
                       {source.label(), target.label()});
    if (kind == EdgeKind::From && source.kind == NodeKind::Stage && source.stage > target.stage)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "FROM may only name a stage above it, and “%1” comes below “%2”."),
            {source.label(), target.label()});
    return {};
}

} // namespace

Result<void> checkSource(const GestureContext &context, NodeIndex sourceIndex, EdgeKind kind)
{
    const GraphNode &source = context.graph.nodes[sourceIndex.value];
    switch (source.kind) {
    case NodeKind::Stage:
        if (!isWellFormed(context.syntax, source.stage))
            return refusal(QT_TRANSLATE_NOOP("refactor", "The FROM of “%1” is not understood."),
                           {source.label()});
        return {};
    case NodeKind::Missing:
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” does not exist."), {source.name});
    case NodeKind::Remote:
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is an address: only ADD can fetch it."),
                       {source.name});
    case NodeKind::Context:
        return {};
    case NodeKind::Image:
        break;
    }
    if (kind == EdgeKind::From)
        return {};
    if (source.pin == ImagePin::Scratch)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "“scratch” is empty: there is nothing to take from it."));
    if (source.base.find('$') != std::string::npos)
        return refusal(QT_TRANSLATE_NOOP("refactor",
                                         "“%1” holds a variable, which --from does not know: make a stage "
                                         "of it first."),
                       {source.base});
    return {};
}

Result<void> checkTarget(const GestureContext &context, NodeIndex targetIndex)
{
    const GraphNode &target = context.graph.nodes[targetIndex.value];
    if (target.kind != NodeKind::Stage)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "“%1” is not made by this file: nothing can be put in it."),
            {target.label()});
    if (!isWellFormed(context.syntax, target.stage))
        return refusal(QT_TRANSLATE_NOOP("refactor", "The FROM of “%1” is not understood."),
                       {target.label()});
    if (context.options.contexts.contains(lowered(target.name)))
        return refusal(QT_TRANSLATE_NOOP("refactor",
                                         "The build context “%1” takes the place of this stage: what it "
                                         "holds does not matter."),
                       {target.name});
    return {};
}

std::vector<bool> neededBy(const StageGraph &graph, NodeIndex node)
{
    std::vector<std::vector<std::size_t>> sources(graph.nodes.size());
    for (const GraphEdge &edge : graph.edges)
        sources[edge.target.value].push_back(edge.source.value);
    std::vector<bool> isNeeded(graph.nodes.size(), false);
    std::vector<std::size_t> open {node.value};
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        for (const std::size_t source : sources[next]) {
            if (!isNeeded[source]) {
                isNeeded[source] = true;
                open.push_back(source);
            }
        }
    }
    isNeeded[node.value] = false;
    return isNeeded;
}

Result<void> mayConnect(const GestureContext &context, NodeIndex source, NodeIndex target, EdgeKind kind)
{
    if (Result<void> fine = checkSource(context, source, kind); !fine)
        return fine;
    if (Result<void> fine = checkTarget(context, target); !fine)
        return fine;
    return checkPair(context, source, target, kind, neededBy(context.graph, source)[target.value]);
}

std::vector<std::optional<Error>> reasonsAgainst(const GestureContext &context, NodeIndex source,
                                                 EdgeKind kind)
{
    std::vector<std::optional<Error>> reasons(context.graph.nodes.size());
    const Result<void> mayGive = checkSource(context, source, kind);
    const std::vector<bool> isNeeded = neededBy(context.graph, source);
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        Result<void> fine = mayGive;
        if (fine)
            fine = checkTarget(context, {i});
        if (fine)
            fine = checkPair(context, source, {i}, kind, isNeeded[i]);
        if (!fine)
            reasons[i] = fine.error();
    }
    return reasons;
}

} // namespace drydock
