// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

#include <string>
#include <string_view>

namespace drydock {

/// The stage graph as a Mermaid flowchart, as GitHub and GitLab draw it from a ```mermaid block. Arrows lead from what
/// is needed to what needs it: FROM thick, COPY plain, mounts and ADD dotted. Ids are made up and every name is
/// escaped.
/// \param title stands in a comment at the top.
std::string graphMermaid(const StageGraph &graph, std::string_view title);

} // namespace drydock
