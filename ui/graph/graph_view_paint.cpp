// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What GraphView paints behind and above its scene.
#include "ui/graph/graph_view.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace drydock::ui {

void GraphView::drawBackground(QPainter *painter, const QRectF &rect)
{
    const GraphStyle &style = m_scene.style();
    painter->fillRect(rect, style.color(Role::Canvas));
    constexpr qreal dotDistance = 24;
    qreal distance = dotDistance;
    while (distance * zoom() < dotDistance / 2)
        distance *= 2;
    const qreal size = 1.5 / zoom();
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(Qt::NoPen);
    QColor dot = style.color(Role::Separator);
    if (style.theme->kind() == ThemeKind::HighContrast)
        dot.setAlphaF(0.35F);
    painter->setBrush(dot);
    const auto cell = [distance](qreal place) { return static_cast<int>(std::floor(place / distance)); };
    for (int column = cell(rect.left()); column <= cell(rect.right()); ++column) {
        for (int row = cell(rect.top()); row <= cell(rect.bottom()); ++row)
            painter->drawRect(QRectF(column * distance - size / 2, row * distance - size / 2, size, size));
    }
}

void GraphView::paintEvent(QPaintEvent *event)
{
    if (m_frozen)
        paintFrozen();
    else
        QGraphicsView::paintEvent(event);
    QPainter painter(viewport());
    if (m_scene.picture().nodes.empty() && !m_scene.isLayingOut())
        paintGhost(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_scene.style().color(Role::EdgeCopy), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void GraphView::freeze(std::vector<QGraphicsItem *> live)
{
    m_frozen = Frozen {std::move(live), {}, {}};
}

void GraphView::thaw()
{
    m_frozen.reset();
    viewport()->update();
}

void GraphView::paintFrozen()
{
    const QTransform now = viewportTransform();
    const qreal ratio = viewport()->devicePixelRatioF();
    const QSize size = viewport()->size() * ratio;
    if (m_frozen->picture.size() != size || m_frozen->transform != now) {
        m_frozen->transform = now;
        m_frozen->picture = QPixmap(size);
        m_frozen->picture.setDevicePixelRatio(ratio);
        // Unseen rather than hidden: a hidden item would lose the mouse.
        std::vector<qreal> opacities;
        for (QGraphicsItem *item : m_frozen->live) {
            opacities.push_back(item->opacity());
            item->setOpacity(0);
        }
        QPainter painter(&m_frozen->picture);
        painter.setRenderHints(renderHints());
        render(&painter, QRectF(viewport()->rect()), viewport()->rect());
        for (std::size_t i = 0; i < opacities.size(); ++i)
            m_frozen->live[i]->setOpacity(opacities[i]);
    }
    QPainter painter(viewport());
    painter.setRenderHints(renderHints());
    painter.drawPixmap(0, 0, m_frozen->picture);
    QStyleOptionGraphicsItem option;
    for (QGraphicsItem *item : m_frozen->live) {
        painter.save();
        painter.setOpacity(item->effectiveOpacity());
        painter.setTransform(item->deviceTransform(now));
        item->paint(&painter, &option, viewport());
        painter.restore();
    }
}

/// What a graph would look like, where there is none yet.
void GraphView::paintGhost(QPainter &painter) const
{
    const GraphStyle &style = m_scene.style();
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF card(170, 76);
    constexpr qreal gap = 80;
    const QPointF middle = QRectF(viewport()->rect()).center() - QPointF(0, 30);
    const QRectF first(middle - QPointF(card.width() + gap / 2, card.height() / 2), card);
    const QRectF second(middle + QPointF(gap / 2, -card.height() / 2), card);
    QPen pen(style.color(Role::Dimmed), 1.25);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &frame : {first, second}) {
        painter.drawRoundedRect(frame, 8, 8);
        painter.drawLine(frame.topLeft() + QPointF(0, 24), frame.topRight() + QPointF(0, 24));
        painter.drawLine(frame.topLeft() + QPointF(12, 44), frame.topLeft() + QPointF(110, 44));
        painter.drawLine(frame.topLeft() + QPointF(12, 60), frame.topLeft() + QPointF(80, 60));
    }
    const QPointF from(first.right(), middle.y());
    const QPointF to(second.left(), middle.y());
    painter.drawLine(from, to);
    painter.setPen(QPen(style.color(Role::Dimmed), 1.75));
    painter.drawPolyline(QPolygonF({to + QPointF(-9, -5), to, to + QPointF(-9, 5)}));
    painter.setFont(style.fonts.body);
    painter.setPen(style.color(Role::SecondaryText));
    const QRectF below(24, second.bottom() + 18, viewport()->width() - 48, 60);
    painter.drawText(below, int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap),
                     tr("No stage yet. Write a FROM line, or open a Dockerfile: its stages appear here."));
}

} // namespace drydock::ui
