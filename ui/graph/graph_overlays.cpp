// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_view.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace drydock::ui {
GraphMinimap::GraphMinimap(GraphView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Overview"));
}

QTransform GraphMinimap::fromScene() const
{
    const QRectF picture = m_view.graphScene().pictureRect();
    const QRectF inner = QRectF(rect()).adjusted(7, 7, -7, -7);
    const qreal scale = std::min(inner.width() / std::max(1.0, picture.width()),
                                 inner.height() / std::max(1.0, picture.height()));
    QTransform transform;
    transform.translate(inner.center().x(), inner.center().y());
    transform.scale(scale, scale);
    transform.translate(-picture.center().x(), -picture.center().y());
    return transform;
}

void GraphMinimap::paintEvent(QPaintEvent *)
{
    const GraphScene &scene = m_view.graphScene();
    const GraphStyle &style = scene.style();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.color(Role::Separator), 1));
    painter.setBrush(style.color(Role::Node));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const QTransform transform = fromScene();
    painter.setPen(Qt::NoPen);
    for (const NodeItem *item : scene.nodesInOrder()) {
        const QRectF box = transform.mapRect(item->frame().translated(item->pos()));
        painter.setBrush(style.color(item->state().isSelected ? Role::EdgeCopy : item->blockRole()));
        painter.setOpacity(item->opacity());
        painter.drawRect(QRectF(box.topLeft(), box.size().expandedTo({2, 2})));
    }
    painter.setOpacity(1);
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    painter.setPen(QPen(style.color(Role::EdgeCopy), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(transform.mapRect(seen).intersected(QRectF(rect()).adjusted(3, 3, -3, -3)), 3, 3);
}

void GraphMinimap::mousePressEvent(QMouseEvent *event)
{
    m_view.centerOn(fromScene().inverted().map(event->position()));
    event->accept();
}

void GraphMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        mousePressEvent(event);
}

} // namespace drydock::ui
