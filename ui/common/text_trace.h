// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/document/document.h"

#include <memory>
#include <vector>

namespace drydock::ui {

/// Which line of the text in the window is which line of the text that was built. Plain data, never changed in place.
struct TextTrace {
    std::shared_ptr<const Analysis> built; ///< Never null.
    std::shared_ptr<const Analysis> present; ///< Never null.
    /// By instruction of the present text: the instruction of the built one; none for what is new.
    std::vector<InstructionIndex> instructions;
    std::vector<StageIndex> stages; ///< By stage of the present text, likewise.

    /// From one text to another whose history nobody knows.
    static TextTrace between(const std::shared_ptr<const Analysis> &built,
                             const std::shared_ptr<const Analysis> &present);
    /// After one more change. \pre change.before is what is present.
    TextTrace follow(const Change &change) const;

    /// The instruction of the present text; none if it is gone.
    InstructionIndex presentOf(InstructionIndex builtInstruction) const;

    /// By instruction of the present text: a build would not do again what was done for it. Its own bytes changed, or
    /// those of one above it in its stage, or what it takes from a stage of which this is true.
    std::vector<bool> staleInstructions() const;
};

} // namespace drydock::ui
