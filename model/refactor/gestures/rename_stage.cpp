// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/rename_stage.h"

#include "model/refactor/naming.h"
#include "model/refactor/outcome.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_names.h"
#include "model/syntax/characters.h"

#include <numeric>

namespace drydock {
namespace {

Result<void> checkRename(const GestureContext &context, const References &references, StageIndex stage,
                         std::string_view name)
{
    if (!isWellFormed(context.syntax, stage))
        return refusal(QT_TRANSLATE_NOOP("refactor", "The FROM of “%1” is not understood."),
                       {context.graph.nodes[stage.value].label()});
    if (Result<void> fine = checkStageName(name); !fine)
        return fine;
    if (!isFreeName(context, references, name, stage.value, stage))
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” already means something else in this file."),
                       {std::string(name)});
    for (const Reference *reference : references.to(stage)) {
        if (reference->hasVariable)
            return refusal(QT_TRANSLATE_NOOP("refactor",
                                             "Line %1 names “%2” through a variable: rename it in the text."),
                           {std::to_string(context.syntax.at(reference->instruction).firstLine),
                            references.resolution().bases[stage.value].name});
    }
    return {};
}

} // namespace

Result<void> mayRename(const GestureContext &context, StageIndex stage, std::string_view name)
{
    return context.graph.nodes[stage.value].name == name
        ? Result<void>()
        : checkRename(context, References(context), stage, name);
}

Result<Plan> renameStage(const GestureContext &context, StageIndex stage, std::string_view name)
{
    const GraphNode &node = context.graph.nodes[stage.value];
    if (node.name == name)
        return refusal(QT_TRANSLATE_NOOP("refactor", "It is called “%1” already."), {node.name});
    const References references(context);
    if (Result<void> fine = checkRename(context, references, stage, name); !fine)
        return tl::unexpected(fine.error());

    std::vector<TextEdit> changes;
    const std::string newName(name);
    if (node.name.empty()) {
        changes = namingEdits(references, context, stage, newName);
    } else {
        changes.push_back({context.syntax.stages[stage.value].name, newName});
        for (const Reference *reference : references.to(stage)) {
            if (reference->isNumber)
                continue;
            const auto edit = replacementOf(*reference, spelledFor(reference->kind, newName));
            if (!edit)
                return nameInPieces(context.syntax, reference->instruction);
            changes.push_back(*edit);
        }
    }
    Result<EditSet> edits = together(changes);
    if (!edits)
        return tl::unexpected(edits.error());
    const Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    std::vector<std::size_t> places(context.syntax.stages.size());
    std::iota(places.begin(), places.end(), std::size_t {0});
    if (!keepsArrows(context.graph, outcome->graph, places, {}, 0))
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” already means something else in this file."),
                       {newName});

    Plan plan;
    plan.edits = std::move(*edits);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Rename stage %1 to %2"), {node.label(), newName}};
    plan.explanation = {
        QT_TRANSLATE_NOOP("refactor", "The stage and all that refers to it get the name “%1”."), {newName}};
    if (!node.name.empty() && lowered(context.options.target) == lowered(node.name))
        plan.notice
            = {QT_TRANSLATE_NOOP("refactor", "The build still asks for the target “%1”."), {node.name}};
    plan.focus = outcome->nameOf(stage);
    plan.keepsImage = true;
    return plan;
}

} // namespace drydock
