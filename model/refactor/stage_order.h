// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/refactor/references.h"

#include <vector>

namespace drydock {

/// What of a stage's block moves with it: from the comment block right above FROM to the end of its last line that
/// is not blank, without the line end. The blank lines between two blocks belong to neither.
TextRange coreOf(const Syntax &syntax, StageIndex stage);

/// Puts the blocks of a file in another order. As few blocks as possible move; what stands above the first and
/// between the others stays.
/// \param order every stage once. \param inner other edits of the same text, which go where their bytes go; none
/// begins between two blocks.
/// \returns all edits together, or why that order cannot be written.
Result<EditSet> inOrder(const Syntax &syntax, const std::vector<StageIndex> &order, const EditSet &inner);

/// For each stage its place in `order`.
std::vector<std::size_t> placesIn(const std::vector<StageIndex> &order);

/// Rewrites `--from=<number>` for an order, where `inner` does not do so already.
/// \param places for each stage its new number.
void renumber(const References &references, const std::vector<std::size_t> &places, EditSet &inner);

/// The order in which `source`, and with it all that it needs, comes above `target`; everything else keeps its place.
/// \pre `source` does not need `target`.
std::vector<StageIndex> orderWithAbove(const GestureContext &context, StageIndex source, StageIndex target);

} // namespace drydock
