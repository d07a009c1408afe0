// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <functional>
#include <string>

namespace drydock {

/// Where chance comes from: \returns a number less than `bound`. \pre bound > 0
using Dice = std::function<std::size_t(std::size_t bound)>;

/// A gesture that chance chose, and what it gave.
struct TriedGesture {
    std::string words; ///< What was tried, for a person who has to find out why it went wrong.
    Result<Plan> plan;
    /// What the gesture had to achieve and did not, asked of the file afterwards; empty if all is well.
    std::function<std::string(const GestureContext &after)> complaint;
};

/// \pre the file has a stage.
TriedGesture tryGesture(const GestureContext &context, const Dice &dice);

/// What any accepted gesture owes: exact undo, a focus inside of the text, no problem that was not there before, no
/// comment lost unless something was deleted, and what the gesture itself promises. \returns the first broken
/// promise, empty if all were kept.
std::string brokenPromise(const GestureContext &context, const TriedGesture &tried);

/// A file with whatever makes editing hard: numbers, duplicate names, quotes, ONBUILD, here-documents, continued lines
/// with comments inside, CR LF, no final line end, lower case.
std::string oddFile(const Dice &dice);

} // namespace drydock
