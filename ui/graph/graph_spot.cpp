// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_spot.h"

#include "ui/graph/graph_view.h"
#include "ui/graph/stage_item.h"

#include <algorithm>

namespace drydock::ui {
namespace {

/// \param box of the node, on screen: a port takes no more than a quarter of a small one, which is a target itself.
bool isNear(QPointF a, QPointF b, QSizeF box)
{
    const QPointF way = a - b;
    const qreal reach = std::min(portHit / 2, std::min(box.width(), box.height()) / 4);
    return QPointF::dotProduct(way, way) <= reach * reach;
}

/// Which part of a stage's card; only where the card is drawn with all of its parts.
GraphSpot partOf(StageItem &item, QPointF scenePlace, const GraphView &view)
{
    GraphSpot spot {GraphSpot::Kind::Body, &item, nullptr, {}};
    if (detailLevelAt(view.zoom()) != DetailLevel::Full)
        return spot;
    const CardGeometry &geometry = item.cardGeometry();
    const QPointF place = scenePlace - item.pos();
    if (geometry.title.contains(place)) {
        spot.kind = GraphSpot::Kind::Name;
    } else if (geometry.base.contains(place) || geometry.badge.contains(place)) {
        spot.kind = GraphSpot::Kind::Base;
    } else if (!geometry.toggle.contains(place)) {
        if (const RowPlace *row = geometry.rowAt(place))
            return {GraphSpot::Kind::Row, &item, nullptr, row->instruction};
    }
    return spot;
}

} // namespace

std::vector<ShownRow> shownRows(const NodeItem &item)
{
    std::vector<ShownRow> rows;
    if (const auto *stage = qgraphicsitem_cast<const StageItem *>(&item)) {
        for (const RowPlace &row : stage->cardGeometry().rows)
            rows.push_back({row.rect.translated(stage->pos()), row.instruction});
    }
    return rows;
}

QPointF outPortOf(const NodeItem &item)
{
    return item.pos() + item.outPort();
}

QPointF fromPortOf(const NodeItem &item)
{
    return item.pos() + item.inPort();
}

GraphSpot spotAt(const GraphView &view, QPoint position, bool isDropping)
{
    const GraphScene &scene = view.graphScene();
    const QPointF place = view.mapToScene(position);
    const auto onScreen = [&](QPointF scenePlace) { return QPointF(view.mapFromScene(scenePlace)); };
    const std::vector<NodeItem *> &nodes = scene.nodesInOrder();
    for (NodeItem *item : nodes) {
        if (!item->node().isValid())
            continue;
        const bool isStage = item->type() == StageItem::Type;
        const QSizeF box = item->frame().size() * view.zoom();
        if (isDropping && isStage && isNear(onScreen(fromPortOf(*item)), position, box))
            return {GraphSpot::Kind::FromPort, item, nullptr, {}};
        if (!isDropping && isNear(onScreen(outPortOf(*item)), position, box))
            return {GraphSpot::Kind::OutPort, item, nullptr, {}};
    }
    for (NodeItem *item : nodes) {
        const QPointF inItem = place - item->pos();
        if (!item->frame().contains(inItem))
            continue;
        if (auto *stage = qgraphicsitem_cast<StageItem *>(item))
            return partOf(*stage, place, view);
        if (!item->node().isValid())
            return {isDropping ? GraphSpot::Kind::Canvas : GraphSpot::Kind::Context, nullptr, nullptr, {}};
        return {GraphSpot::Kind::Body, item, nullptr, {}};
    }
    if (!isDropping) {
        for (EdgeItem *edge : scene.edgeItems()) {
            if (edge->boundingRect().contains(place) && edge->shape().contains(place))
                return edge->bundle().edges.empty()
                    ? GraphSpot {GraphSpot::Kind::Context, nullptr, nullptr, {}}
                    : GraphSpot {GraphSpot::Kind::Edge, nullptr, edge, {}};
        }
    }
    return {};
}

} // namespace drydock::ui
