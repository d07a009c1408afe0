// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

#include <string>
#include <string_view>

namespace drydock {

// The words that all graph formats share. They are part of the formats: do not translate.

/// "stage", "image", "context", "remote", "missing".
std::string_view wordOf(NodeKind kind);
/// "from", "copy", "mount", "add".
std::string_view wordOf(EdgeKind kind);
/// As the badges of the window say it: "digest", "tag", "latest", "none", "variable", "scratch".
std::string_view wordOf(ImagePin pin);
/// "parse", "instruction", "build".
std::string_view wordOf(Phase phase);

/// "/out → /app", or the one path there is, or "".
std::string pathsOf(const GraphEdge &edge);

} // namespace drydock
