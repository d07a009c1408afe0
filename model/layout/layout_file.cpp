// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layout_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace drydock {
namespace {

using Json = nlohmann::ordered_json;

constexpr double largestSize = 100'000; ///< Of a box or distance; also keeps sums of them exact.
constexpr double farthest = 100'000'000;

tl::unexpected<Error> wrong(const char *sentence, std::vector<std::string> arguments)
{
    return tl::unexpected(Error {{sentence, std::move(arguments)}, {}});
}

const Json *member(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::optional<std::string> textAt(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    if (!value || !value->is_string())
        return {};
    return value->get<std::string>();
}

std::optional<double> numberAt(const Json &object, const char *key, double least, double most)
{
    const Json *value = member(object, key);
    if (!value || !value->is_number())
        return {};
    const double number = value->get<double>();
    if (!std::isfinite(number) || number < least || number > most)
        return {};
    return number;
}

const Json *listAt(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    return value && value->is_array() ? value : nullptr;
}

Result<void> readSpacing(const Json &json, const std::string &name, LayoutSpacing &spacing)
{
    for (const auto &[key, place] :
         {std::pair("nodesep", &spacing.betweenBoxes), std::pair("ranksep", &spacing.betweenLayers)}) {
        if (!member(json, key))
            continue;
        const std::optional<double> number = numberAt(json, key, 0, largestSize);
        if (!number)
            return wrong(QT_TRANSLATE_NOOP("layout", "In %1, “%2” is not a number from 0 to 100000."),
                         {name, key});
        *place = *number;
    }
    return {};
}

Result<void> readBoxes(const Json &nodes, const std::string &name, NamedGraph &graph)
{
    std::set<std::string> seen;
    for (const bool stages : {true, false}) {
        for (const Json &node : nodes) {
            if ((textAt(node, "kind").value_or("stage") == "stage") != stages)
                continue;
            const std::optional<std::string> id = textAt(node, "id");
            const std::optional<double> width = numberAt(node, "w", 0, largestSize);
            const std::optional<double> height = numberAt(node, "h", 0, largestSize);
            if (!id)
                return wrong(QT_TRANSLATE_NOOP("layout", "In %1, a node has no “id”."), {name});
            if (!width || !height)
                return wrong(
                    QT_TRANSLATE_NOOP("layout",
                                      "In %1, the node “%2” needs “w” and “h”, numbers from 0 to 100000."),
                    {name, *id});
            if (!seen.insert(*id).second)
                return wrong(QT_TRANSLATE_NOOP("layout", "In %1, two nodes are called “%2”."), {name, *id});
            graph.input.boxes.push_back({*width, *height, !stages});
            graph.boxNames.push_back(*id);
        }
    }
    return {};
}

Result<void> readArrows(const Json &edges, const std::string &name, NamedGraph &graph)
{
    std::map<std::string, std::size_t> boxOf;
    for (std::size_t i = 0; i < graph.boxNames.size(); ++i)
        boxOf[graph.boxNames[i]] = i;
    for (const Json &edge : edges) {
        LayoutArrow arrow;
        for (const auto &[key, place] :
             {std::pair("source", &arrow.source), std::pair("target", &arrow.target)}) {
            const std::optional<std::string> end = textAt(edge, key);
            if (!end)
                return wrong(QT_TRANSLATE_NOOP("layout", "In %1, an edge has no “%2”."), {name, key});
            const auto found = boxOf.find(*end);
            if (found == boxOf.end())
                return wrong(
                    QT_TRANSLATE_NOOP("layout", "In %1, an edge leads to the node “%2”, which is not there."),
                    {name, *end});
            *place = found->second;
        }
        graph.input.arrows.push_back(arrow);
        graph.arrowNames.push_back(
            textAt(edge, "id").value_or("e" + std::to_string(graph.arrowNames.size())));
    }
    return {};
}

/// Layers as boxes alone show them: those that overlap along the direction stand in the same.
void findLayers(PreviousLayout &previous)
{
    const bool isFlat = previous.direction == LayoutDirection::LeftToRight;
    const auto begin = [&](const PreviousLayout::Box &box) {
        return isFlat ? box.centre.x - box.width / 2 : box.centre.y - box.height / 2;
    };
    std::vector<PreviousLayout::Box *> boxes;
    for (std::optional<PreviousLayout::Box> &box : previous.boxes) {
        if (box)
            boxes.push_back(&*box);
    }
    std::stable_sort(boxes.begin(), boxes.end(),
                     [&](const auto *a, const auto *b) { return begin(*a) < begin(*b); });
    std::size_t layer = 0;
    double end = -std::numeric_limits<double>::infinity();
    for (PreviousLayout::Box *box : boxes) {
        if (box != boxes.front() && begin(*box) >= end)
            ++layer;
        box->layer = layer;
        box->group = 0;
        end = std::max(end, begin(*box) + (isFlat ? box->width : box->height));
    }
}

} // namespace

Result<NamedGraph> readLayoutGraph(std::string_view text, const std::string &name)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return wrong(QT_TRANSLATE_NOOP("layout", "%1 is not JSON."), {name});
    if (textAt(json, "format") != "drydock-layout-graph/1")
        return wrong(QT_TRANSLATE_NOOP("layout", "%1 is not a graph to lay out: its “format” is not “%2”."),
                     {name, "drydock-layout-graph/1"});
    const Json *nodes = listAt(json, "nodes");
    const Json *edges = listAt(json, "edges");
    if (!nodes || !edges)
        return wrong(QT_TRANSLATE_NOOP("layout", "%1 needs “nodes” and “edges”, both lists."), {name});
    NamedGraph graph;
    for (const Result<void> &done :
         {readSpacing(json, name, graph.input.spacing), readBoxes(*nodes, name, graph)}) {
        if (!done)
            return tl::unexpected(done.error());
    }
    if (const Result<void> done = readArrows(*edges, name, graph); !done)
        return tl::unexpected(done.error());
    return graph;
}

