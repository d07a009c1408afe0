// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include "ui/graph/pixel_frame.h"

#include <QFontMetricsF>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsView>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal ringGap = 2;
constexpr qreal ringWidth = 3;
constexpr qreal dropRingWidth = 2;
constexpr qreal portReach = 7; ///< Ports stand out of the frame.

} // namespace

void paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QString &text, qreal zoom,
               Qt::Alignment alignment, Qt::TextElideMode elide)
{
    if (text.isEmpty() || zoom <= 0)
        return;
    const QFont legible = GraphFonts::legible(font, zoom);
    painter.setFont(legible);
    const QString shown = QFontMetricsF(legible).elidedText(text, elide, rect.width());
    painter.drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return text;
    QString html = text.toHtmlEscaped();
    html.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<p style='white-space:pre'>") + html + QStringLiteral("</p>");
}

NodeItem::NodeItem(const GraphStyle &style, QGraphicsItem *parent)
    : QGraphicsObject(parent)
    , m_style(style)
{
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setZValue(1);
}

void NodeItem::setState(NodeState state)
{
    if (state == m_state)
        return;
    m_state = state;
    updateOpacity(m_isUnused);
    update();
}

void NodeItem::updateOpacity(bool isUnused)
{
    m_isUnused = isUnused;
    const bool isFaint
        = (isUnused && !m_state.isSelected && !m_state.isDropTarget) || m_state.isDimmed || m_state.isIllegal;
    setOpacity((isFaint ? dimmedOpacity : 1) * m_fade);
}

void NodeItem::setGeometry(const CardGeometry &geometry)
{
    prepareGeometryChange();
    m_geometry = geometry;
    update();
}

QPointF NodeItem::inPort() const
{
    if (!m_inPort.isNull())
        return m_inPort;
    const QRectF &frame = m_geometry.frame;
    return m_style.direction == LayoutDirection::LeftToRight ? QPointF(frame.left(), frame.center().y())
                                                             : QPointF(frame.center().x(), frame.top());
}

void NodeItem::setInPort(QPointF place)
{
    m_inPort = place;
    update();
}

QPointF NodeItem::outPort() const
{
    const QRectF &frame = m_geometry.frame;
    return m_style.direction == LayoutDirection::LeftToRight ? QPointF(frame.right(), frame.center().y())
                                                             : QPointF(frame.center().x(), frame.bottom());
}

void NodeItem::setDrift(QPointF drift, qreal opacity)
{
    prepareGeometryChange();
    m_drift = drift;
    m_fade = opacity;
    updateOpacity(m_isUnused);
    update();
}

QRectF NodeItem::boundingRect() const
{
    constexpr qreal margin = ringGap + ringWidth + portReach;
    const QRectF rect = m_geometry.frame.adjusted(-margin, -margin, margin, margin);
    return rect | rect.translated(m_drift);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_geometry.frame);
    return path;
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->save();
    painter->translate(m_drift);
    paintCard(*painter, zoom);
    if (m_state.isSelected)
        paintRing(*painter, ringWidth);
    else if (m_state.isDropTarget)
        paintRing(*painter, dropRingWidth);
    painter->restore();
}

/// Around the frame, with a gap.
void NodeItem::paintRing(QPainter &painter, qreal width) const
{
    // At small zooms the ring keeps its width on the screen.
    const qreal zoom = std::min(1.0, painter.worldTransform().m11());
    const qreal grown = std::min(width / std::max(zoom, 0.05), 3 * width);
    const qreal reach = ringGap + grown;
    const PixelFrame outer
        = PixelFrame::of(painter, m_geometry.frame.adjusted(-reach, -reach, reach, reach), grown);
    QPen pen(m_style.color(Role::EdgeCopy), outer.pen);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const qreal radius = cornerRadius() > 0 ? cornerRadius() + ringGap + grown / 2 : 0;
    painter.drawRoundedRect(outer.rect, radius, radius);
}

void NodeItem::paintName(QPainter &painter, qreal zoom, const QString &name, const QString &second) const
{
    const QRectF &frame = m_geometry.frame;
    const auto sizeFor
        = [&](qreal onScreen, int least) { return std::max(least, int(std::ceil(onScreen / zoom))); };
    const qreal inset = std::min(10.0, 3 / zoom);
    const QRectF inner = frame.adjusted(inset, 0, -inset, 0);
    // A name in smaller letters says more than one that is cut.
    QFont font = m_style.fonts.title;
    font.setBold(zoom >= blockBelowZoom * 1.5 || m_state.isSelected || isEmphasised());
    for (int onScreen = int(fixedNameSize); onScreen >= int(smallestTextSize); --onScreen) {
        font.setPixelSize(sizeFor(onScreen, m_style.fonts.title.pixelSize()));
        const QFontMetricsF metrics(font);
        if (metrics.horizontalAdvance(name) <= inner.width() && metrics.height() <= frame.height() - 1 / zoom)
            break;
    }
    const qreal line = QFontMetricsF(font).height();
    QFont secondFont = m_style.fonts.mono;
    secondFont.setPixelSize(sizeFor(smallestTextSize + 1, secondFont.pixelSize()));
    const qreal secondLine = QFontMetricsF(secondFont).height();
    const bool hasSecond = !second.isEmpty() && line + secondLine + 6 <= frame.height();
    const qreal top = frame.center().y() - (line + (hasSecond ? secondLine : 0)) / 2;

    painter.setPen(m_style.color(Role::Text));
    // A name of which only two letters fit says nothing.
    const QString shown = QFontMetricsF(font).elidedText(name, Qt::ElideMiddle, inner.width());
    if (shown == name || shown.size() > 3)
        paintText(painter, {inner.left(), top, inner.width(), line}, font, name, zoom, Qt::AlignHCenter,
                  Qt::ElideMiddle);
    painter.setPen(m_style.color(Role::SecondaryText));
    if (hasSecond)
        paintText(painter, {inner.left(), top + line, inner.width(), secondLine}, secondFont, second, zoom,
                  Qt::AlignHCenter, Qt::ElideMiddle);
}

void NodeItem::paintBadge(QPainter &painter, ImagePin pin, qreal zoom) const
{
    const QString word = badgeWord(pin);
    if (word.isEmpty())
        return;
    const QColor color = m_style.color(badgeRole(pin));
    const PixelFrame pill = PixelFrame::of(painter, m_geometry.badge, 1);
    painter.setPen(QPen(color, pill.pen));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill.rect, pill.rect.height() / 2, pill.rect.height() / 2);
    paintText(painter, m_geometry.badge.adjusted(2, 0, -2, 0), m_style.fonts.small, word, zoom,
              Qt::AlignHCenter);
}

void NodeItem::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    event->accept();
    if (isOnToggle(event->pos()))
        emit toggled();
    else
        emit pressed();
}

bool NodeItem::isOnToggle(QPointF position) const
{
    const QGraphicsView *view = scene()->views().value(0);
    const bool isDrawn = view && detailLevelAt(view->transform().m11()) == DetailLevel::Full;
    return isDrawn && m_geometry.toggle.contains(position);
}

void NodeItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event)
{
    event->accept();
    if (!isOnToggle(event->pos()))
        emit activated();
}

void NodeItem::hoverEnterEvent(QGraphicsSceneHoverEvent *)
{
    emit hovered(true);
}

void NodeItem::hoverLeaveEvent(QGraphicsSceneHoverEvent *)
{
    emit hovered(false);
}

} // namespace drydock::ui
