// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/layout/layout.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A graph whose boxes and arrows have names, as it stands in a file of the format `drydock-layout-graph/1`:
/// `{"format", "nodesep", "ranksep", "nodes": [{"id", "kind", "w", "h"}], "edges": [{"id", "source", "target"}]}`.
/// The separations may be missing; other keys are passed over.
struct NamedGraph {
    LayoutInput input;
    std::vector<std::string> boxNames; ///< Of each box of `input`: stages first, as in StageGraph.
    std::vector<std::string> arrowNames; ///< Of each arrow of `input`.
};

/// \param name how messages call the file. \returns an Error, a sentence, if `json` is not such a graph.
Result<NamedGraph> readLayoutGraph(std::string_view json, const std::string &name);

/// Reads what layoutJson() wrote and finds the boxes and arrows of `graph` in it by name. A layout from another
/// program serves as well, if its nodes have `id`, `x`, `y`, `w` and `h`: its layers are then found from the boxes.
Result<PreviousLayout> readPreviousLayout(std::string_view json, const std::string &name,
                                          const NamedGraph &graph);

/// One line: `{"ms", "direction", "nodes": [{"id", "x", "y", "w", "h", …}], "edges": [{"id", "source", "target", "points":
/// [[x, y]], …}]}`; x and y are the middle of a box. The rest is for readPreviousLayout().
/// \pre `result` is an arrangement of `graph.input`.
std::string layoutJson(const NamedGraph &graph, const LayoutResult &result, double milliseconds);

} // namespace drydock
