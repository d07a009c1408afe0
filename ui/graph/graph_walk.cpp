// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_walk.h"

#include "ui/graph/graph_scene.h"
#include "ui/graph/graph_spot.h"

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal leastWay = 8; ///< What is hardly ahead at all does not count.

struct Way {
    qreal forward;
    qreal aside;

    qreal cost() const { return forward + 2 * aside; }
};

Way wayTo(const NodeItem &from, const NodeItem &to, QPointF ahead)
{
    const QPointF way = to.pos() - from.pos();
    return {QPointF::dotProduct(way, ahead), std::abs(way.x() * ahead.y() - way.y() * ahead.x())};
}

} // namespace

NodeItem *nearestThatWay(const NodeItem &from, const std::vector<NodeItem *> &among, QPointF ahead)
{
    NodeItem *best = nullptr;
    qreal bestCost = 0;
    for (NodeItem *item : among) {
        const Way way = wayTo(from, *item, ahead);
        if (item == &from || way.forward < leastWay || way.aside > 3 * way.forward)
            continue;
        if (!best || way.cost() < bestCost) {
            best = item;
            bestCost = way.cost();
        }
    }
    return best;
}

std::vector<NodeItem *> neighboursThatWay(const GraphScene &scene, const NodeItem &from, QPointF ahead)
{
    std::vector<NodeItem *> found;
    for (const EdgeItem *edge : scene.edgeItems()) {
        const EdgeBundle &bundle = edge->bundle();
        NodeItem *other = bundle.source == from.node() ? scene.nodeItem(bundle.target)
            : bundle.target == from.node()             ? scene.nodeItem(bundle.source)
                                                       : nullptr;
        if (other && other != &from && wayTo(from, *other, ahead).forward >= leastWay
            && std::find(found.begin(), found.end(), other) == found.end())
            found.push_back(other);
    }
    std::stable_sort(found.begin(), found.end(), [&](const NodeItem *a, const NodeItem *b) {
        return wayTo(from, *a, ahead).cost() < wayTo(from, *b, ahead).cost();
    });
    return found;
}

std::vector<GraphStop> stopsOf(const GraphScene &scene)
{
    std::vector<GraphStop> stops;
    const std::vector<EdgeItem *> edges = scene.edgeItems();
    for (NodeItem *node : scene.nodesInOrder()) {
        stops.push_back({node, nullptr, {}});
        for (const ShownRow &row : shownRows(*node))
            stops.push_back({node, nullptr, row.instruction});
        for (EdgeItem *edge : edges) {
            if (edge->bundle().target == node->node() && !edge->bundle().edges.empty())
                stops.push_back({node, edge, {}});
        }
    }
    return stops;
}

} // namespace drydock::ui
