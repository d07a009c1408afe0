// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_item.h"

#include "ui/graph/node_item.h"
#include "ui/graph/pixel_frame.h"

#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal headLength = 10;
constexpr qreal headHalfWidth = 4.5;
constexpr qreal hitWidth = 10;
constexpr qreal mostGrowth = 4; ///< Of a label at a small zoom.
constexpr qreal portRadius = 5.5; ///< Lines begin and end outside the rings of ports.

} // namespace

QPainterPath smoothPath(const std::vector<QPointF> &route, LayoutDirection direction)
{
    QPainterPath path;
    if (route.empty())
        return path;
    path.moveTo(route.front());
    for (std::size_t i = 1; i < route.size(); ++i) {
        const QPointF from = route[i - 1];
        const QPointF to = route[i];
        const bool isFlat = direction == LayoutDirection::LeftToRight;
        if (isFlat ? from.y() == to.y() : from.x() == to.x()) {
            path.lineTo(to);
        } else if (isFlat) {
            const qreal middle = (from.x() + to.x()) / 2;
            path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
        } else {
            const qreal middle = (from.y() + to.y()) / 2;
            path.cubicTo({from.x(), middle}, {to.x(), middle}, to);
        }
    }
    return path;
}

EdgeItem::EdgeItem(const GraphStyle &style, QGraphicsItem *parent)
    : QGraphicsObject(parent)
    , m_style(style)
{
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
}

void EdgeItem::setBundle(const EdgeBundle &bundle, const std::vector<QPointF> &route, QPointF labelCentre,
                         bool hasLabelRoom)
{
    prepareGeometryChange();
    m_bundle = bundle;
    m_labelCentre = labelCentre;
    m_labelSize = labelSize(bundle, m_style.fonts);
    m_hasLabelRoom = hasLabelRoom;
    std::vector<QPointF> points = route;
    QPointF way = points.back() - points[points.size() - 2];
    const qreal length = std::max(0.001, std::hypot(way.x(), way.y()));
    m_direction = way / length;
    if (bundle.kind == EdgeKind::From) // It points at the ring of the in port.
        points.back() -= m_direction * std::min(length / 2, portRadius);
    m_end = points.back();
    points.back() -= m_direction * std::min(length, headLength - 1); // The head covers the rest.
    way = points[1] - points[0];
    const qreal firstLength = std::max(0.001, std::hypot(way.x(), way.y()));
    points.front() += way / firstLength * std::min(firstLength / 2, bundle.startsAtPort ? portRadius : 0);
    m_path = smoothPath(points, m_style.direction);
    setToolTip(plainToolTip(bundle.toolTip));
    updateLook();
}

void EdgeItem::updateBundle(const EdgeBundle &bundle)
{
    prepareGeometryChange();
    m_bundle = bundle;
    m_labelSize = labelSize(bundle, m_style.fonts);
    setToolTip(plainToolTip(bundle.toolTip));
    updateLook();
}

void EdgeItem::setSelected(bool isSelected)
{
    m_isSelected = isSelected;
    updateLook();
}

void EdgeItem::setHighlight(bool isHighlighted, bool isDimmed)
{
    m_isHighlighted = isHighlighted;
    m_isDimmed = isDimmed;
    updateLook();
}

void EdgeItem::setFade(qreal fade)
{
    m_fade = fade;
    updateLook();
}

void EdgeItem::updateLook()
{
    const bool standsOut = m_isSelected || m_isHighlighted;
    setOpacity(!standsOut && (m_isDimmed || m_bundle.isUnused) ? dimmedOpacity * m_fade : m_fade);
    setZValue(standsOut ? 3 : 2); // Above the cards: a head stays visible on the ring of a selected one.
    update();
}

QColor EdgeItem::color() const
{
    return m_style.color(m_bundle.isError ? Role::Error : edgeRole(m_bundle.kind));
}

QRectF EdgeItem::boundingRect() const
{
    constexpr qreal margin = 12;
    QRectF rect = m_path.controlPointRect() | QRectF(m_end, QSizeF(1, 1));
    // A label at a small zoom is larger than life.
    rect |= labelRect(m_isSelected || m_isHighlighted ? mostGrowth : 1.25);
    return rect.adjusted(-margin, -margin, margin, margin);
}

QPainterPath EdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(hitWidth);
    QPainterPath path = stroker.createStroke(m_path);
    if (m_hasLabelRoom)
        path.addRect(labelRect(1));
    path.setFillRule(Qt::WindingFill);
    return path;
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor lineColor = color();
    painter->save();
    if (const qreal growth = labelGrowth(zoom); growth > 0) { // A see-through label would show the line.
        QPainterPath around;
        around.addRect(boundingRect());
        around.addRect(labelRect(growth));
        painter->setClipPath(around, Qt::IntersectClip);
    }
    QPen pen = edgePen(m_bundle.kind, lineColor, m_bundle.isOnFinalPath);
    if (m_isSelected) {
        QColor halo = m_style.color(Role::EdgeCopy);
        halo.setAlphaF(0.3F);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(halo, pen.widthF() + 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_path);
    }
    // From far away a line keeps a visible width instead of fading into grey.
    constexpr qreal leastOnScreen = 1;
    if (pen.widthF() * zoom < leastOnScreen) {
        const QList<qreal> dashes = pen.dashPattern();
        pen.setWidthF(leastOnScreen / zoom);
        if (!dashes.isEmpty() && zoom < blockBelowZoom)
            pen.setStyle(m_bundle.kind == EdgeKind::Mount ? Qt::DotLine : Qt::DashLine);
    }
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    painter->restore();
    paintHead(*painter, lineColor);
    paintLabel(*painter, zoom, lineColor);
    if (m_bundle.isForward && labelGrowth(zoom) == 0 && zoom >= blockBelowZoom) {
        const QPointF middle = m_path.pointAtPercent(0.5);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_style.color(Role::Canvas));
        painter->drawEllipse(middle, infoSize / 2 + 1.5, infoSize / 2 + 1.5);
        paintInfoSign(*painter, middle, lineColor);
    }
}

