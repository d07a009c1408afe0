// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GraphView that answers to the keyboard.
#include "ui/graph/graph_view.h"
#include "ui/graph/graph_walk.h"

#include <QKeyEvent>

namespace drydock::ui {

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const bool withControl = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
            walk(Qt::Key(event->key()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit textRequested();
        return;
    case Qt::Key_Home:
        fitAll();
        return;
    case Qt::Key_9:
        if (withControl)
            return fitAll();
        break;
    case Qt::Key_0:
        if (withControl)
            return resetZoom();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (withControl)
            return zoomIn();
        break;
    case Qt::Key_Minus:
        if (withControl)
            return zoomOut();
        break;
    case Qt::Key_A:
        if (withControl && (event->modifiers() & Qt::ShiftModifier) && m_chip->isVisible())
            return m_chip->click();
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
            m_hasPanned = false;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    default:
        break;
    }
    event->ignore(); // Not ours: the window's shortcuts get their turn.
}

void GraphView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        const bool wasTap = m_isSpaceDown && !m_hasPanned;
        m_isSpaceDown = false;
        viewport()->setCursor(Qt::ArrowCursor);
        if (wasTap)
            emit spaceTapped();
    }
    QGraphicsView::keyReleaseEvent(event);
}

/// To the nearest node that way; to the first one if none is selected.
bool GraphView::walk(Qt::Key direction)
{
    const std::vector<NodeItem *> &nodes = m_scene.nodesInOrder();
    const NodeItem *current = m_scene.selectedItem();
    if (!current) {
        if (!nodes.empty())
            choose(*nodes.front());
        return !nodes.empty();
    }
    const QPointF ahead = direction == Qt::Key_Left ? QPointF(-1, 0)
        : direction == Qt::Key_Right                ? QPointF(1, 0)
        : direction == Qt::Key_Up                   ? QPointF(0, -1)
                                                    : QPointF(0, 1);
    NodeItem *next = nearestThatWay(*current, nodes, ahead);
    if (next)
        choose(*next);
    return next != nullptr;
}

void GraphView::choose(NodeItem &item)
{
    m_scene.selectItem(item);
    showItem(item);
    emit item.pressed();
}

} // namespace drydock::ui
