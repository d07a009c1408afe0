// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/stage_refactorings.h"

#include "model/lint/stage_bases.h"
#include "model/refactor/gestures/delete_stage.h"
#include "model/refactor/gestures/rename_stage.h"
#include "model/refactor/naming.h"
#include "model/refactor/refactorings/meant_stage.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/shared_stages.h"
#include "model/refactor/stage_names.h"
#include "model/refactor/steps.h"

#include <algorithm>
#include <set>

namespace drydock {
namespace {

bool compiles(const LintContext &context, StageIndex stage)
{
    for (const Instruction &run : context.instructionsOf(stage)) {
        const auto commands = context.commandsOf(run);
        if (std::ranges::any_of(commands, isBuildStep))
            return true;
    }
    return false;
}

} // namespace

Proposal proposeRenameStage(const RefactorContext &context, const RefactorWish &wish)
{
    const StageIndex stage = meantStage(context, wish);
    const std::string name(wish.setting("name"));
    Choice which {"stage",
                  {QT_TRANSLATE_NOOP("refactor", "Stage"), {}},
                  {},
                  stage ? stageSetting(context, stage) : std::string(),
                  false};
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i)
        which.answers.push_back({stageSetting(context, {i}), {}});
    const Choice newName {"name", {QT_TRANSLATE_NOOP("refactor", "New name"), {}}, {}, name, true};
    Proposal proposal;
    if (!stage)
        proposal = blocked({QT_TRANSLATE_NOOP("refactor", "Say which stage is to be renamed."), {}});
    else if (name.empty())
        proposal = blocked({QT_TRANSLATE_NOOP("refactor", "Say what the stage is to be called."), {}});
    else
        proposal = proposalOf(renameStage(context.gesture(), stage, name),
                              context.syntax().stages[stage.value].name);
    // What an ONBUILD brings counts by the new word.
    proposal.declared.insert(ContractPart::Triggers);
    proposal.choices = {which, newName};
    return proposal;
}

Proposal proposeNameStages(const RefactorContext &context, const RefactorWish &)
{
    const GestureContext gesture = context.gesture();
    const References references(gesture);
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Name stages instead of counting them"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor", "A number means another stage as soon as one comes or goes above it; a name stays."),
        {}};
    // What an ONBUILD brings counts by the new word.
    proposal.declared.insert(ContractPart::Triggers);
    std::vector<Proposal> reasons;
    std::set<std::string> reserved;
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i) {
        const StageIndex stage {i};
        const auto all = references.to(stage);
        const auto counted
            = std::ranges::find_if(all, [](const Reference *reference) { return reference->isNumber; });
        if (counted == all.end())
            continue;
        const std::string &own = context.graph().nodes[i].name;
        const auto where = (*counted)->content;
        std::vector<TextEdit> edits;
        std::string name = own;
        if (own.empty()) {
            if (!isWellFormed(context.syntax(), stage)) {
                reasons.push_back(
                    blocked({QT_TRANSLATE_NOOP("refactor", "The FROM of “%1” is not understood."),
                             {context.graph().nodes[i].label()}},
                            where));
                continue;
            }
            // Not after its image: whoever reads that name below has to know which is meant (S36).
            name = freeNameLike(gesture, references, compiles(context.lint, stage) ? "build" : "source", i,
                                stage, reserved);
            reserved.insert(name);
            edits = namingEdits(references, gesture, stage, name);
        } else {
            // Another stage of the same name would be taken instead.
            if (references.resolution().stageNamed(own) != stage) {
                reasons.push_back(blocked(
                    {QT_TRANSLATE_NOOP("refactor", "“%1” is the name of another stage as well."), {own}},
                    where));
                continue;
            }
            for (const Reference *reference : all) {
                if (auto edit = reference->isNumber
                        ? replacementOf(*reference, spelledFor(reference->kind, own))
                        : std::nullopt)
                    edits.push_back(std::move(*edit));
            }
        }
        addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "Stage %1: “%2”"), {std::to_string(i), name}},
                std::move(edits));
    }
    return orBlocked(std::move(proposal), reasons,
                     {QT_TRANSLATE_NOOP("refactor", "No stage is named by its number."), {}});
}

Proposal proposeRemoveDeadStages(const RefactorContext &context, const RefactorWish &)
{
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Remove stages that nothing needs"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP("refactor",
                             "What is built by default does not need them, so they are not even built."),
           {}};
    if (!context.graph().target)
        return blocked({QT_TRANSLATE_NOOP("refactor", "There is no stage to be built."), {}});
    for (const GraphNode &node : context.graph().nodes) {
        if (node.kind == NodeKind::Missing && !node.mentions.empty())
            return blocked(
                {QT_TRANSLATE_NOOP("refactor", "“%1” names no stage: mend that first."), {node.name}},
                node.mentions.front());
    }
    // Numbers of stages move, those that an ONBUILD brings too.
    proposal.declared.insert(ContractPart::Triggers);
    Steps steps(context.gesture());
    std::vector<Proposal> reasons;
    std::vector<StageIndex> dead;
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i) {
        const GraphNode &node = context.graph().nodes[i];
        if (node.isReachable || node.isTarget)
            continue;
        dead.push_back({i});
        proposal.assumptions.push_back(assumedUnused(context.graph(), node));
    }
    // All at once is one parse, however many there are. Where one has to stay, the others go one by one.
    if (!dead.empty() && !steps.take(deleteStages(steps.context(), dead)))
        proposal.assumptions.clear();
    // What a stage below had a hold of may go once that one is gone.
    for (bool hasTaken = true; hasTaken;) {
        hasTaken = false;
        reasons.clear();
        // From below, so that what needs a stage goes before it.
        for (std::size_t i = steps.context().graph.stageCount(); i-- > 0;) {
            const GraphNode node = steps.context().graph.nodes[i];
            if (node.isReachable || node.isTarget)
                continue;
            const Result<void> taken
                = steps.take(deleteStage(steps.context(), {i}, DependantsChoice::Refuse));
            if (!taken) {
                reasons.push_back(blocked(taken.error().text));
                continue;
            }
            hasTaken = true;
            proposal.assumptions.push_back(assumedUnused(context.graph(), node));
        }
    }
    const EditSet edits = steps.edits();
    addPart(proposal, proposal.name, {edits.begin(), edits.end()});
    return orBlocked(std::move(proposal), reasons,
                     {QT_TRANSLATE_NOOP("refactor", "The target needs every stage."), {}});
}

} // namespace drydock
