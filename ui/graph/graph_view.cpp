// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_view.h"

#include "ui/graph/graph_legend.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal leastZoom = 0.01;
constexpr qreal mostZoom = 4;
constexpr qreal zoomStep = 1.2;

} // namespace

GraphView::GraphView(GraphScene &scene, QWidget *parent)
    : QGraphicsView(&scene, parent)
    , m_scene(scene)
    , m_legend(new GraphLegend(scene, viewport()))
    , m_minimap(new GraphMinimap(*this, viewport()))
    , m_chip(new QToolButton(viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::NoAnchor);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Stage graph"));
    m_chip->setFocusPolicy(Qt::NoFocus);
    m_chip->setCursor(Qt::ArrowCursor);
    m_chip->hide();
    connect(m_chip, &QToolButton::clicked, this, [this] {
        m_scene.setScope(m_scene.scope() == PictureScope::All ? PictureScope::TargetOnly : PictureScope::All);
    });
    m_turnDelay.setSingleShot(true);
    m_turnDelay.setInterval(150);
    connect(&m_turnDelay, &QTimer::timeout, this, [this] {
        const QMargins margins = fitMargins();
        m_scene.setPaneSize(QRectF(viewport()->rect()).marginsRemoved(margins).size());
    });
    connect(&scene, &GraphScene::pictureChanged, this, &GraphView::onPictureChanged);
    connect(&scene, &GraphScene::selectionMoved, m_minimap, qOverload<>(&QWidget::update));
    connect(&scene, &GraphScene::selectionMoved, this, &GraphView::tellFocus);
    connect(&scene, &GraphScene::pinsChanged, this, [this] {
        updateSceneRect();
        placeOverlays();
    });
}

QMargins GraphView::fitMargins() const
{
    constexpr int around = 24;
    const int top = m_chip->isHidden() ? around : m_chip->height() + around;
    const int bottom = m_legend->isEmpty() ? around : m_legend->height() + around;
    return {around, top, around, bottom};
}

void GraphView::onPictureChanged(bool isOtherFile)
{
    updateSceneRect();
    updateChip();
    m_legend->arrange(legendWidth());
    // Someone who looks at all of it wants to go on seeing all of it; otherwise nothing moves.
    if (isOtherFile || (m_isFitted && isPictureCut()))
        fitAll();
    placeOverlays();
    viewport()->update();
}

/// Enough room around the picture to put any part of it in the middle.
void GraphView::updateSceneRect()
{
    const qreal margin = 2000 / std::max(zoom(), leastZoom);
    setSceneRect(m_scene.pictureRect().adjusted(-margin, -margin, margin, margin));
}

bool GraphView::isPictureCut() const
{
    const QRectF visible = mapToScene(viewport()->rect()).boundingRect();
    return !m_scene.pictureRect().isEmpty() && !visible.contains(m_scene.pictureRect());
}

void GraphView::setZoom(qreal zoom)
{
    zoomAround(zoom / this->zoom(), viewport()->rect().center());
}

void GraphView::zoomIn()
{
    setZoom(zoom() * zoomStep);
}

void GraphView::zoomOut()
{
    setZoom(zoom() / zoomStep);
}

void GraphView::resetZoom()
{
    setZoom(1);
}

void GraphView::zoomAround(qreal factor, QPoint viewportPosition)
{
    const QPointF fixed = mapToScene(viewportPosition);
    const qreal target = std::clamp(zoom() * factor, leastZoom, mostZoom);
    setTransform(QTransform::fromScale(target, target));
    m_isFitted = false;
    updateSceneRect();
    pan(viewportPosition - mapFromScene(fixed));
    emit zoomChanged(target);
}

/// Moves the picture by so many pixels.
void GraphView::pan(QPoint by)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

