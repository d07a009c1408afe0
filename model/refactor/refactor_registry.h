// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

#include <span>
#include <string_view>

namespace drydock {

/// All refactorings, in the order of menus.
std::span<const Refactoring> refactorings();

/// Null if there is none of this name.
const Refactoring *refactoringCalled(std::string_view id);

/// What `refactoring` proposes, looked over: where the promise that every refactoring makes cannot be kept, it is blocked with
/// the reason.
Proposal propose(const Refactoring &refactoring, const RefactorContext &context,
                 const RefactorWish &wish = {});

/// What is left of a proposal when a person has unticked some of it.
struct PartChoice {
    std::vector<bool> isTaken; ///< For each part.

    static PartChoice all(const Proposal &proposal);
    /// Ticks or unticks one part; what it needs, or what needs it, follows. Parts that are not optional stay.
    void set(const Proposal &proposal, std::size_t part, bool isTaken);
};

/// The edits of the taken parts in one set. \returns an Error if they collide.
Result<EditSet> editsOf(const Proposal &proposal, const PartChoice &choice);

/// What applying it leads to.
struct Refactored {
    EditSet edits;
    std::string text; ///< The whole new file.
    RuntimeContract before; ///< Of the target.
    RuntimeContract after;
    std::vector<ContractDifference> differences;
};

/// \returns an Error if BuildKit would object to the new file where it does not object now, or if the image would behave
/// otherwise than declared: REFACTORINGS §0.4 P1–P5.
Result<Refactored> refactored(const RefactorContext &context, const Proposal &proposal,
                              const PartChoice &choice);

} // namespace drydock
