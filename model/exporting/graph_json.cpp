// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/graph_json.h"

#include "model/exporting/graph_words.h"

#include <nlohmann/json.hpp>

namespace drydock {

namespace {

using Json = nlohmann::ordered_json;

Json rangeJson(TextRange range)
{
    return Json::array({range.begin, range.end});
}

void addText(Json &object, const char *key, const std::string &value)
{
    if (!value.empty())
        object[key] = value;
}

void addMark(Json &object, const char *key, bool value)
{
    if (value)
        object[key] = true;
}

Json nodeJson(const SourceText &text, const GraphNode &node)
{
    const bool isStage = node.kind == NodeKind::Stage;
    Json out {{"kind", wordOf(node.kind)}, {"label", node.label()}};
    if (isStage) {
        addText(out, "name", node.name);
        addText(out, "base", node.base);
    }
    addText(out, "reference", node.reference);
    addText(out, "platform", node.platform);
    if (node.kind == NodeKind::Image || !node.reference.empty() || node.pin == ImagePin::Variable)
        out["pin"] = wordOf(node.pin);
    if (isStage)
        out["instructions"] = node.instructionCount;
    addMark(out, "target", node.isTarget);
    addMark(out, "unused", !node.isReachable);
    addMark(out, "unknowable", node.isUnknowable);
    addText(out, "suggestion", node.suggestion);
    out["line"] = text.lineAt(node.range.begin) + 1;
    out["range"] = rangeJson(node.range);
    Json &mentions = out["mentions"] = Json::array();
    for (const TextRange mention : node.mentions)
        mentions.push_back(rangeJson(mention));
    return out;
}

Json edgeJson(const SourceText &text, const GraphEdge &edge)
{
    Json out {{"kind", wordOf(edge.kind)},
              {"source", edge.source.value},
              {"target", edge.target.value},
              {"line", text.lineAt(edge.cause.begin) + 1},
              {"range", rangeJson(edge.cause)}};
    addText(out, "from", edge.sourcePath);
    addText(out, "to", edge.targetPath);
    addMark(out, "forward", edge.isForward);
    addMark(out, "inCycle", edge.isInCycle);
    addMark(out, "inherited", edge.isInherited);
    return out;
}

Json problemJson(const Problem &problem)
{
    Json lines = Json::array();
    for (const LineSpan span : problem.lines)
        lines.push_back(Json::array({span.first, span.last}));
    return {{"phase", wordOf(problem.phase)},
            {"message", problem.message},
            {"range", rangeJson(problem.range)},
            {"lines", std::move(lines)}};
}

} // namespace

std::string graphJson(const Analysis &analysis, std::string_view fileName)
{
    const StageGraph &graph = analysis.graph;
    Json out {{"file", fileName}, {"accepted", !analysis.verdict()}, {"stages", graph.stageCount()}};
    out["target"] = graph.target ? Json(graph.target.value) : Json();
    Json &nodes = out["nodes"] = Json::array();
    for (const GraphNode &node : graph.nodes)
        nodes.push_back(nodeJson(analysis.text(), node));
    Json &edges = out["edges"] = Json::array();
    for (const GraphEdge &edge : graph.edges)
        edges.push_back(edgeJson(analysis.text(), edge));
    Json &problems = out["problems"] = Json::array();
    for (const Problem &problem : analysis.problems)
        problems.push_back(problemJson(problem));
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace drydock
