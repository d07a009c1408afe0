// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/refactor/gesture_context.h"
#include "model/text/edit_set.h"

#include <vector>

namespace drydock {

/// Gathers what has to go to make arrows disappear: instructions with their lines, single flags, single words.
class Removal {
public:
    explicit Removal(const GestureContext &context)
        : m_context(context)
    { }

    /// \pre the edge is not inherited and no FROM.
    void drop(const GraphEdge &edge);

    /// An instruction with all its lines, an ONBUILD with what it brings.
    void dropInstruction(InstructionIndex instruction);
    /// The --mount that `from` stands in, in a RUN or an ONBUILD RUN.
    void dropMount(InstructionIndex instruction, TextRange from);

    Result<EditSet> edits() const;

private:
    /// A source of an ADD that may have more of them.
    struct AddedWord {
        InstructionIndex instruction;
        TextRange cause;
    };

    Result<void> checkNewBeginning(InstructionIndex index) const;

    const GestureContext &m_context;
    std::vector<InstructionIndex> m_instructions;
    std::vector<TextRange> m_parts; ///< Flags, with the space behind them.
    std::vector<AddedWord> m_words;
};

} // namespace drydock
