// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/refactor/gesture_context.h"

#include <optional>
#include <vector>

namespace drydock {

/// Whether an arrow of `kind` may be drawn from `source` to `target`: what a drag asks of the card under the
/// pointer. The rules are BuildKit's (`convert.go`, `validations.go`): no circle, FROM names an earlier stage or
/// an image, --from knows no variables. A --from may be drawn from a stage below, which then moves up.
/// \returns the reason why not, one sentence.
Result<void> mayConnect(const GestureContext &context, NodeIndex source, NodeIndex target, EdgeKind kind);

/// The same for every node as the target, at once; nothing where the arrow may be drawn. One walk over the graph,
/// so it can be asked when a drag begins in a file of any size.
std::vector<std::optional<Error>> reasonsAgainst(const GestureContext &context, NodeIndex source,
                                                 EdgeKind kind);

/// What `source` alone rules out, whatever the target.
Result<void> checkSource(const GestureContext &context, NodeIndex source, EdgeKind kind);

/// What `target` alone rules out, whatever the source.
Result<void> checkTarget(const GestureContext &context, NodeIndex target);

/// For each node whether `node` needs it, by whatever arrows; a node does not count as needing itself.
std::vector<bool> neededBy(const StageGraph &graph, NodeIndex node);

} // namespace drydock
