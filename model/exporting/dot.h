// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

#include <string>
#include <string_view>

namespace drydock {

/// The stage graph for Graphviz: one `digraph`, arrows from what is needed to what needs it. FROM is solid, COPY
/// dashed, mounts dotted; the target has a double frame, unused stages are grey. Any name is quoted, control characters are escaped.
/// \param title the graph's name.
std::string graphDot(const StageGraph &graph, std::string_view title);

} // namespace drydock
