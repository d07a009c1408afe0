// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactor_registry.h"

#include <string>
#include <string_view>

namespace drydock {

/// The words of `range` begin in this line of `text`, counted from 1; 0 if it is empty.
std::size_t lineIn(const SourceText &text, TextRange range);

/// A refactoring that was asked about a file, with its answer. Borrowed.
struct Proposed {
    const Refactoring &refactoring;
    const Proposal &proposal;
    const SourceText &text; ///< The file as it is.
    const PartChoice &taken;
    const Refactored *result = nullptr; ///< What applying it leads to; null if it is blocked.

    /// The whole new file; as it is if blocked.
    std::string_view newText() const { return result ? std::string_view(result->text) : text.bytes(); }
    /// What to call it: the undo step, else the refactoring's title.
    const UserText &title() const;
};

/// "safe", "assumes", "blocked".
std::string_view nameOf(Verdict verdict);
/// "measured", "table", "guess".
std::string_view nameOf(SizeBasis basis);
/// "image", "cache" …
std::string_view nameOf(RefactoringGroup group);

/// One object on one line: `{"verdict", "reason", "line", "assumptions": [{"text", "line"}], "contractBefore", "contractAfter",
/// "text", "name", "title", "explanation", "choices", "parts", "differences", "sizeBefore", "sizeAfter", "files"}`. The
/// contracts are those of the target, null if blocked. Lines count from 1; null: none. Bytes that are not UTF-8 come
/// out as U+FFFD.
std::string proposalJson(const Proposed &proposed);

} // namespace drydock
