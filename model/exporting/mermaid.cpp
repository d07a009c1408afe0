// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/mermaid.h"

#include "model/exporting/graph_words.h"
#include "model/exporting/printable.h"

#include <cstring>

namespace drydock {

namespace {

/// For the inside of a quoted label. Everything that Mermaid, its Markdown or HTML could read becomes a `#code;`.
std::string inLabel(std::string_view text)
{
    std::string out;
    for (const char c : printable(text)) {
        if (std::strchr("\"#&<>`\\*_~;{}%", c))
            out += "#" + std::to_string(static_cast<int>(c)) + ";";
        else
            out += c;
    }
    return out;
}

std::string id(NodeIndex node)
{
    return "n" + std::to_string(node.value);
}

std::string nodeLine(NodeIndex index, const GraphNode &node)
{
    const std::string label = inLabel(node.label());
    const std::string name = "  " + id(index);
    switch (node.kind) {
    case NodeKind::Stage:
        return name + "[\"" + label + "<br>" + std::to_string(node.instructionCount)
            + (node.instructionCount == 1 ? " instruction" : " instructions") + "\"]"
            + (node.isTarget          ? ":::target"
                   : node.isReachable ? ""
                                      : ":::unused")
            + "\n";
    case NodeKind::Image:
        return name + "([\"" + label + "\"])" + (node.isReachable ? "" : ":::unused") + "\n";
    case NodeKind::Context:
        return name + "[/\"" + label + "\"/]\n";
    case NodeKind::Remote:
        return name + "[(\"" + label + "\")]\n";
    case NodeKind::Missing:
        break;
    }
    return name + "{{\"" + label + "?\"}}:::missing\n";
}

std::string edgeLine(const GraphEdge &edge)
{
    const std::string_view arrow = edge.kind == EdgeKind::From ? " ==>"
        : edge.kind == EdgeKind::Copy                          ? " -->"
                                                               : " -.->";
    std::string out = "  " + id(edge.source) + std::string(arrow);
    if (const std::string paths = pathsOf(edge); !paths.empty())
        out += "|\"" + inLabel(paths) + "\"|";
    return out + " " + id(edge.target) + "\n";
}

} // namespace

std::string graphMermaid(const StageGraph &graph, std::string_view title)
{
    std::string out = "flowchart LR\n";
    if (!title.empty())
        out += "  %% " + inLabel(title) + "\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        out += nodeLine({i}, graph.nodes[i]);
    for (const GraphEdge &edge : graph.edges)
        out += edgeLine(edge);
    return out
        + "  classDef target stroke-width:3px\n  classDef unused opacity:0.5\n"
          "  classDef missing stroke:#c00,stroke-dasharray:4\n";
}

} // namespace drydock
