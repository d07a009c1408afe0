// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace drydock {

/// What another base asks of the lines of a stage, collected. The first refusal counts.
struct Changes {
    std::vector<TextEdit> edits;
    std::vector<InstructionIndex> removed; ///< Whole instructions.
    std::vector<std::string> added; ///< New instructions right behind FROM, without line end.
    std::vector<Assumption> assumptions;
    std::set<DeclaredChange> declared;
    UserText refusal; ///< Source empty if there is none.
    TextRange where;

    bool isRefused() const { return !refusal.source.empty(); }
    void refuse(UserText reason, TextRange range)
    {
        if (isRefused())
            return;
        refusal = std::move(reason);
        where = range;
    }
    /// Said once, however many commands of a line ask for it.
    void assume(UserText text, TextRange range)
    {
        const bool isSaid
            = std::ranges::any_of(assumptions, [&](const Assumption &each) { return each.text == text; });
        if (!isSaid)
            assumptions.push_back({std::move(text), range});
    }
};

/// What is edited and what goes, as edits that do not overlap.
std::vector<TextEdit> allEdits(const Syntax &syntax, const Changes &changes);

} // namespace drydock