Result<PreviousLayout> readPreviousLayout(std::string_view text, const std::string &name,
                                          const NamedGraph &graph)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return wrong(QT_TRANSLATE_NOOP("layout", "%1 is not JSON."), {name});
    const Json *nodes = listAt(json, "nodes");
    const Json *edges = listAt(json, "edges");
    if (!nodes || !edges)
        return wrong(QT_TRANSLATE_NOOP("layout", "%1 needs “nodes” and “edges”, both lists."), {name});

    PreviousLayout previous;
    previous.direction
        = textAt(json, "direction") == "tb" ? LayoutDirection::TopToBottom : LayoutDirection::LeftToRight;
    std::map<std::string, PreviousLayout::Box> boxes;
    bool hasLayers = true;
    for (const Json &node : *nodes) {
        const std::optional<std::string> id = textAt(node, "id");
        const std::optional<double> x = numberAt(node, "x", -farthest, farthest);
        const std::optional<double> y = numberAt(node, "y", -farthest, farthest);
        const std::optional<double> width = numberAt(node, "w", 0, largestSize);
        const std::optional<double> height = numberAt(node, "h", 0, largestSize);
        if (!id || !x || !y || !width || !height)
            return wrong(
                QT_TRANSLATE_NOOP("layout", "In %1, a node has no “id” or no numbers “x”, “y”, “w” and “h”."),
                {name});
        const std::optional<double> layer = numberAt(node, "layer", 0, largestSize);
        const std::optional<double> group = numberAt(node, "group", 0, farthest);
        hasLayers = hasLayers && layer && group;
        boxes[*id]
            = {{*x, *y}, *width, *height, std::size_t(layer.value_or(0)), std::size_t(group.value_or(0))};
    }
    for (const std::string &box : graph.boxNames) {
        const auto found = boxes.find(box);
        previous.boxes.push_back(found == boxes.end() ? std::nullopt : std::optional(found->second));
    }
    if (!hasLayers)
        findLayers(previous);

    std::map<std::string, std::vector<double>> lanes;
    for (const Json &edge : *edges) {
        const Json *list = hasLayers ? listAt(edge, "lanes") : nullptr;
        const std::optional<std::string> id = textAt(edge, "id");
        if (!list || !id)
            continue;
        std::vector<double> &numbers = lanes[*id];
        for (const Json &lane : *list) {
            if (lane.is_number() && std::abs(lane.get<double>()) <= farthest)
                numbers.push_back(lane.get<double>());
        }
    }
    for (const std::string &arrow : graph.arrowNames)
        previous.lanes.push_back(lanes[arrow]);
    return previous;
}

std::string layoutJson(const NamedGraph &graph, const LayoutResult &result, double milliseconds)
{
    Json nodes = Json::array();
    for (std::size_t i = 0; i < graph.boxNames.size(); ++i) {
        nodes.push_back({{"id", graph.boxNames[i]},
                         {"x", result.centres[i].x},
                         {"y", result.centres[i].y},
                         {"w", graph.input.boxes[i].width},
                         {"h", graph.input.boxes[i].height},
                         {"layer", result.layers[i]},
                         {"group", result.groups[i]}});
    }
    Json edges = Json::array();
    for (std::size_t i = 0; i < graph.arrowNames.size(); ++i) {
        Json points = Json::array();
        for (const Point &point : result.routes[i])
            points.push_back(Json::array({point.x, point.y}));
        const LayoutArrow &arrow = graph.input.arrows[i];
        edges.push_back({{"id", graph.arrowNames[i]},
                         {"source", graph.boxNames[arrow.source]},
                         {"target", graph.boxNames[arrow.target]},
                         {"points", std::move(points)},
                         {"lanes", result.lanes[i]}});
    }
    const Json json {{"ms", milliseconds},
                     {"direction", result.direction == LayoutDirection::TopToBottom ? "tb" : "lr"},
                     {"nodes", std::move(nodes)},
                     {"edges", std::move(edges)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace drydock
