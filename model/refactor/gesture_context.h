// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"
#include "model/syntax/syntax.h"

namespace drydock {

/// What a gesture is made on: one text and what is known about it. Borrowed, valid for one call.
/// \pre `graph` is makeStageGraph(syntax, options); every index given to a gesture lies inside of them.
struct GestureContext {
    const Syntax &syntax;
    const StageGraph &graph;
    const BuildOptions &options;
};

} // namespace drydock
