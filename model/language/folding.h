// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <cstdint>
#include <vector>

namespace drydock {

enum class FoldKind : std::uint8_t { Stage, Instruction, Heredoc, Comments };

/// Lines that can be folded into the first of them.
struct Fold {
    std::uint32_t first = 0; ///< From 1; stays visible.
    std::uint32_t last = 0; ///< From 1, inclusive; always behind `first`.
    FoldKind kind = FoldKind::Stage;

    bool operator==(const Fold &) const = default;
};

/// Stages into their FROM, instructions of several lines into their first, here-documents into the line in front of
/// them, blocks of comment lines into their first. Outer ones before inner ones; no two cross.
std::vector<Fold> foldsOf(const Syntax &syntax);

} // namespace drydock