void EdgeItem::paintHead(QPainter &painter, const QColor &color) const
{
    const QPointF across(-m_direction.y(), m_direction.x());
    const QPointF base = m_end - m_direction * headLength;
    QPen pen(color, 1.75);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    if (m_bundle.isError) { // ✕
        const QPointF centre = m_end - m_direction * (headLength / 2);
        const QPointF a = (m_direction + across) * headHalfWidth;
        const QPointF b = (m_direction - across) * headHalfWidth;
        painter.setPen(QPen(color, 2.25));
        painter.drawLine(centre - a, centre + a);
        painter.drawLine(centre - b, centre + b);
        return;
    }
    const qreal widened = m_bundle.isOnFinalPath ? headHalfWidth + 0.75 : headHalfWidth;
    switch (m_bundle.kind) {
    case EdgeKind::From:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({m_end, base + across * widened, base - across * widened}));
        break;
    case EdgeKind::Copy:
    case EdgeKind::Add:
        painter.setBrush(m_style.color(Role::Canvas));
        painter.drawPolygon(QPolygonF({m_end, base + across * widened, base - across * widened}));
        break;
    case EdgeKind::Mount: {
        const QPointF centre = m_end - m_direction * (headLength / 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(
            QPolygonF({m_end, centre + across * headHalfWidth, base, centre - across * headHalfWidth}));
        break;
    }
    }
}

/// How much larger than life the label is painted at `zoom`; 0: not at all.
qreal EdgeItem::labelGrowth(qreal zoom) const
{
    if (m_bundle.label.isEmpty())
        return 0;
    const qreal size = m_style.fonts.mono.pixelSize();
    if (zoom >= fullFromZoom && (m_hasLabelRoom || m_isSelected || m_isHighlighted))
        return std::max(1.0, smallestTextSize / (size * zoom));
    // Asked for at a small zoom, the label keeps its size on the screen.
    const bool isAskedFor = m_isSelected || m_isHighlighted;
    return isAskedFor ? std::min(mostGrowth, fixedNameSize / (size * zoom)) : 0;
}

QRectF EdgeItem::labelRect(qreal growth) const
{
    const QSizeF size = m_labelSize * growth;
    return {m_labelCentre - QPointF(size.width() / 2, size.height() / 2), size};
}

void EdgeItem::paintLabel(QPainter &painter, qreal zoom, const QColor &color) const
{
    const qreal growth = labelGrowth(zoom);
    if (growth == 0)
        return;
    painter.save();
    painter.translate(m_labelCentre);
    painter.scale(growth, growth);
    const PixelFrame pill = PixelFrame::of(
        painter, {QPointF(-m_labelSize.width() / 2, -m_labelSize.height() / 2), m_labelSize}, 1);
    painter.setPen(QPen(color, pill.pen));
    painter.setBrush(m_style.color(Role::Canvas));
    painter.drawRoundedRect(pill.rect, 4, 4);
    QRectF rest = pill.rect.adjusted(7, 0, -7, 0);
    if (m_bundle.isForward) {
        paintInfoSign(painter, rest.topLeft() + QPointF(infoSize / 2, rest.height() / 2), color);
        rest.setLeft(rest.left() + infoSize + 5);
    }
    painter.setPen(color);
    paintText(painter, rest, m_style.fonts.mono, m_bundle.label, zoom * growth + 0.001, Qt::AlignHCenter,
              Qt::ElideMiddle);
    painter.restore();
}

void paintInfoSign(QPainter &painter, QPointF centre, const QColor &color)
{
    painter.setPen(QPen(color, 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, infoSize / 2 - 0.5, infoSize / 2 - 0.5);
    painter.setPen(QPen(color, 1.75, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre + QPointF(0, -0.75), centre + QPointF(0, 3.25));
    painter.drawLine(centre + QPointF(0, -3.25), centre + QPointF(0, -1.75));
}

void EdgeItem::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    event->accept();
    emit pressed();
}

void EdgeItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event)
{
    event->accept();
    emit activated();
}

void EdgeItem::hoverEnterEvent(QGraphicsSceneHoverEvent *)
{
    emit hovered(true);
}

void EdgeItem::hoverLeaveEvent(QGraphicsSceneHoverEvent *)
{
    emit hovered(false);
}

} // namespace drydock::ui
