// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

enum class SymbolKind : std::uint8_t { Stage, Variable, Heredoc, Image };

struct Occurrence {
    TextRange range; ///< Of the name alone.
    bool isDeclaration = false;
    bool isName = true; ///< False where something stands for it: `--from=0`, a name through a variable.
    InstructionIndex instruction;

    bool operator==(const Occurrence &) const = default;
};

/// Something with a name, and every place that means it.
struct Symbol {
    SymbolKind kind = SymbolKind::Stage;
    std::string name; ///< Empty for a stage without one.
    TextRange at; ///< The occurrence that was asked for.
    StageIndex stage; ///< Stage only.
    TextRange definition; ///< Where it is made, as seen from `at`; empty range at 0 if not in this file.
    bool isDefined = false; ///< False: `definition` means nothing.
    std::vector<Occurrence> occurrences; ///< In file order.
};

/// What the caret at `offset` stands on or touches; nothing if that has no name.
std::optional<Symbol> symbolAt(const GestureContext &context, std::size_t offset);

} // namespace drydock
