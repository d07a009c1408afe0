// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Steps 2 to 7 of the essay in layered_layout.cpp, in "along, across" coordinates: x is along.
#include "model/layout/layered_drawing.h"

#include "model/layout/layer_bands.h"
#include "model/layout/layer_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace drydock {
namespace {

/// Drops points that lie on the straight line between their neighbours, and doubles.
void simplify(std::vector<Point> &route)
{
    std::vector<Point> kept;
    for (const Point &point : route) {
        if (!kept.empty() && kept.back() == point)
            continue;
        if (kept.size() > 1 && kept.back().y == point.y && kept[kept.size() - 2].y == point.y)
            kept.back() = point;
        else
            kept.push_back(point);
    }
    route = std::move(kept);
}

class Drawing {
public:
    Drawing(const LayoutInput &input, const LayoutPast &past, const std::stop_token &stop);
    LayeredDrawing take();

private:
    std::vector<Point> routeOf(std::size_t arrow) const;
    std::vector<Point> loopAt(std::size_t box) const;
    double beginOf(std::size_t node) const { return middleOf(node) - m_graph.nodes[node].along / 2; }
    double endOf(std::size_t node) const { return middleOf(node) + m_graph.nodes[node].along / 2; }
    double middleOf(std::size_t node) const { return m_bands.middle[m_graph.nodes[node].layer]; }
    void fillLanes();
    void moveToOrigin();
    void turn();

    const LayoutInput &m_input;
    LayerGraph m_graph;
    std::vector<double> m_across; ///< Middle of each node.
    LayerBands m_bands;
    LayeredDrawing m_drawing;
};

Drawing::Drawing(const LayoutInput &input, const LayoutPast &past, const std::stop_token &stop)
    : m_input(input)
    , m_graph(makeLayerGraph(input, past))
{
    orderLayers(m_graph, stop);
    m_across = placeAcross(m_graph, stop);
    m_bands = placeAlong(m_graph, past);
}

std::vector<Point> Drawing::routeOf(std::size_t arrow) const
{
    std::vector<Point> route;
    for (const std::size_t index : m_graph.paths[arrow]) {
        const LayerLink &link = m_graph.links[index];
        const LayerNode &from = m_graph.nodes[link.from];
        const LayerNode &to = m_graph.nodes[link.to];
        const double start = m_across[link.from] + link.startOffset;
        if (from.kind == LayerNodeKind::Box)
            route.push_back({endOf(link.from), start});
        route.push_back({m_bands.end[from.layer] + besideBand, start});
        const double arrival = m_across[link.to] + link.portOffset;
        route.push_back({m_bands.begin[to.layer] - besideBand, arrival});
        if (to.kind == LayerNodeKind::Box)
            route.push_back({beginOf(link.to), arrival});
    }
    if (m_graph.isReversed[arrow])
        std::reverse(route.begin(), route.end());
    simplify(route);
    return route;
}

/// A stage that copies from itself: a small bow at its end, inside its own strip and the gap behind.
std::vector<Point> Drawing::loopAt(std::size_t box) const
{
    const LayerNode &node = m_graph.nodes[box];
    constexpr double reach = 18;
    const double half = std::min(12.0, node.across / 4);
    const double end = endOf(box);
    const double middle = m_across[box];
    return {{end, middle - half},
            {end + reach, middle - half},
            {end + reach, middle + half},
            {end, middle + half}};
}

void Drawing::fillLanes()
{
    LayoutResult &result = m_drawing.result;
    result.lanes.resize(m_input.arrows.size());
    for (std::size_t i = 0; i < m_input.arrows.size(); ++i) {
        const auto &path = m_graph.paths[i];
        for (std::size_t k = 0; k + 1 < path.size(); ++k)
            result.lanes[i].push_back(m_across[m_graph.links[path[k]].to]);
    }
}

void Drawing::moveToOrigin()
{
    LayoutResult &result = m_drawing.result;
    Point least {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Point most {-least.x, -least.y};
    const auto take = [&](double x, double y) {
        least = {std::min(least.x, x), std::min(least.y, y)};
        most = {std::max(most.x, x), std::max(most.y, y)};
    };
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
        const LayerNode &drawn = m_graph.nodes[node];
        if (drawn.kind == LayerNodeKind::Bend)
            continue;
        take(beginOf(node), m_across[node] - drawn.across / 2);
        take(endOf(node), m_across[node] + drawn.across / 2);
    }
    for (const auto &route : result.routes) {
        for (const Point &point : route)
            take(point.x, point.y);
    }
    // Whole numbers, so that the same picture comes of its own past.
    least = {std::floor(least.x), std::floor(least.y)};
    const auto move = [&](Point &point) { point = {point.x - least.x, point.y - least.y}; };
    std::for_each(result.centres.begin(), result.centres.end(), move);
    std::for_each(result.labelCentres.begin(), result.labelCentres.end(), move);
    for (auto &route : result.routes)
        std::for_each(route.begin(), route.end(), move);
    for (auto &lanes : result.lanes)
        std::for_each(lanes.begin(), lanes.end(), [&](double &lane) { lane -= least.y; });
    result.width = most.x - least.x;
    result.height = most.y - least.y;
    m_drawing.corner = m_graph.hasPast() ? least : Point {};
}

void Drawing::turn()
{
    LayoutResult &result = m_drawing.result;
    const auto swap = [](Point &point) { std::swap(point.x, point.y); };
    std::for_each(result.centres.begin(), result.centres.end(), swap);
    std::for_each(result.labelCentres.begin(), result.labelCentres.end(), swap);
    for (auto &route : result.routes)
        std::for_each(route.begin(), route.end(), swap);
    std::swap(result.width, result.height);
    swap(m_drawing.corner);
}

LayeredDrawing Drawing::take()
{
    LayoutResult &result = m_drawing.result;
    for (std::size_t box = 0; box < m_input.boxes.size(); ++box) {
        result.centres.push_back({middleOf(box), m_across[box]});
        result.layers.push_back(m_graph.nodes[box].layer);
    }
    result.labelCentres.resize(m_input.arrows.size());
    for (std::size_t i = 0; i < m_input.arrows.size(); ++i) {
        const LayoutArrow &arrow = m_input.arrows[i];
        result.routes.push_back(arrow.source == arrow.target ? loopAt(arrow.source) : routeOf(i));
        result.labelCentres[i] = result.routes.back()[result.routes.back().size() / 2];
    }
    for (std::size_t node = m_input.boxes.size(); node < m_graph.nodes.size(); ++node) {
        const LayerNode &bend = m_graph.nodes[node];
        if (bend.kind == LayerNodeKind::Label)
            result.labelCentres[bend.origin] = {middleOf(node), m_across[node]};
    }
    fillLanes();
    moveToOrigin();
    if (m_input.direction == LayoutDirection::TopToBottom)
        turn();
    return std::move(m_drawing);
}

} // namespace

LayeredDrawing drawGroup(const LayoutInput &input, const LayoutPast &past, const std::stop_token &stop)
{
    return Drawing(input, past, stop).take();
}

} // namespace drydock
