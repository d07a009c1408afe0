// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §5. The stage that ends up in the image gets another base, and its lines say on the new one what they said on the
// old one: packages by their names there, users by the programs there, the program without a shell where there is none.
#include "model/lint/stage_bases.h"
#include "model/refactor/refactor_registry.h"
#include "model/refactor/refactorings/refactorings.h"
#include "model/refactor/switch/switch_plan.h"

#include <algorithm>

namespace drydock {
namespace {

UserText switchName()
{
    return {QT_TRANSLATE_NOOP("refactor", "Switch the base"), {}};
}

const char *aboutKind(BaseKind kind)
{
    switch (kind) {
    case BaseKind::Slim:
        return QT_TRANSLATE_NOOP("refactor", "the same distribution without compilers and headers");
    case BaseKind::Alpine:
        return QT_TRANSLATE_NOOP("refactor", "small, with a shell and packages; another C library (musl)");
    case BaseKind::Distroless:
        return QT_TRANSLATE_NOOP("refactor", "only what programs need: no shell, no packages");
    case BaseKind::Chainguard:
        return QT_TRANSLATE_NOOP("refactor",
                                 "likewise, with daily updates; the free tags move with every release");
    case BaseKind::Newer:
        return QT_TRANSLATE_NOOP("refactor", "the same image in a version that gets fixes for longer");
    case BaseKind::Scratch:
        break;
    }
    return QT_TRANSLATE_NOOP("refactor", "nothing at all: for a program that needs nothing");
}

Choice choiceOf(const std::vector<Attempt> &attempts, std::string_view chosen)
{
    Choice choice;
    choice.key = "base";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "New base"), {}};
    choice.chosen = chosen;
    // Those that are possible first.
    for (const bool isPossible : {true, false}) {
        for (const Attempt &each : attempts) {
            if (each.changes.isRefused() == isPossible)
                continue;
            UserText about = isPossible ? UserText {QT_TRANSLATE_NOOP("refactor", "%1: %2"),
                                                    {each.base.reference, aboutKind(each.kind)}}
                                        : each.changes.refusal;
            choice.answers.push_back({std::string(nameOf(each.kind)), std::move(about)});
        }
    }
    return choice;
}

/// What the new text will take.
std::optional<SizeEstimate> sizeAfter(const RefactorContext &context, const Proposal &proposal,
                                      StageIndex stage)
{
    const auto edits = editsOf(proposal, PartChoice::all(proposal));
    if (!edits)
        return std::nullopt;
    const Syntax syntax = parse(SourceText(edits->applyTo(context.syntax().text.bytes())));
    const StageGraph graph = makeStageGraph(syntax, context.lint.options());
    if (stage.value >= syntax.stages.size())
        return std::nullopt;
    const LintContext lint(syntax, graph, context.lint.options(), context.lint.settings());
    return estimatedSize(lint, stage, context.images);
}

StageIndex stageOf(const RefactorContext &context, const RefactorWish &wish)
{
    const std::string_view asked = wish.setting("stage");
    return asked.empty() ? context.graph().target : context.lint.resolution().stageNamed(asked);
}

} // namespace

Proposal proposeSwitchBase(const RefactorContext &context, const RefactorWish &wish)
{
    const StageIndex stage = stageOf(context, wish);
    if (!stage)
        return refusedSwitch({QT_TRANSLATE_NOOP("refactor", "There is no such stage."), {}}, {});
    const BaseSwitch file(context, stage);
    if (auto reason = file.obstacle())
        return std::move(*reason);
    std::vector<Attempt> attempts;
    attempts.reserve(allBaseKinds.size());
    for (const BaseKind kind : allBaseKinds)
        attempts.push_back(file.attempt(kind));

    // Unasked, only the smaller sister is proposed, on which all stays as it is.
    if (wish.setting("base").empty() && file.isOnAlpine()) {
        Proposal proposal = refusedSwitch(
            {QT_TRANSLATE_NOOP("refactor", "It is on Alpine, which is small: choose what to switch to."), {}},
            file.image());
        proposal.choices.push_back(choiceOf(attempts, {}));
        return proposal;
    }
    const std::string_view wanted
        = wish.setting("base").empty() ? nameOf(BaseKind::Slim) : wish.setting("base");
    const auto chosen = std::ranges::find_if(
        attempts, [wanted](const Attempt &each) { return nameOf(each.kind) == wanted; });
    if (chosen == attempts.end()) {
        Proposal proposal
            = refusedSwitch({QT_TRANSLATE_NOOP("refactor", "“%1” is none of the bases to choose from."),
                             {std::string(wanted)}},
                            file.image());
        proposal.choices.push_back(choiceOf(attempts, {}));
        return proposal;
    }
    if (chosen->changes.isRefused()) {
        Proposal proposal = refusedSwitch(chosen->changes.refusal, chosen->changes.where);
        proposal.choices.push_back(choiceOf(attempts, wanted));
        return proposal;
    }
    Proposal proposal;
    proposal.name = switchName();
    proposal.explanation
        = {chosen->base.dropsDigest
               ? QT_TRANSLATE_NOOP("refactor",
                                   "The image rests on %1: %2. The digest belongs to the old tag and "
                                   "goes; pin the new one.")
               : QT_TRANSLATE_NOOP("refactor", "The image rests on %1: %2."),
           {chosen->base.reference, aboutKind(chosen->kind)}};
    Part part;
    part.title = {QT_TRANSLATE_NOOP("refactor", "%1 instead of %2, and what it asks of the lines"),
                  {chosen->base.reference, rootImageOf(context.lint, stage)}};
    part.isOptional = false;
    part.edits = file.editsOf(*chosen);
    proposal.parts.push_back(std::move(part));
    proposal.assumptions = std::move(chosen->changes.assumptions);
    proposal.declared = std::move(chosen->changes.declared);
    proposal.choices.push_back(choiceOf(attempts, wanted));
    proposal.sizeBefore = estimatedSize(context.lint, stage, context.images);
    proposal.sizeAfter = sizeAfter(context, proposal, stage);
    return proposal;
}

} // namespace drydock
