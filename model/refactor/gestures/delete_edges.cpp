// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/delete_edges.h"

#include "model/refactor/outcome.h"
#include "model/refactor/refusals.h"
#include "model/refactor/removal.h"

namespace drydock {
namespace {

UserText nameOf(const StageGraph &graph, std::span<const std::size_t> edges)
{
    if (edges.size() > 1)
        return {QT_TRANSLATE_NOOP("refactor", "Delete copies"), {}};
    switch (graph.edges[edges.front()].kind) {
    case EdgeKind::Mount:
        return {QT_TRANSLATE_NOOP("refactor", "Delete mount"), {}};
    case EdgeKind::Add:
        return {QT_TRANSLATE_NOOP("refactor", "Delete download"), {}};
    case EdgeKind::From:
    case EdgeKind::Copy:
        break;
    }
    return {QT_TRANSLATE_NOOP("refactor", "Delete copy"), {}};
}

} // namespace

std::vector<std::size_t> edgesLike(const StageGraph &graph, std::size_t index)
{
    const GraphEdge &edge = graph.edges[index];
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const GraphEdge &other = graph.edges[i];
        if (other.kind == edge.kind && other.source == edge.source && other.target == edge.target)
            found.push_back(i);
    }
    return found;
}

Result<Plan> deleteEdges(const GestureContext &context, std::span<const std::size_t> edges)
{
    Removal removal(context);
    for (const std::size_t index : edges) {
        const GraphEdge &edge = context.graph.edges[index];
        if (edge.isInherited)
            return broughtByOnbuild(context.syntax, edge.instruction);
        if (edge.kind == EdgeKind::From)
            return refusal(QT_TRANSLATE_NOOP(
                "refactor", "A stage needs a base: replace it by “scratch” or choose another."));
        removal.drop(edge);
    }
    Plan plan;
    Result<EditSet> set = removal.edits();
    if (!set)
        return tl::unexpected(set.error());
    if (const Result<Outcome> outcome = outcomeOf(context, *set); !outcome)
        return tl::unexpected(outcome.error());
    plan.edits = std::move(*set);
    plan.name = nameOf(context.graph, edges);
    const GraphEdge &first = context.graph.edges[edges.front()];
    plan.explanation = {
        QT_TRANSLATE_NOOP("refactor", "“%2” takes nothing from “%1” there any more."),
        {context.graph.nodes[first.source.value].label(), context.graph.nodes[first.target.value].label()}};
    const std::size_t place = plan.edits.mapOffset(plan.edits.begin()->range.begin);
    plan.focus = {place, place};
    return plan;
}

} // namespace drydock
