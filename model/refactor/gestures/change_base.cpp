// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/change_base.h"

#include "model/refactor/image_word.h"
#include "model/refactor/legality.h"
#include "model/refactor/naming.h"
#include "model/refactor/take_from.h"
#include "model/syntax/characters.h"

#include <numeric>

namespace drydock {
namespace {

std::size_t baseEdgeOf(const StageGraph &graph, StageIndex stage)
{
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        if (graph.edges[i].kind == EdgeKind::From && graph.edges[i].target.value == stage.value)
            return i;
    }
    return graph.edges.size();
}

TextEdit baseEdit(const References &references, const GestureContext &context, StageIndex stage,
                  const std::string &base)
{
    for (const Reference &reference : references.all()) {
        if (reference.kind == ReferenceKind::From && reference.user == stage) {
            if (const auto edit = replacementOf(reference, base))
                return *edit;
        }
    }
    return {context.syntax.stages[stage.value].image, base};
}

void describe(Plan &plan, const GestureContext &context, StageIndex stage, const std::string &base,
              const Outcome &outcome, StageIndex newStage)
{
    const std::string label = context.graph.nodes[stage.value].label();
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Change base of %1"), {label}};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "“%1” begins with what is in “%2”."), {label, base}};
    plan.focus = outcome.syntax.stages[newStage.value].image;
}

} // namespace

Result<Plan> changeBase(const GestureContext &context, StageIndex stage, NodeIndex base)
{
    if (Result<void> fine = mayConnect(context, base, {stage.value}, EdgeKind::From); !fine)
        return tl::unexpected(fine.error());
    const GraphNode &node = context.graph.nodes[base.value];
    const std::size_t edge = baseEdgeOf(context.graph, stage);
    if (edge < context.graph.edges.size() && context.graph.edges[edge].source == base)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is based on “%2” already."),
                       {context.graph.nodes[stage.value].label(), node.label()});
    const References references(context);
    Result<Taken> taken = takeFrom(
        context, base, stage, ReferenceKind::From,
        [&](const std::string &name) -> Result<std::vector<TextEdit>> {
            return onlyEdit(baseEdit(references, context, stage, name));
        },
        std::span(&edge, edge < context.graph.edges.size() ? 1 : 0));
    if (!taken)
        return tl::unexpected(taken.error());
    Plan plan = std::move(taken->plan);
    describe(plan, context, stage, node.label(), taken->outcome, {taken->places[stage.value]});
    return plan;
}

Result<Plan> changeBaseTo(const GestureContext &context, StageIndex stage, std::string_view image)
{
    if (Result<void> fine = checkTarget(context, {stage.value}); !fine)
        return tl::unexpected(fine.error());
    if (Result<void> fine = checkImageWord(image); !fine)
        return tl::unexpected(fine.error());
    const References references(context);
    if (const StageIndex above = stageSeenByFrom(references.resolution(), image, stage))
        return changeBase(context, stage, {above.value});
    const std::string word(image);
    if (const StageIndex named = references.resolution().stageNamed(image); named && named >= stage)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "FROM may only name a stage above it, and “%1” comes below “%2”."),
            {word, context.graph.nodes[stage.value].label()});
    const ResolvedBase &base = references.resolution().bases[stage.value];
    // A variable with the same value is no reason: whoever types the image wants it written out.
    if (base.image.text == image && base.written.find('$') == std::string::npos)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is based on “%2” already."),
                       {context.graph.nodes[stage.value].label(), word});
    Plan plan;
    const TextEdit edit = baseEdit(references, context, stage, word);
    plan.edits = EditSet::replacing(edit.range, edit.replacement);
    const Result<Outcome> outcome = outcomeOf(context, plan.edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    describe(plan, context, stage, word, *outcome, stage);
    return plan;
}

} // namespace drydock
