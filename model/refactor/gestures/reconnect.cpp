// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/reconnect.h"

#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/move_instruction.h"
#include "model/refactor/insert_point.h"
#include "model/refactor/legality.h"
#include "model/refactor/refusals.h"
#include "model/refactor/steps.h"
#include "model/refactor/take_from.h"

namespace drydock {
namespace {

/// What no end of the arrow can change.
Result<void> checkEdge(const GestureContext &context, const GraphEdge &edge)
{
    if (edge.isInherited)
        return broughtByOnbuild(context.syntax, edge.instruction);
    if (edge.kind == EdgeKind::Add)
        return refusal(QT_TRANSLATE_NOOP("refactor", "ADD fetches an address: change it in the text."));
    return {};
}

/// The graph without one arrow: what is being taken away cannot close a circle.
StageGraph without(const StageGraph &graph, std::size_t edge)
{
    StageGraph rest = graph;
    rest.edges.erase(rest.edges.begin() + static_cast<std::ptrdiff_t>(edge));
    return rest;
}

Plan described(Plan plan, const GestureContext &context, NodeIndex source, NodeIndex target)
{
    const std::vector<std::string> ends {context.graph.nodes[source.value].label(),
                                         context.graph.nodes[target.value].label()};
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Reconnect %1 with %2"), ends};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "The arrow leads from “%1” to “%2”."), ends};
    return plan;
}

} // namespace

Result<Plan> reconnectSource(const GestureContext &context, std::size_t index, NodeIndex source)
{
    const GraphEdge &edge = context.graph.edges[index];
    if (Result<void> fine = checkEdge(context, edge); !fine)
        return tl::unexpected(fine.error());
    if (edge.source == source)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The arrow begins there already."));
    if (edge.kind == EdgeKind::From)
        return changeBase(context, {edge.target.value}, source);
    const StageGraph rest = without(context.graph, index);
    if (Result<void> fine
        = mayConnect({context.syntax, rest, context.options}, source, edge.target, edge.kind);
        !fine)
        return tl::unexpected(fine.error());

    const References references(context);
    const Reference *reference = references.causedAt(edge.cause);
    const auto write = [&](const std::string &name) -> Result<std::vector<TextEdit>> {
        if (auto edit = reference ? replacementOf(*reference, name) : std::nullopt)
            return onlyEdit(*edit);
        return nameInPieces(context.syntax, edge.instruction);
    };
    const StageIndex target {edge.target.value};
    Result<Taken> taken
        = takeFrom(context, source, target,
                   edge.kind == EdgeKind::Copy ? ReferenceKind::CopyFrom : ReferenceKind::MountFrom, write,
                   std::span(&index, 1));
    if (!taken)
        return tl::unexpected(taken.error());
    Plan plan = described(std::move(taken->plan), context, source, edge.target);
    // The edges of a stage keep their order, so the arrow is found again by counting.
    std::size_t nth = 0;
    for (std::size_t i = 0; i < index; ++i)
        nth += context.graph.edges[i].target == edge.target ? 1u : 0u;
    const auto into = taken->outcome.graph.edgesInto({taken->places[target.value]});
    plan.focus = taken->outcome.graph.edges[into[nth]].cause;
    return plan;
}

Result<Plan> reconnectTarget(const GestureContext &context, std::size_t index, NodeIndex target)
{
    const GraphEdge &edge = context.graph.edges[index];
    if (Result<void> fine = checkEdge(context, edge); !fine)
        return tl::unexpected(fine.error());
    if (edge.kind == EdgeKind::From)
        return refusal(QT_TRANSLATE_NOOP("refactor",
                                         "A FROM belongs to its stage: change the base of the other stage."));
    if (edge.kind == EdgeKind::Mount)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "A mount belongs to its RUN: mount it in the other stage anew."));
    if (edge.target == target)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The arrow ends there already."));
    const StageGraph rest = without(context.graph, index);
    if (Result<void> fine
        = mayConnect({context.syntax, rest, context.options}, edge.source, target, edge.kind);
        !fine)
        return tl::unexpected(fine.error());
    Steps steps(context);
    InstructionIndex copy = edge.instruction;
    StageIndex stage {target.value};
    if (const GraphNode &source = context.graph.nodes[edge.source.value];
        source.stage && source.stage > stage) {
        const Result<BroughtAbove> above = bringAbove(context, source.stage, stage);
        if (!above)
            return tl::unexpected(above.error());
        const Syntax &before = context.syntax;
        const StageIndex from = before.at(copy).stage;
        const std::size_t behindFrom = copy.value - before.stages[from.value].from.value;
        if (Result<void> fine = steps.take(above->plan); !fine)
            return tl::unexpected(fine.error());
        stage = {above->places[stage.value]};
        copy = {steps.context().syntax.stages[above->places[from.value]].from.value + behindFrom};
    }
    const InstructionIndex place = placeForCopy(steps.context().syntax, stage);
    const Result<Plan> moved = moveInstruction(steps.context(), copy, place);
    if (Result<void> fine = steps.take(moved); !fine)
        return tl::unexpected(fine.error());
    Plan plan;
    plan.edits = steps.edits();
    plan.notice = steps.notice();
    plan.focus = moved->focus;
    return described(std::move(plan), context, edge.source, target);
}

} // namespace drydock
