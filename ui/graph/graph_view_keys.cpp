// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GraphView that answers to the keyboard.
#include "ui/graph/graph_view.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

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
    case Qt::Key_L:
        if (event->modifiers() == Qt::NoModifier || withControl)
            return m_scene.tidy();
        break;
    case Qt::Key_A:
        if (withControl && (event->modifiers() & Qt::ShiftModifier) && m_chip->isVisible())
            return m_chip->click();
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
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
        m_isSpaceDown = false;
        viewport()->setCursor(Qt::ArrowCursor);
    }
    QGraphicsView::keyReleaseEvent(event);
}

/// Tab goes through the nodes, and out of the view behind the last one.
bool GraphView::focusNextPrevChild(bool next)
{
    return step(next) || QGraphicsView::focusNextPrevChild(next);
}

bool GraphView::step(bool forward)
{
    const std::vector<NodeItem *> &nodes = m_scene.nodesInOrder();
    if (nodes.empty())
        return false;
    const auto current = std::find(nodes.begin(), nodes.end(), m_scene.selectedItem());
    if (current == nodes.end()) {
        choose(forward ? *nodes.front() : *nodes.back());
        return true;
    }
    if (forward ? current + 1 == nodes.end() : current == nodes.begin())
        return false;
    choose(forward ? **(current + 1) : **(current - 1));
    return true;
}

/// To the nearest node that way: what lies straight ahead counts as nearer than what lies aside.
bool GraphView::walk(Qt::Key direction)
{
    const NodeItem *current = m_scene.selectedItem();
    if (!current)
        return step(true);
    const QPointF ahead = direction == Qt::Key_Left ? QPointF(-1, 0)
        : direction == Qt::Key_Right                ? QPointF(1, 0)
        : direction == Qt::Key_Up                   ? QPointF(0, -1)
                                                    : QPointF(0, 1);
    NodeItem *best = nullptr;
    qreal bestCost = 0;
    for (NodeItem *item : m_scene.nodesInOrder()) {
        const QPointF way = item->pos() - current->pos();
        const qreal forward = QPointF::dotProduct(way, ahead);
        const qreal aside = std::abs(way.x() * ahead.y() - way.y() * ahead.x());
        if (item == current || forward < 8 || aside > 3 * forward)
            continue;
        const qreal cost = forward + 2 * aside;
        if (!best || cost < bestCost) {
            best = item;
            bestCost = cost;
        }
    }
    if (!best)
        return false;
    choose(*best);
    return true;
}

void GraphView::choose(NodeItem &item)
{
    m_scene.selectItem(item);
    showItem(item);
    QAccessibleEvent event(&item, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
    emit item.pressed();
}

} // namespace drydock::ui
