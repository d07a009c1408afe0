// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

#include <string>

namespace drydock {

/// Three lines at the end of the file, the third only with the second; what the first says can be chosen. Blocked for a
/// text with "never" in it.
inline Proposal proposeThreeLines(const RefactorContext &context, const RefactorWish &wish)
{
    const std::string_view text = context.syntax().text.bytes();
    const auto rangeOf = [&](std::string_view words) {
        const std::size_t at = text.find(words);
        return at == std::string_view::npos ? TextRange {} : TextRange {at, at + words.size()};
    };
    Choice choice;
    choice.key = "word";
    choice.title = {"The word", {}};
    choice.answers = {{"one", {"The usual one.", {}}}, {"two", {"Twice as much.", {}}}};
    choice.chosen = wish.setting("word").empty() ? "one" : std::string(wish.setting("word"));
    choice.isOpen = true;
    Proposal proposal;
    if (const TextRange never = rangeOf("never"); !never.isEmpty()) {
        proposal = blocked({"The word “%1” stands in the way: take it out.", {"never"}}, never);
        proposal.choices = {choice};
        return proposal;
    }
    proposal.name = {"Add three lines", {}};
    proposal.explanation = {"It adds lines.", {}};
    const auto line = [&](std::string words) {
        return std::vector<TextEdit> {{{text.size(), text.size()}, std::move(words)}};
    };
    proposal.parts = {{{"The first line", {}}, line("ENV FIRST=" + choice.chosen + "\n"), {}, false},
                      {{"The second line", {}}, line("RUN second\n"), {}, true},
                      {{"The third line", {}}, line("RUN third\n"), {1}, true}};
    proposal.assumptions = {{{"Nobody minds.", {}}, rangeOf("FROM")}, {{"It is late.", {}}, {}}};
    proposal.choices = {choice};
    proposal.declared = {ContractPart::Variables};
    proposal.sizeBefore = SizeEstimate {800'000'000, 800'000'000, SizeBasis::Table, "2026-03-01", false};
    proposal.sizeAfter = SizeEstimate {9'000'000, 14'000'000, SizeBasis::Guess, {}, true};
    proposal.files = {{".dockerignore", "node_modules\n"}};
    return proposal;
}

inline const Refactoring threeLines {
    "three-lines", {"Add Three Lines", {}}, RefactoringGroup::Instructions, proposeThreeLines, false};

} // namespace drydock