void GraphView::fitAll()
{
    const QRectF picture = m_scene.pictureRect();
    const QRectF pane = QRectF(viewport()->rect()).marginsRemoved(fitMargins());
    qreal zoom = 1;
    if (!picture.isEmpty() && pane.width() > 0 && pane.height() > 0)
        zoom = std::min({1.0, pane.width() / picture.width(), pane.height() / picture.height()});
    zoom = std::max(zoom, leastZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    updateSceneRect();
    const QPoint middle = mapFromScene(picture.center());
    pan(pane.center().toPoint() - middle);
    m_isFitted = true;
    emit zoomChanged(zoom);
    placeOverlays();
}

void GraphView::showItem(const QGraphicsItem &item)
{
    const QRect box = mapFromScene(item.sceneBoundingRect()).boundingRect();
    const QRect pane = viewport()->rect().adjusted(8, 8, -8, -8);
    const auto shift = [](int low, int high, int from, int to) {
        if (low >= from && high <= to)
            return 0;
        if (high - low > to - from)
            return from - low; // Too large: its beginning.
        return low < from ? from - low : to - high;
    };
    const QPoint by(shift(box.left(), box.right(), pane.left(), pane.right()),
                    shift(box.top(), box.bottom(), pane.top(), pane.bottom()));
    if (by.isNull())
        return;
    pan(by);
    m_isFitted = false;
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const qreal steps = event->angleDelta().y() / 120.0;
        zoomAround(std::pow(zoomStep, steps), event->position().toPoint());
    } else {
        QPoint by = event->pixelDelta();
        if (by.isNull())
            by = event->angleDelta() / 2;
        if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
            by = {by.y(), 0};
        pan(by);
        m_isFitted = false;
    }
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown)) {
        m_isPanning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPanning) {
        QGraphicsView::mouseMoveEvent(event);
        return;
    }
    pan(event->pos() - m_panFrom);
    m_panFrom = event->pos();
    m_hasPanned = true;
    m_isFitted = false;
    event->accept();
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isPanning) {
        QGraphicsView::mouseReleaseEvent(event);
        return;
    }
    m_isPanning = false;
    viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
    event->accept();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted)
        fitAll();
    placeOverlays();
    m_turnDelay.start();
}

void GraphView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    m_scene.setPaneSize(QRectF(viewport()->rect()).marginsRemoved(fitMargins()).size());
    if (m_isFitted)
        fitAll();
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    tellFocus();
    viewport()->update();
}

/// Screen readers read what the keyboard went to.
void GraphView::tellFocus()
{
    if (!hasFocus() || !QAccessible::isActive())
        return;
    QObject *focused = m_scene.selectedItem();
    if (m_scene.selectedEdge())
        focused = m_scene.edgeItem(*m_scene.selectedEdge());
    if (!focused)
        return;
    QAccessibleEvent event(focused, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    m_isSpaceDown = false;
    viewport()->update();
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    placeOverlays();
}

void GraphView::placeOverlays()
{
    constexpr int distance = 12;
    const QRect pane = viewport()->rect();
    m_minimap->resize(m_minimap->sizeHint());
    m_minimap->move(pane.width() - m_minimap->width() - distance,
                    pane.height() - m_minimap->height() - distance);
    m_minimap->setVisible(isPictureCut() && pane.width() > 400 && pane.height() > 250);
    m_minimap->update();
    if (m_legend->arrangedWidth() != legendWidth())
        m_legend->arrange(legendWidth());
    m_legend->move(distance, pane.height() - m_legend->height() - distance / 2);
    m_legend->setVisible(!m_legend->isEmpty() && m_legend->width() + 2 * distance <= pane.width());
    m_chip->move(distance, distance);
}

/// It leaves the minimap's corner free.
int GraphView::legendWidth() const
{
    constexpr int distance = 12;
    const int taken = m_minimap->isHidden() ? 0 : m_minimap->width() + distance;
    return viewport()->width() - taken - 2 * distance;
}

void GraphView::updateChip()
{
    const bool isAll = m_scene.scope() == PictureScope::All;
    const std::size_t hidden = m_scene.picture().hiddenStages;
    std::size_t unused = 0;
    if (isAll) {
        for (const PictureNode &node : m_scene.picture().nodes) {
            const auto *card = std::get_if<StageCard>(&node.card);
            unused += std::size_t(card && card->isUnused);
        }
    }
    constexpr std::size_t worthHiding = 12;
    const bool canFocus = isAll && unused > 0 && m_scene.picture().stageCount > worthHiding;
    m_chip->setVisible(hidden > 0 || canFocus);
    m_chip->setText(hidden == 1      ? tr("+1 other stage")
                        : hidden > 1 ? tr("+%1 other stages").arg(hidden)
                                     : tr("Only what the target needs"));
    m_chip->setToolTip(hidden > 0 ? tr("Show all stages (Ctrl+Shift+A)")
                                  : tr("Hide what the target does not need (Ctrl+Shift+A)"));
    restyleChip();
    m_chip->adjustSize();
}

void GraphView::restyleChip()
{
    const GraphStyle &style = m_scene.style();
    const QString look = QStringLiteral("QToolButton { color: %1; background: %2; border: 1px solid %3;"
                                        " border-radius: 12px; padding: 4px 12px; }"
                                        "QToolButton:hover { border-color: %4; color: %4; }")
                             .arg(style.color(Role::Text).name(), style.color(Role::Node).name(),
                                  style.color(Role::Border).name(), style.color(Role::EdgeCopy).name());
    if (m_chip->styleSheet() != look) // Qt would take it apart again with every letter typed.
        m_chip->setStyleSheet(look);
}

} // namespace drydock::ui
