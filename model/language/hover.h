// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// What there is to say about a place.
struct Hover {
    std::string title; ///< As the file writes it: `--mount`, `$VERSION`; empty if there are only problems.
    std::vector<UserText> sentences; ///< In the context "language"; one each.
    std::vector<Diagnostic> problems; ///< That are marked there.
    std::string page; ///< Id of the teaching page that says more; may be empty.
    TextRange range; ///< The bytes it is about.
};

/// What stands at the byte at `offset`: an instruction, a flag, a key or value of `--mount`, a variable with its value
/// there, an image, a stage, a here-document, a parser directive; and what is wrong there. Nothing for anything else.
/// \pre offset <= text.size()
std::optional<Hover> hoverAt(const Analysis &analysis, std::size_t offset);

} // namespace drydock
