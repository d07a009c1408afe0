// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/take_from.h"

#include "model/refactor/naming.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_order.h"

#include <algorithm>

namespace drydock {

Result<Taken> takeFrom(const GestureContext &context, NodeIndex source, StageIndex target, ReferenceKind kind,
                       const WriteReference &write, std::span<const std::size_t> replaced)
{
    const References references(context);
    Result<Naming> naming = nameToWrite(references, context, source, kind, target);
    if (!naming)
        return tl::unexpected(naming.error());
    const StageIndex stage = context.graph.nodes[source.value].stage;
    const bool isLater = stage && stage > target;
    std::vector<StageIndex> order;
    if (isLater) {
        order = orderWithAbove(context, stage, target);
    } else {
        for (std::size_t i = 0; i < context.syntax.stages.size(); ++i)
            order.push_back({i});
    }
    Taken taken;
    taken.places = placesIn(order);
    long long number = 0;
    if (parseStageNumber(naming->written, number) && stage)
        naming->written = std::to_string(taken.places[stage.value]);

    Result<std::vector<TextEdit>> written = write(naming->written);
    if (!written)
        return tl::unexpected(written.error());
    std::ranges::move(*written, std::back_inserter(naming->edits));
    Result<EditSet> edits = together(naming->edits);
    if (edits && isLater) {
        renumber(references, taken.places, *edits);
        edits = inOrder(context.syntax, order, *edits);
    }
    if (!edits)
        return tl::unexpected(edits.error());
    Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    taken.outcome = std::move(*outcome);
    const EdgeKind arrow = kind == ReferenceKind::From ? EdgeKind::From
        : kind == ReferenceKind::CopyFrom              ? EdgeKind::Copy
                                                       : EdgeKind::Mount;
    if (!changesArrows(context.graph, taken.outcome.graph, taken.places, replaced,
                       {arrowBetween(context.graph, arrow, source, {target.value}, taken.places)}))
        return nameClash();
    // mayConnect() has looked at the arrow itself, not at what an ONBUILD of a new base brings.
    if (hasNewTrouble(context.graph, taken.outcome.graph))
        return onbuildTrouble(context.graph.nodes[source.value].label());
    taken.plan.edits = std::move(*edits);
    taken.plan.notice = targetNotice(context, taken.outcome.graph, taken.places);
    if (taken.plan.notice.source.empty())
        taken.plan.notice = naming->notice;
    return taken;
}

Result<BroughtAbove> bringAbove(const GestureContext &context, StageIndex source, StageIndex target)
{
    const References references(context);
    const std::vector<StageIndex> order = orderWithAbove(context, source, target);
    BroughtAbove above;
    above.places = placesIn(order);
    EditSet inner;
    renumber(references, above.places, inner);
    Result<EditSet> edits = inOrder(context.syntax, order, inner);
    if (!edits)
        return tl::unexpected(edits.error());
    const Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (!keepsArrows(context.graph, outcome->graph, above.places, {}, 0))
        return nameClash();
    above.plan.edits = std::move(*edits);
    above.plan.notice = targetNotice(context, outcome->graph, above.places);
    return above;
}

} // namespace drydock
