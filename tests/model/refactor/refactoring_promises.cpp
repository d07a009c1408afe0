// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_promises.h"

#include "model/graph/build_check.h"
#include "model/syntax/instruction_check.h"

#include <algorithm>

namespace drydock {
namespace {

std::string brokenWords(const Proposal &proposal, std::size_t size)
{
    const auto isInside = [&](TextRange range) { return range.begin <= range.end && range.end <= size; };
    if (!isInside(proposal.where))
        return "what stands in the way lies outside of the text";
    if (proposal.isBlocked() && !proposal.parts.empty())
        return "it is blocked and has parts";
    for (const Assumption &assumption : proposal.assumptions) {
        if (assumption.text.source.empty() || !isInside(assumption.range))
            return "an assumption without words or outside of the text";
    }
    for (const Choice &choice : proposal.choices) {
        if (choice.key.empty() || choice.title.source.empty())
            return "a choice without words";
    }
    if (proposal.isBlocked())
        return {};
    if (proposal.name.source.empty() || proposal.explanation.source.empty())
        return "it has no words";
    if (proposal.parts.empty() && proposal.files.empty())
        return "it does nothing";
    for (const Part &part : proposal.parts) {
        if (part.title.source.empty())
            return "a part without a title";
        for (const std::size_t needed : part.needs) {
            if (needed >= proposal.parts.size())
                return "a part needs one that is not there";
        }
        if (!std::ranges::all_of(part.edits, isInside, &TextEdit::range))
            return "an edit lies outside of the text";
    }
    return {};
}

std::size_t problemsOf(const Syntax &syntax, const StageGraph &graph)
{
    const std::size_t count = syntax.problems.size() + checkInstructions(syntax).size();
    return count > 0 ? count : checkBuild(syntax, graph, {}).size();
}

std::string brokenText(const PreparedFile &file, const Refactored &result)
{
    if (result.edits.applyTo(file.bytes()) != result.text)
        return "the text is not what the edits lead to";
    if (result.edits.inverse(file.bytes()).applyTo(result.text) != file.bytes())
        return "undo does not restore the text";
    const SourceText &before = file.syntax().text;
    const SourceText after(result.text);
    // A lone CR at the very end becomes half a line end when anything follows it.
    if (!before.bytes().ends_with('\r') && before.endOfLine() != EndOfLine::Mixed
        && before.endOfLine() != EndOfLine::None && after.endOfLine() != before.endOfLine()
        && after.endOfLine() != EndOfLine::None)
        return "other line ends";
    if (before.hasByteOrderMark() != after.hasByteOrderMark())
        return "the byte order mark is lost";
    if (before.endsWithNewLine() && !after.endsWithNewLine())
        return "the last line has lost its end";
    const PreparedFile now = file.with(result.text);
    if (problemsOf(now.syntax(), now.graph()) > problemsOf(file.syntax(), file.graph()))
        return "BuildKit has something new against it";
    return {};
}

std::string brokenParts(const PreparedFile &file, const Proposal &proposal)
{
    for (std::size_t i = 0; i < proposal.parts.size(); ++i) {
        PartChoice choice = PartChoice::all(proposal);
        choice.set(proposal, i, false);
        const bool isNothingLeft = std::ranges::none_of(choice.isTaken, [](bool taken) { return taken; });
        if (choice.isTaken[i] || isNothingLeft)
            continue;
        if (const auto result = refactored(file.context(), proposal, choice); !result)
            return "without “" + inEnglish(proposal.parts[i].title)
                + "” it does not apply: " + inEnglish(result.error().text) + " " + result.error().detail;
    }
    return {};
}

} // namespace

TriedRefactoring tryRefactoring(const Refactoring &refactoring, const PreparedFile &file,
                                const RefactorWish &wish)
{
    TriedRefactoring tried;
    // Not as it comes out of propose(): what that has to block without the refactoring's own words is a mistake.
    const Proposal raw = refactoring.propose(file.context(), wish);
    tried.broken = brokenWords(raw, file.bytes().size());
    if (!tried.broken.empty())
        return tried;
    tried.proposal = propose(refactoring, file.context(), wish);
    if (tried.proposal.isBlocked()) {
        if (!raw.isBlocked()) {
            tried.broken = "the registry has to refuse it: " + inEnglish(tried.proposal.reason);
            if (const auto why = refactored(file.context(), raw, PartChoice::all(raw)); !why)
                tried.broken += " " + why.error().detail;
        }
        return tried;
    }
    Result<Refactored> result = refactored(file.context(), tried.proposal, PartChoice::all(tried.proposal));
    if (!result) {
        tried.broken = "it does not apply: " + inEnglish(result.error().text);
        return tried;
    }
    tried.result = std::move(*result);
    tried.broken = brokenText(file, *tried.result);
    if (tried.broken.empty())
        tried.broken = brokenParts(file, tried.proposal);
    // What only writes other files cannot see here that they are written.
    if (!tried.broken.empty() || tried.result->edits.isEmpty())
        return tried;
    const PreparedFile now = file.with(tried.result->text);
    // The stage at the caret may be gone, and the caret in another one.
    if (wish.caret && now.syntax().stages.size() < file.syntax().stages.size())
        return tried;
    RefactorWish same = wish;
    if (wish.caret)
        same.caret = tried.result->edits.mapOffset(*wish.caret);
    if (const Proposal again = propose(refactoring, now.context(), same); !again.isBlocked()) {
        const auto twice = refactored(now.context(), again, PartChoice::all(again));
        tried.broken = "it is offered again";
        if (twice)
            tried.broken += ":\n" + twice->text;
    }
    return tried;
}

} // namespace drydock
