// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/dot.h"

#include "model/exporting/graph_words.h"
#include "model/exporting/printable.h"

namespace drydock {

namespace {

/// For the inside of a quoted label, where Graphviz reads backslashes and HTML entities.
std::string inLabel(std::string_view text)
{
    std::string out;
    for (const char c : printable(text)) {
        if (c == '&') {
            out += "&amp;";
            continue;
        }
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

std::string labelOf(const GraphNode &node)
{
    if (node.kind == NodeKind::Stage) {
        const std::string label = inLabel(node.label()) + "\\n" + std::to_string(node.instructionCount);
        return label + (node.instructionCount == 1 ? " instruction" : " instructions");
    }
    std::string label = inLabel(node.label());
    if (node.kind == NodeKind::Image && node.pin != ImagePin::Scratch)
        label += "\\n" + std::string(wordOf(node.pin));
    else if (node.kind == NodeKind::Missing)
        label += "?";
    return label;
}

std::string_view shapeOf(const GraphNode &node)
{
    switch (node.kind) {
    case NodeKind::Stage:
        return node.isTarget ? "shape=box, peripheries=2" : "shape=box";
    case NodeKind::Image:
        return "shape=box, style=dashed";
    case NodeKind::Context:
        return "shape=folder";
    case NodeKind::Remote:
        return "shape=note";
    case NodeKind::Missing:
        break;
    }
    return "shape=octagon, color=red, fontcolor=red";
}

std::string_view styleOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return "solid";
    case EdgeKind::Copy:
        return "dashed";
    case EdgeKind::Mount:
    case EdgeKind::Add:
        break;
    }
    return "dotted";
}

std::string id(NodeIndex node)
{
    return "n" + std::to_string(node.value);
}

std::string edgeLine(const GraphEdge &edge)
{
    std::string out = "  " + id(edge.source) + " -> " + id(edge.target) + " [style=";
    out += styleOf(edge.kind);
    if (const std::string paths = pathsOf(edge); !paths.empty())
        out += ", label=\"" + inLabel(paths) + "\"";
    if (edge.kind != EdgeKind::From)
        out += ", arrowhead=empty";
    if (edge.isInCycle)
        out += ", color=red";
    return out + "];\n";
}

} // namespace

std::string graphDot(const StageGraph &graph, std::string_view title)
{
    std::string out = "digraph \"" + inLabel(title) + "\" {\n"
        + "  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=11];\n  edge [fontname=\"sans-serif\", "
          "fontsize=9];\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const GraphNode &node = graph.nodes[i];
        out += "  " + id({i}) + " [" + std::string(shapeOf(node)) + ", label=\"" + labelOf(node) + "\"";
        out += node.isReachable || node.kind == NodeKind::Missing ? "];\n"
                                                                  : ", color=gray, fontcolor=gray];\n";
    }
    for (const GraphEdge &edge : graph.edges)
        out += edgeLine(edge);
    return out + "}\n";
}

} // namespace drydock
