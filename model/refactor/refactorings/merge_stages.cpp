// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stages that are the same from FROM to their end, word by word, become one. BuildKit builds them once as it is; two of them are
// two places to change.
#include "model/refactor/gestures/delete_stage.h"
#include "model/refactor/naming.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/shared_stages.h"
#include "model/refactor/refactorings/stage_refactorings.h"
#include "model/refactor/refusals.h"
#include "model/refactor/steps.h"

#include <optional>

namespace drydock {
namespace {

struct Twins {
    StageIndex kept;
    StageIndex gone;
};

std::optional<Twins> twinsIn(const GestureContext &context)
{
    const References references(context);
    const std::size_t count = context.syntax.stages.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            const std::size_t length = lengthOf(context.syntax, {i});
            const bool isSame = length > 0 && length == lengthOf(context.syntax, {j})
                && sharedBeginning(context, references, {i}, {j}) == length
                // What is built stays where it is.
                && context.graph.target != StageIndex {j};
            if (isSame)
                return Twins {{i}, {j}};
        }
    }
    return std::nullopt;
}

/// The first word that means `gone` means `kept`. \returns nothing if no word does.
std::optional<Result<Plan>> redirected(const GestureContext &context, const Twins &twins)
{
    const References references(context);
    const auto all = references.to(twins.gone);
    if (all.empty())
        return std::nullopt;
    const Reference &reference = *all.front();
    Result<Naming> naming
        = nameToWrite(references, context, {twins.kept.value}, reference.kind, reference.user);
    if (!naming)
        return tl::unexpected(naming.error());
    const auto edit = replacementOf(reference, naming->written);
    if (!edit)
        return nameInPieces(context.syntax, reference.instruction);
    naming->edits.push_back(*edit);
    Result<EditSet> edits = together(naming->edits);
    if (!edits)
        return tl::unexpected(edits.error());
    Plan plan;
    plan.edits = std::move(*edits);
    return plan;
}

Result<void> merge(Steps &steps, const Twins &twins)
{
    // Each round takes a word away from what goes; a name that meant a third stage would make rounds without end.
    for (std::size_t left = References(steps.context()).to(twins.gone).size(); left > 0; --left) {
        const auto plan = redirected(steps.context(), twins);
        if (!plan)
            break;
        if (Result<void> taken = steps.take(*plan); !taken)
            return taken;
    }
    return steps.take(deleteStage(steps.context(), twins.gone, DependantsChoice::Refuse));
}

} // namespace

Proposal proposeMergeStages(const RefactorContext &context, const RefactorWish &)
{
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Merge equal stages"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP("refactor", "Stages that do the same are one: there is one place to change."), {}};
    // What an ONBUILD takes by number counts by another one.
    proposal.declared.insert(ContractPart::Triggers);
    Steps steps(context.gesture());
    std::vector<Proposal> reasons;
    while (const auto twins = twinsIn(steps.context())) {
        const GraphNode gone = steps.context().graph.nodes[twins->gone.value];
        if (const Result<void> taken = merge(steps, *twins); !taken) {
            reasons.push_back(blocked(taken.error().text));
            // A half of a merger is none.
            return orBlocked(Proposal(), reasons, {});
        }
        proposal.assumptions.push_back(assumedUnused(context.graph(), gone));
    }
    const EditSet edits = steps.edits();
    addPart(proposal, proposal.name, {edits.begin(), edits.end()});
    return orBlocked(std::move(proposal), reasons,
                     {QT_TRANSLATE_NOOP("refactor", "No two stages are the same."), {}});
}

} // namespace drydock
