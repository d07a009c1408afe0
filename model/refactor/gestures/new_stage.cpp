// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/new_stage.h"

#include "model/refactor/image_word.h"
#include "model/refactor/legality.h"
#include "model/refactor/naming.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_insertion.h"
#include "model/refactor/stage_names.h"

namespace drydock {
namespace {

/// In front of the last stage, so that the default target stays what it is.
std::size_t aboveTheLast(const GestureContext &context)
{
    const std::size_t count = context.syntax.stages.size();
    return count == 0 ? 0 : count - 1;
}

/// \param base as it is to be written behind FROM. \param inner edits that give the base its name.
Result<Plan> insertNew(const GestureContext &context, const References &references, std::size_t position,
                       const std::string &base, EditSet inner, Outcome &outcome)
{
    const std::string name = numberedName(context, references, position);
    Result<Inserted> inserted = insertStages(context, references, position,
                                             {fromLine(context.syntax, base, name)}, std::move(inner), {});
    if (!inserted)
        return tl::unexpected(inserted.error());
    outcome = std::move(inserted->outcome);
    if (hasNewTrouble(context.graph, outcome.graph))
        return onbuildTrouble(base);
    Plan plan;
    plan.edits = std::move(inserted->edits);
    plan.notice = std::move(inserted->notice);
    plan.keepsImage = plan.notice.source.empty();
    plan.focus = outcome.nameOf({position});
    plan.name = {QT_TRANSLATE_NOOP("refactor", "New stage from %1"), {base}};
    plan.explanation
        = {QT_TRANSLATE_NOOP("refactor", "A stage “%1” begins with what is in “%2”."), {name, base}};
    return plan;
}

} // namespace

Result<Plan> newStage(const GestureContext &context)
{
    const std::size_t position = aboveTheLast(context);
    Outcome outcome;
    Result<Plan> plan = insertNew(context, References(context), position, "scratch", {}, outcome);
    if (plan) {
        plan->name = {QT_TRANSLATE_NOOP("refactor", "New stage"), {}};
        plan->focus = outcome.syntax.stages[position].image;
    }
    return plan;
}

Result<Plan> newStageFrom(const GestureContext &context, NodeIndex source)
{
    const GraphNode &node = context.graph.nodes[source.value];
    if (Result<void> fine = checkSource(context, source, EdgeKind::From); !fine)
        return tl::unexpected(fine.error());
    const std::size_t position = node.kind == NodeKind::Stage ? node.stage.value + 1 : aboveTheLast(context);
    const References references(context);
    const Result<Naming> naming = nameToWrite(references, context, source, ReferenceKind::From, {position});
    if (!naming)
        return tl::unexpected(naming.error());
    Result<EditSet> inner = together(naming->edits);
    if (!inner)
        return tl::unexpected(inner.error());
    Outcome outcome;
    Result<Plan> plan = insertNew(context, references, position, naming->written, std::move(*inner), outcome);
    if (plan)
        plan->name.arguments = {node.label()};
    return plan;
}

Result<Plan> newStageOnImage(const GestureContext &context, std::string_view image)
{
    if (Result<void> fine = checkImageWord(image); !fine)
        return tl::unexpected(fine.error());
    const References references(context);
    const std::size_t position = aboveTheLast(context);
    if (const StageIndex above = stageSeenByFrom(references.resolution(), image, {position}))
        return newStageFrom(context, {above.value});
    Outcome outcome;
    return insertNew(context, references, position, std::string(image), {}, outcome);
}

} // namespace drydock
