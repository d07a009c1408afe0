// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/hand_marks.h"

#include "ui/graph/edge_item.h"
#include "ui/graph/graph_spot.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr qreal ringDistance = 3;
constexpr qreal ringWidth = 2;
constexpr qreal cornerRadius = 10;
constexpr qreal headLength = 10;
constexpr qreal headHalfWidth = 5;
constexpr qreal margin = 40; ///< Of the bounds, for what keeps its size on the screen at small zooms.

} // namespace

HandMarksItem::HandMarksItem(const GraphStyle &style)
    : m_style(style)
{
    constexpr qreal aboveAll = 10;
    setZValue(aboveAll);
    setAcceptedMouseButtons(Qt::NoButton);
}

void HandMarksItem::setMarks(HandMarks marks)
{
    prepareGeometryChange();
    m_marks = std::move(marks);
    m_bounds = {};
    const auto include = [this](const QRectF &rect) {
        if (!rect.isNull())
            m_bounds |= rect.adjusted(-1, -1, 1, 1);
    };
    if (m_marks.edge)
        include(QRectF(m_marks.edge->from, m_marks.edge->to).normalized());
    for (const QPointF &port : m_marks.ports)
        include(QRectF(port, QSizeF(1, 1)));
    if (m_marks.insertion)
        include(QRectF(m_marks.insertion->p1(), m_marks.insertion->p2()).normalized());
    include(m_marks.target);
    include(m_marks.band);
    include(m_marks.row);
    if (!m_bounds.isNull())
        m_bounds.adjust(-margin, -margin, margin, margin);
    update();
}

void HandMarksItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const qreal pixel = 1 / std::max(zoom, 0.01);
    const QColor accent = m_style.color(Role::EdgeCopy);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const qreal distance = ringDistance * std::max(1.0, pixel);
    if (!m_marks.target.isEmpty()) {
        QColor tint = accent;
        tint.setAlphaF(0.12F);
        painter->setPen(QPen(accent, 2 * ringWidth * std::max(1.0, pixel)));
        painter->setBrush(tint);
        painter->drawRoundedRect(m_marks.target.adjusted(-distance, -distance, distance, distance),
                                 cornerRadius, cornerRadius);
    }
    painter->setPen(QPen(m_style.color(Role::EdgeFrom), 2 * pixel));
    painter->setBrush(m_style.color(Role::Canvas));
    for (const QPointF &port : m_marks.ports)
        painter->drawEllipse(port, portDrawn / 2 * pixel, portDrawn / 2 * pixel);
    if (m_marks.insertion) {
        painter->setPen(QPen(accent, 3 * pixel, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(*m_marks.insertion);
    }
    if (!m_marks.band.isEmpty()) {
        QColor tint = accent;
        tint.setAlphaF(0.1F);
        painter->setPen(QPen(accent, pixel));
        painter->setBrush(tint);
        painter->drawRect(m_marks.band);
    }
    if (!m_marks.row.isEmpty()) {
        painter->setPen(QPen(accent, ringWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_marks.row.adjusted(-3, 0, 3, 0), 3, 3);
    }
    if (m_marks.edge)
        paintEdge(*painter, zoom);
}

void HandMarksItem::paintEdge(QPainter &painter, qreal zoom) const
{
    const RubberEdge &edge = *m_marks.edge;
    const QColor color = m_style.color(edge.isLegal ? edgeRole(edge.kind) : Role::Dimmed);
    const qreal pixel = 1 / std::max(zoom, 0.01);
    QPen pen = edgePen(edge.kind, color, true);
    pen.setWidthF(std::max(pen.widthF(), 2 * pixel));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(smoothPath({edge.from, edge.to}, m_style.direction));
    // The head always points with the flow, as it will when the arrow is there.
    const QPointF ahead = m_style.direction == LayoutDirection::LeftToRight ? QPointF(1, 0) : QPointF(0, 1);
    const QPointF across(-ahead.y(), ahead.x());
    const QPointF base = edge.to - ahead * headLength * pixel;
    painter.setPen(QPen(color, 2 * pixel));
    painter.setBrush(edge.kind == EdgeKind::Copy ? m_style.color(Role::Canvas) : color);
    painter.drawPolygon(
        QPolygonF({edge.to, base + across * headHalfWidth * pixel, base - across * headHalfWidth * pixel}));
}

} // namespace drydock::ui
