// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/move_stage.h"

#include "model/refactor/outcome.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_order.h"

namespace drydock {
namespace {

std::vector<StageIndex> orderWith(std::size_t count, StageIndex stage, std::size_t position)
{
    std::vector<StageIndex> order;
    for (std::size_t i = 0; i < count; ++i) {
        if (i != stage.value)
            order.push_back({i});
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(position), stage);
    return order;
}

/// Whatever a stage needs has to stand above it: FROM would take an image of that name, --from is refused by BuildKit
/// (`convert.go`: dispatchCopy, `convert_runmount.go`: detectRunMount).
Result<void> checkNeeds(const GestureContext &context, const References &references,
                        const std::vector<std::size_t> &places)
{
    for (const Reference &reference : references.all()) {
        const StageIndex needed = reference.stage;
        const StageIndex user = reference.user;
        // What stands wrong already may stay wrong.
        if (!needed || reference.isTrigger || needed >= user || places[needed.value] < places[user.value])
            continue;
        const char *sentence = reference.kind == ReferenceKind::From
            ? QT_TRANSLATE_NOOP("refactor", "“%1” is based on “%2”, which has to stay above it.")
            : QT_TRANSLATE_NOOP("refactor", "“%1” takes from “%2”, which has to stay above it.");
        return refusal(sentence,
                       {context.graph.nodes[user.value].label(), context.graph.nodes[needed.value].label()});
    }
    return {};
}

/// The same for what a stage gets from the ONBUILD of its base.
Result<void> checkInherited(const GestureContext &context, const std::vector<std::size_t> &places)
{
    for (const GraphEdge &edge : context.graph.edges) {
        const GraphNode &source = context.graph.nodes[edge.source.value];
        if (edge.isInherited && source.kind == NodeKind::Stage && !edge.isForward
            && places[edge.source.value] > places[edge.target.value])
            return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” takes from “%2”, which has to stay above it."),
                           {context.graph.nodes[edge.target.value].label(), source.label()});
    }
    return {};
}

} // namespace

Result<Plan> moveStage(const GestureContext &context, StageIndex stage, std::size_t position)
{
    if (stage.value == position)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The stage stands there already."));
    const References references(context);
    const std::vector<StageIndex> order = orderWith(context.syntax.stages.size(), stage, position);
    const std::vector<std::size_t> places = placesIn(order);
    if (Result<void> fine = checkNeeds(context, references, places); !fine)
        return tl::unexpected(fine.error());
    if (Result<void> fine = checkInherited(context, places); !fine)
        return tl::unexpected(fine.error());
    EditSet inner;
    renumber(references, places, inner);
    Result<EditSet> edits = inOrder(context.syntax, order, inner);
    if (!edits)
        return tl::unexpected(edits.error());
    const Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (!keepsArrows(context.graph, outcome->graph, places, {}, 0))
        return nameClash();
    if (outcome->syntax.text == context.syntax.text)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The same stage stands there already."));
    const std::string label = context.graph.nodes[stage.value].label();
    Plan plan;
    plan.edits = std::move(*edits);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Move stage %1"), {label}};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "“%1” moves to another place in the file."), {label}};
    plan.notice = targetNotice(context, outcome->graph, places);
    plan.keepsImage = plan.notice.source.empty();
    plan.focus = outcome->nameOf({position});
    return plan;
}

} // namespace drydock
