// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/logical_line.h"

#include <string>
#include <utility>
#include <vector>

namespace drydock {

/// Memory that is used again for every instruction.
struct ArgumentScratch {
    std::vector<Span> spans; ///< Of the whole instruction, ascending.
    std::vector<std::pair<std::size_t, std::size_t>> elements;
    std::vector<std::size_t> separators;
};

/// Splits what stands behind the flags into words, each instruction in its own way (BuildKit `line_parsers.go`).
///
/// \param begin, end the trimmed arguments in `line`. \param instruction its keyword is set; isJson and
/// isLegacyKeyValue are filled in. Words go to the end of `words`.
/// \returns BuildKit's message if it refuses the arguments while parsing, else an empty string.
std::string splitArguments(const LogicalLine &line, std::size_t begin, std::size_t end, char escape,
                           Instruction &instruction, std::vector<Word> &words, ArgumentScratch &scratch);

} // namespace drydock
