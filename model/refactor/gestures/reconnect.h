// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

namespace drydock {

/// Lets an arrow begin somewhere else: rewrites the word behind `--from=`, `from=` or FROM and nothing else. A source
/// that comes later in the file moves above the target, an unnamed one gets a name. Plan::focus is the word.
/// \param edge into StageGraph::edges.
Result<Plan> reconnectSource(const GestureContext &context, std::size_t edge, NodeIndex source);

/// Lets a COPY end in another stage: its lines move there, behind what is copied there already. A mount belongs to
/// its RUN and a FROM to its stage; for those the Error says so. Plan::focus is the moved instruction.
Result<Plan> reconnectTarget(const GestureContext &context, std::size_t edge, NodeIndex target);

} // namespace drydock
