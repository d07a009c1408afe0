// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/arguments.h"

#include <string>
#include <vector>

namespace drydock {

/// Memory that is used again for every instruction and, per thread, for every file: most files are smaller than
/// what allocating this anew would cost.
struct LexerMemory {
    std::string joined;
    std::vector<Token>
        trivia; ///< Between an instruction's pieces: continuation marks, line ends, comments, blanks.
    std::vector<std::size_t> triviaEnds; ///< For each piece the number of trivia tokens up to the next piece.
    ArgumentScratch scratch;
};

} // namespace drydock
