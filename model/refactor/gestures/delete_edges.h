// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <span>
#include <vector>

namespace drydock {

/// The edges that one drawn arrow stands for: same kind, source and target as `edge`, `edge` among them. More than
/// one: the user is asked whether all are meant.
std::vector<std::size_t> edgesLike(const StageGraph &graph, std::size_t edge);

/// Takes arrows away. A COPY or ADD goes with its lines (an ADD of several things loses the one word); of a RUN
/// only the mount goes. A FROM cannot be deleted, what an ONBUILD of another stage brings neither: the Error says
/// what to do instead.
/// \param edges indexes into StageGraph::edges, at least one.
/// Plan::focus is the place where the first one was.
Result<Plan> deleteEdges(const GestureContext &context, std::span<const std::size_t> edges);

} // namespace drydock
