// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactor_registry.h"

#include "model/refactor/outcome.h"
#include "model/refactor/refactorings/refactorings.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

void setNeeds(const Proposal &proposal, std::size_t part, std::vector<bool> &isTaken)
{
    isTaken[part] = true;
    for (const std::size_t needed : proposal.parts[part].needs) {
        if (!isTaken[needed])
            setNeeds(proposal, needed, isTaken);
    }
}

void dropWithUsers(const Proposal &proposal, std::size_t part, std::vector<bool> &isTaken)
{
    isTaken[part] = false;
    for (std::size_t i = 0; i < proposal.parts.size(); ++i) {
        if (isTaken[i] && std::ranges::find(proposal.parts[i].needs, part) != proposal.parts[i].needs.end())
            dropWithUsers(proposal, i, isTaken);
    }
}

/// Whether a part that must stay hangs on `part`.
bool isHeld(const Proposal &proposal, std::size_t part)
{
    if (!proposal.parts[part].isOptional)
        return true;
    for (std::size_t i = 0; i < proposal.parts.size(); ++i) {
        if (i != part && std::ranges::find(proposal.parts[i].needs, part) != proposal.parts[i].needs.end()
            && isHeld(proposal, i))
            return true;
    }
    return false;
}

/// Insertions at one place become one, in the order in which they come.
std::vector<TextEdit> joined(std::vector<TextEdit> edits)
{
    std::vector<TextEdit> result;
    for (TextEdit &edit : edits) {
        const auto same = std::ranges::find_if(
            result, [&](const TextEdit &other) { return edit.range.isEmpty() && other.range == edit.range; });
        if (same == result.end())
            result.push_back(std::move(edit));
        else
            same->replacement += edit.replacement;
    }
    return result;
}

/// Whoever runs the image may notice what was declared and nothing else.
Result<void> keepsContract(const RefactorContext &context, const Proposal &proposal, const Outcome &outcome,
                           Refactored &result)
{
    const StageIndex before = context.graph().target;
    const StageIndex after = outcome.graph.target;
    if (!before || !after)
        return {};
    const BuildOptions &options = context.lint.options();
    result.before = contractOf(context.syntax(), context.graph(), options, before, context.images);
    result.after = contractOf(outcome.syntax, outcome.graph, options, after, context.images);
    result.differences = differencesOf(result.before, result.after);
    const auto undeclared
        = std::ranges::find_if(result.differences, [&](const ContractDifference &difference) {
              return !proposal.declares(difference);
          });
    if (undeclared == result.differences.end())
        return {};
    return refusal(QT_TRANSLATE_NOOP("refactor", "It would change what the image does: %1"),
                   {inEnglish(undeclared->text)});
}

/// What the image will weigh, before and after, if the refactoring itself does not know better.
void estimateSizes(const RefactorContext &context, const Outcome &outcome, Proposal &proposal)
{
    if (!proposal.sizeBefore && context.graph().target)
        proposal.sizeBefore = estimatedSize(context.lint, context.graph().target, context.images);
    if (proposal.sizeAfter || !outcome.graph.target)
        return;
    const LintContext lint(outcome.syntax, outcome.graph, context.lint.options(), context.lint.settings());
    proposal.sizeAfter = estimatedSize(lint, outcome.graph.target, context.images);
}

/// What applying leads to, taken apart.
struct Worked {
    Refactored result;
    Outcome outcome;
};

Result<Worked> worked(const RefactorContext &context, const Proposal &proposal, const PartChoice &choice)
{
    Result<EditSet> edits = editsOf(proposal, choice);
    if (!edits)
        return tl::unexpected(edits.error());
    if (edits->isEmpty() && proposal.files.empty())
        return refusal(QT_TRANSLATE_NOOP("refactor", "Nothing of the change is left."));
    Result<Outcome> outcome = outcomeOf(context.gesture(), *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (hasNewTrouble(context.graph(), outcome->graph))
        return refusal(QT_TRANSLATE_NOOP(
            "refactor",
            "A stage would need another one that stands below it, or itself: BuildKit refuses that."));
    Worked done;
    done.result.text = outcome->syntax.text.bytes();
    done.result.edits = std::move(*edits);
    if (Result<void> kept = keepsContract(context, proposal, *outcome, done.result); !kept)
        return tl::unexpected(kept.error());
    done.outcome = std::move(*outcome);
    return done;
}

} // namespace

const Refactoring *refactoringCalled(std::string_view id)
{
    const auto all = refactorings();
    const auto found = std::ranges::find(all, id, &Refactoring::id);
    return found == all.end() ? nullptr : &*found;
}

PartChoice PartChoice::all(const Proposal &proposal)
{
    return {std::vector<bool>(proposal.parts.size(), true)};
}

void PartChoice::set(const Proposal &proposal, std::size_t part, bool wanted)
{
    if (wanted)
        setNeeds(proposal, part, isTaken);
    else if (!isHeld(proposal, part))
        dropWithUsers(proposal, part, isTaken);
}

Result<EditSet> editsOf(const Proposal &proposal, const PartChoice &choice)
{
    std::vector<TextEdit> edits;
    for (std::size_t i = 0; i < proposal.parts.size(); ++i) {
        if (choice.isTaken[i])
            edits.insert(edits.end(), proposal.parts[i].edits.begin(), proposal.parts[i].edits.end());
    }
    return together(joined(std::move(edits)));
}

Result<Refactored> refactored(const RefactorContext &context, const Proposal &proposal,
                              const PartChoice &choice)
{
    Result<Worked> done = worked(context, proposal, choice);
    if (!done)
        return tl::unexpected(done.error());
    return std::move(done->result);
}

Proposal propose(const Refactoring &refactoring, const RefactorContext &context, const RefactorWish &wish)
{
    Proposal proposal = refactoring.propose(context, wish);
    if (proposal.isBlocked())
        return proposal;
    Result<Worked> done = worked(context, proposal, PartChoice::all(proposal));
    if (done) {
        estimateSizes(context, done->outcome, proposal);
        return proposal;
    }
    Proposal refused = blocked(std::move(done.error().text));
    refused.name = std::move(proposal.name);
    refused.choices = std::move(proposal.choices);
    return refused;
}

} // namespace drydock
