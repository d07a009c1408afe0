// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <cstdint>
#include <vector>

namespace drydock {

/// What happens to those that need a stage which is deleted.
enum class DependantsChoice : std::uint8_t {
    Refuse, ///< The plan is an Error if there are any.
    InlineBase, ///< Whoever names the stage names its base instead.
    RemoveLines, ///< COPYs and mounts from it go; a FROM, which cannot go, gets its base.
};

/// The arrows that lead out of a stage, for the list that is shown before it is deleted: indexes into
/// StageGraph::edges. Each is at line `Syntax::at(edge.instruction).firstLine` of the stage `edge.target`.
std::vector<std::size_t> dependantsOf(const StageGraph &graph, StageIndex stage);

/// Removes a stage with the comments right above its FROM. `--from=<number>` of later stages is rewritten.
/// Plan::focus is the place where it was; Plan::notice says if the default target is another one now.
Result<Plan> deleteStage(const GestureContext &context, StageIndex stage, DependantsChoice choice);

/// Removes several stages at once, as deleteStage() does one.
/// \param stages in file order, not all there are. \pre no other stage needs one of them.
Result<Plan> deleteStages(const GestureContext &context, const std::vector<StageIndex> &stages);

} // namespace drydock
