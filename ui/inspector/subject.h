// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

namespace drydock::ui {

enum class SubjectKind : std::uint8_t { None, Stage, Instruction, Edge };

/// What the inspector is about.
struct Subject {
    SubjectKind kind = SubjectKind::None;
    StageIndex stage; ///< Stage only.
    InstructionIndex instruction; ///< Stage: its FROM. Edge: what causes it.
    std::size_t edge = 0; ///< Edge only: into StageGraph::edges.

    bool operator==(const Subject &) const = default;
};

/// What `range` means: an arrow if it is the word that causes one, else the stage for FROM and for what belongs to no
/// instruction, else the instruction.
/// \param before what it was: a caret that stands on the cause of an arrow leaves the arrow selected.
Subject subjectOf(const Analysis &analysis, TextRange range, const Subject &before = {});

/// What selecting it selects in the text; an empty range for None.
TextRange rangeOf(const Analysis &analysis, const Subject &subject);

} // namespace drydock::ui
