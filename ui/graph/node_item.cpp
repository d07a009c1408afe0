// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include <QFontMetricsF>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal ringGap = 2;
constexpr qreal ringWidth = 3;
constexpr qreal portReach = 7; ///< The out port stands out of the frame.

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
    setOpacity((isUnused && !m_state.isSelected) || m_state.isDimmed ? dimmedOpacity : 1);
}

void NodeItem::setGeometry(const CardGeometry &geometry)
{
    prepareGeometryChange();
    m_geometry = geometry;
    update();
}

QRectF NodeItem::boundingRect() const
{
    constexpr qreal margin = ringGap + ringWidth + portReach;
    return m_geometry.frame.adjusted(-margin, -margin, margin, margin);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_geometry.frame);
    return path;
}

void NodeItem::paintSelection(QPainter &painter, qreal radius) const
{
    if (!m_state.isSelected)
        return;
    // At small zooms the ring keeps its width on the screen.
    const qreal zoom = std::min(1.0, painter.worldTransform().m11());
    const qreal width = std::min(ringWidth / std::max(zoom, 0.05), 3 * ringWidth);
    const qreal distance = ringGap + width / 2;
    painter.setPen(QPen(m_style.color(Role::EdgeCopy), width));
    painter.setBrush(Qt::NoBrush);
    const qreal outer = radius > 0 ? radius + distance : 0;
    painter.drawRoundedRect(m_geometry.frame.adjusted(-distance, -distance, distance, distance), outer,
                            outer);
}

void NodeItem::paintName(QPainter &painter, qreal zoom, const QString &name, const QString &second) const
{
    const QRectF &frame = m_geometry.frame;
    QFont font = m_style.fonts.title;
    const auto sizeFor
        = [&](qreal onScreen, int least) { return std::max(least, int(std::ceil(onScreen / zoom))); };
    font.setPixelSize(sizeFor(fixedNameSize, font.pixelSize()));
    const qreal line = QFontMetricsF(font).height();
    QFont secondFont = m_style.fonts.mono;
    secondFont.setPixelSize(sizeFor(smallestTextSize + 1, secondFont.pixelSize()));
    const qreal secondLine = QFontMetricsF(secondFont).height();
    const qreal inset = std::min(10.0, 4 / zoom);
    const QRectF inner = frame.adjusted(inset, 0, -inset, 0);
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
    const QRectF pill = m_geometry.badge.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    paintText(painter, m_geometry.badge.adjusted(2, 0, -2, 0), m_style.fonts.small, word, zoom,
              Qt::AlignHCenter);
}

void NodeItem::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    event->accept();
    emit pressed();
}

void NodeItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event)
{
    event->accept();
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
