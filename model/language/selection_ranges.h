// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <vector>

namespace drydock {

/// What "select more" goes through at `offset`, from the inside out: the word, the part of a flag's value, the flag or
/// argument, the arguments, the instruction, it with the comments above, the stage, the file. Each range holds the one before
/// it and is larger.
/// \pre offset <= text.size()
std::vector<TextRange> selectionRanges(const Syntax &syntax, std::size_t offset);

/// The next larger of them that holds `selection`; `selection` itself if there is none.
TextRange expandedSelection(const Syntax &syntax, TextRange selection);

} // namespace drydock
