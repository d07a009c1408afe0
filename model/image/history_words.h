// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <string>
#include <string_view>

namespace drydock {

/// What a builder's words for an instruction come to.
struct HistoryWords {
    Keyword keyword = Keyword::Unknown; ///< Unknown for an entry without words.
    std::string arguments; ///< What the builder makes of them, blanks collapsed.
};

/// Reads HistoryEntry::createdBy: `/bin/sh -c #(nop) COPY file:85… in .` and `|1 A=2 /bin/sh -c make` of the classic builder,
/// `COPY . . # buildkit` and `RUN |1 A=2 /bin/sh -c make # buildkit` of BuildKit.
HistoryWords historyWordsOf(std::string_view createdBy);

/// The words of `instruction` in the form of HistoryWords::arguments. Flags are left out, as builders do.
std::string argumentsInHistory(const Syntax &syntax, const Instruction &instruction);

/// Blanks and line ends in a row become one blank; none at the ends.
std::string withSingleBlanks(std::string_view text);

} // namespace drydock
