// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of GraphScene that a hand works on: boxes put elsewhere, several boxes selected.
#include "ui/graph/graph_scene.h"

namespace drydock::ui {

QPointF GraphScene::pinOf(const NodeItem &item) const
{
    if (m_pins.isEmpty() || !m_analysis || item.node().value >= m_analysis->graph.nodes.size())
        return {};
    return m_pins.offsetOf(GraphPins::keyOf(m_analysis->graph, item.node()), m_style.direction);
}

/// An arrow whose boxes stand where the layout put them takes the layout's way; one whose boxes were moved goes
/// from port to port.
void GraphScene::leadEdge(const DrawnEdge &edge)
{
    const QPointF source = pinOf(*edge.source);
    const QPointF target = pinOf(*edge.target);
    std::vector<QPointF> route = edge.route;
    QPointF label = edge.labelCentre;
    if (source == target) {
        for (QPointF &point : route)
            point += source;
        label += source;
    } else {
        route = {edge.route.front() + source, edge.route.back() + target};
        label = (route.front() + route.back()) / 2;
    }
    if (edge.item->bundle().kind == EdgeKind::From)
        edge.target->setInPort(route.back() - edge.target->pos());
    edge.item->setBundle(edge.item->bundle(), route, label, edge.hasLabelRoom);
}

/// Boxes moved by hand belong to the picture wherever they are.
void GraphScene::growPicture()
{
    for (const NodeItem *item : m_shown)
        m_pictureRect |= item->frame().translated(item->pos());
}

void GraphScene::setPins(const GraphPins &pins)
{
    std::vector<QPointF> places;
    for (const NodeItem *item : m_shown)
        places.push_back(laidOutPlace(*item));
    std::set<const NodeItem *> moved;
    m_pins = pins;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const QPointF place = places[i] + pinOf(*m_shown[i]);
        if (place == m_shown[i]->pos())
            continue;
        m_shown[i]->setPos(place);
        moved.insert(m_shown[i]);
    }
    for (const DrawnEdge &edge : m_edges) {
        if (moved.contains(edge.source) || moved.contains(edge.target))
            leadEdge(edge);
    }
    growPicture();
    emit pinsChanged();
}

void GraphScene::mark(std::set<NodeIndex> nodes)
{
    m_marked = std::move(nodes);
    updateStates();
    emit selectionMoved();
}

std::vector<NodeIndex> GraphScene::selectedNodes() const
{
    std::set<NodeIndex> nodes = m_marked;
    if (nodeItem(m_selectedNode))
        nodes.insert(m_selectedNode);
    return {nodes.begin(), nodes.end()};
}

void GraphScene::setHandBusy(bool isBusy)
{
    m_isHandBusy = isBusy;
    m_hoverDelay.stop();
    m_highlighted = nullptr;
    if (!isBusy)
        m_dragRoles.clear();
    updateStates();
}

} // namespace drydock::ui
