// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/layout_cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace drydock::bench {
namespace {

/// The 32-bit generator that the graphs were made with, so that the same edits come out.
class Random {
public:
    explicit Random(std::uint32_t seed)
        : m_state(seed)
    { }
    double next()
    {
        m_state += 0x6D2B79F5U;
        std::uint32_t t = m_state;
        t = (t ^ (t >> 15U)) * (t | 1U);
        t ^= t + (t ^ (t >> 7U)) * (t | 61U);
        return double(t ^ (t >> 14U)) / 4294967296.0;
    }
    std::size_t below(std::size_t bound) { return std::size_t(next() * double(bound)); }

private:
    std::uint32_t m_state;
};

} // namespace

std::vector<LayoutCase> loadLayoutCases(const std::string &folder)
{
    std::vector<LayoutCase> cases;
    for (const bool isReal : {true, false}) {
        const std::filesystem::path path
            = std::filesystem::path(folder) / (isReal ? "graphs_real" : "graphs");
        if (!std::filesystem::is_directory(path))
            continue;
        for (const auto &entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() != ".json")
                continue;
            std::ifstream stream(entry.path());
            LayoutCase one {entry.path().stem().string(), isReal, 0, Json::parse(stream)};
            for (const Json &node : one.json["nodes"])
                one.stages += node["kind"] == "stage" ? 1 : 0;
            cases.push_back(std::move(one));
        }
    }
    std::sort(cases.begin(), cases.end(), [](const LayoutCase &a, const LayoutCase &b) {
        return std::tuple(!a.isReal, a.stages, a.name) < std::tuple(!b.isReal, b.stages, b.name);
    });
    return cases;
}

Json withStageInserted(const Json &graph, std::uint32_t seed)
{
    constexpr double width = 220;
    constexpr double height = 96;
    Random random(seed + std::uint32_t(graph["nodes"].size()));
    std::vector<Json> stages;
    std::vector<Json> images;
    for (const Json &node : graph["nodes"])
        (node["kind"] == "stage" ? stages : images).push_back(node);
    std::stable_sort(stages.begin(), stages.end(),
                     [](const Json &a, const Json &b) { return a["order"] < b["order"]; });
    const std::size_t middle = std::max<std::size_t>(1, stages.size() / 2);
    const bool fromImage = random.next() < 0.5 && !images.empty();
    const Json from
        = fromImage ? images[random.below(images.size())]["id"] : stages[random.below(middle)]["id"];
    const Json to = stages[std::min(stages.size() - 1, middle + random.below(stages.size() - middle))]["id"];

    Json edited = graph;
    Json nodes = Json::array();
    const Json added {{"id", "__new__"}, {"kind", "stage"}, {"order", middle}, {"w", width}, {"h", height}};
    bool isIn = false;
    for (Json node : graph["nodes"]) {
        if (node["kind"] == "stage" && node["order"] >= middle) {
            if (!isIn)
                nodes.push_back(added);
            isIn = true;
            node["order"] = node["order"].get<int>() + 1;
        }
        nodes.push_back(std::move(node));
    }
    if (!isIn)
        nodes.push_back(added);
    edited["nodes"] = std::move(nodes);
    edited["edges"].push_back({{"id", "n1"}, {"source", from}, {"target", "__new__"}, {"kind", "from"}});
    edited["edges"].push_back({{"id", "n2"}, {"source", "__new__"}, {"target", to}, {"kind", "copy"}});
    return edited;
}

DrawnGraph drawnGraph(const Json &drawing)
{
    DrawnGraph graph;
    std::map<std::string, std::size_t> indexOf;
    for (const Json &node : drawing["nodes"]) {
        indexOf[node["id"]] = graph.boxes.size();
        graph.boxes.push_back({node["id"], {node["x"], node["y"]}, node["w"], node["h"]});
    }
    for (const Json &edge : drawing["edges"]) {
        DrawnGraph::Arrow arrow {indexOf.at(edge["source"]), indexOf.at(edge["target"]), {}};
        for (const Json &point : edge["points"])
            arrow.points.push_back({point[0], point[1]});
        graph.arrows.push_back(std::move(arrow));
    }
    return graph;
}

} // namespace drydock::bench
