// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <span>
#include <string>
#include <string_view>

namespace drydock {

/// Stages as plain Dockerfile text for the clipboard: their blocks in file order with the comments right above each
/// FROM, a blank line between, a line end at the end.
std::string stageText(const Syntax &syntax, std::span<const StageIndex> stages);

/// Puts Dockerfile text that begins with a FROM (or comments above one) into the file. Names that are taken get a
/// number, and what refers to them inside of the text follows; line ends become the file's.
/// \param after the stage to put it behind; none means above the last, which stays the default target. It comes further
/// down if it needs a stage that stands there.
/// \returns an Error for anything that is not such a text. Plan::focus is the first new stage's name.
Result<Plan> pasteStages(const GestureContext &context, std::string_view text, StageIndex after = {});

/// A copy of a stage right below it. Plan::focus is the copy's name.
Result<Plan> duplicateStage(const GestureContext &context, StageIndex stage);

} // namespace drydock
