// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/diagnostic.h"
#include "model/syntax/syntax.h"

#include <string>
#include <utility>
#include <vector>

// The shapes that most fixes have. Each returns a list to hand to a Finding: one fix, or none if there is no safe place for
// it.

namespace drydock {

enum class FixSafety : std::uint8_t {
    Safe, ///< May be applied unseen (Fix::isSafe).
    AskFirst,
};

/// \pre the edits do not collide.
std::vector<Fix> fixOf(UserText title, std::vector<TextEdit> edits, FixSafety safety = FixSafety::Safe);
std::vector<Fix> replacing(UserText title, TextRange range, std::string replacement,
                           FixSafety safety = FixSafety::Safe);
std::vector<Fix> inserting(UserText title, std::size_t offset, std::string text,
                           FixSafety safety = FixSafety::Safe);
/// The instruction with its lines goes; comments above it stay.
std::vector<Fix> removingInstruction(UserText title, const Syntax &syntax, const Instruction &instruction,
                                     FixSafety safety = FixSafety::Safe);
/// A word or flag with the blanks in front of it, so that no gap is left. A word alone on its line goes with the line.
std::vector<Fix> removingWord(UserText title, const Syntax &syntax, TextRange word,
                              FixSafety safety = FixSafety::Safe);
/// New instructions behind `neighbour`, in the file's style. \param lines each without indentation and line end.
std::vector<Fix> insertingBehind(UserText title, const Syntax &syntax, const Instruction &neighbour,
                                 const std::vector<std::string> &lines, FixSafety safety = FixSafety::Safe);
/// `keyword` as the file writes its keywords next to `neighbour`.
std::string keywordLike(const Syntax &syntax, const Instruction &neighbour, std::string_view keyword);

/// The edit that takes a word with the blanks in front of it, as removingWord() does.
TextEdit withoutWord(const Syntax &syntax, TextRange word);

/// A comment above the finding's instruction that silences `rule` there, as people write it for the rule's source:
/// `# check=skip=…`, `# hadolint ignore=…` or `# drydock ignore=…`. Joins a comment that is there already.
/// Empty if the instruction has no line of its own to stand above.
std::vector<Fix> silencing(const Syntax &syntax, const Diagnostic &diagnostic);

/// What a person is offered for a finding: its fixes, then silence.
std::vector<Fix> offeredFixes(const Syntax &syntax, const Diagnostic &diagnostic);

} // namespace drydock
