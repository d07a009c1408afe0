// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the hand does between press and drop. What each drag shows on its way is in graph_hand_drags.cpp.
#include "ui/graph/graph_hand.h"

#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/stage_item.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int scrollZone = 24; ///< From the border, pixels.
constexpr int mostScroll = 16; ///< Pixels a tick.
constexpr int scrollTick = 16; ///< Milliseconds.

} // namespace

GraphHand::GraphHand(GraphGestures &gestures, GraphView &view)
    : QObject(&view)
    , m_gestures(gestures)
    , m_view(view)
    , m_marks(new HandMarksItem(view.graphScene().style()))
    , m_hint(new HandHint(view.viewport()))
{
    view.graphScene().addItem(m_marks);
    view.viewport()->installEventFilter(this);
    view.viewport()->setMouseTracking(true);
    view.installEventFilter(this);
    m_scroll.setInterval(scrollTick);
    connect(&m_scroll, &QTimer::timeout, this, &GraphHand::scrollNearBorder);
    // Another picture has other items: whatever was held is gone.
    connect(&view.graphScene(), &GraphScene::pictureChanged, this, &GraphHand::cancel);
}

GraphHand::~GraphHand() = default;

bool GraphHand::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view) {
        if (!isBusy())
            return false;
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept(); // While the hand is down no key means what it says elsewhere.
            return true;
        }
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)
            return key(*static_cast<const QKeyEvent *>(event));
        return false;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<const QMouseEvent *>(event));
    case QEvent::MouseMove:
        return move(*static_cast<const QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<const QMouseEvent *>(event));
    case QEvent::MouseButtonDblClick:
        return doubleClick(*static_cast<const QMouseEvent *>(event));
    default:
        return false;
    }
}

bool GraphHand::press(const QMouseEvent &event)
{
    if (isBusy()) { // A second button: the hand thought better of it.
        cancel();
        return true;
    }
    if (event.button() != Qt::LeftButton || m_view.isPanning())
        return false;
    m_view.setFocus(Qt::MouseFocusReason);
    m_gestures.closeEditors();
    if (!m_gestures.isReady())
        return true;
    m_from = spotAt(m_view, event.pos());
    if (m_from.kind == GraphSpot::Kind::Context)
        return false; // The scene selects it; that is all.
    m_mode = Mode::Pressed;
    m_pressed = m_now = event.pos();
    m_modifiers = event.modifiers();
    m_isOurs = false;
    GraphScene &scene = m_view.graphScene();
    const bool isNode = m_from.isOnCard();
    if (isNode && m_modifiers == Qt::ControlModifier) {
        m_gestures.toggleMark(m_from.node->node());
        m_mode = Mode::Idle;
        return m_isOurs = true;
    }
    const std::vector<NodeIndex> selected = scene.selectedNodes();
    const bool isOneOfSeveral = isNode && selected.size() > 1
        && std::find(selected.begin(), selected.end(), m_from.node->node()) != selected.end();
    if (m_from.kind == GraphSpot::Kind::Canvas && m_modifiers != Qt::ShiftModifier)
        scene.mark({});
    if (m_from.kind == GraphSpot::Kind::Row)
        m_gestures.selectRow(m_from.instruction);
    // The scene selects what is pressed, unless that would drop a multiple selection that may be dragged.
    m_isOurs = m_from.kind == GraphSpot::Kind::OutPort || m_from.kind == GraphSpot::Kind::Canvas
        || m_from.kind == GraphSpot::Kind::Row || isOneOfSeveral;
    return m_isOurs;
}

bool GraphHand::move(const QMouseEvent &event)
{
    m_modifiers = event.modifiers();
    if (m_mode == Mode::Idle) {
        if (event.buttons() == Qt::NoButton)
            showCursor(event.pos());
        return false;
    }
    m_now = event.pos();
    if (m_mode == Mode::Pressed) {
        if ((m_now - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return true;
        begin();
    }
    follow();
    return true;
}

bool GraphHand::release(const QMouseEvent &event)
{
    if (m_mode == Mode::Idle || event.button() != Qt::LeftButton)
        return false;
    m_now = event.pos();
    m_modifiers = event.modifiers();
    const bool wasOurs = m_isOurs;
    if (m_mode == Mode::Pressed) {
        const GraphSpot spot = m_from;
        m_mode = Mode::Idle;
        if (wasOurs && spot.node && spot.kind != GraphSpot::Kind::Row)
            m_gestures.choose(spot.node->node());
        return wasOurs;
    }
    follow();
    drop();
    return wasOurs; // The scene lets go of what it was told of.
}

bool GraphHand::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier || !m_gestures.isReady())
        return false;
    const GraphSpot spot = spotAt(m_view, event.pos());
    switch (spot.kind) {
    case GraphSpot::Kind::Canvas:
        m_gestures.newStage();
        return true;
    case GraphSpot::Kind::Name:
        m_gestures.editName(spot.node->node());
        return true;
    case GraphSpot::Kind::Base:
        m_gestures.editBase(spot.node->node());
        return true;
    case GraphSpot::Kind::Body:
        if (spot.node->type() != StageItem::Type)
            return false;
        m_gestures.toggleExpanded(spot.node->node());
        return true;
    case GraphSpot::Kind::Row:
    case GraphSpot::Kind::Edge:
    case GraphSpot::Kind::OutPort:
    case GraphSpot::Kind::FromPort:
    case GraphSpot::Kind::Context:
        break;
    }
    return false;
}

bool GraphHand::key(const QKeyEvent &event)
{
    if (event.type() == QEvent::KeyPress && event.key() == Qt::Key_Escape) {
        cancel();
        return true;
    }
    if (event.key() == Qt::Key_Control) { // Copy becomes mount under the hand.
        m_modifiers.setFlag(Qt::ControlModifier, event.type() == QEvent::KeyPress);
        follow();
    }
    return true;
}

void GraphHand::begin()
{
    m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    switch (m_from.kind) {
    case GraphSpot::Kind::OutPort:
        beginConnect();
        break;
    case GraphSpot::Kind::Edge:
        if (m_from.edge->bundle().edges.empty()) // What comes from the build context comes from nowhere else.
            m_mode = Mode::Idle;
        else
            beginReconnect();
        break;
    case GraphSpot::Kind::Row:
        m_mode = Mode::MoveRow;
        m_view.graphScene().setHandBusy(true);
        break;
    case GraphSpot::Kind::Canvas:
        m_mode = m_modifiers & Qt::ShiftModifier ? Mode::Band : Mode::Idle;
        break;
    default:
        m_mode = Mode::MoveNodes;
        m_pinsBefore = m_view.graphScene().pins();
        m_moved = m_view.graphScene().selectedNodes();
        if (std::find(m_moved.begin(), m_moved.end(), m_from.node->node()) == m_moved.end())
            m_moved = {m_from.node->node()};
        m_view.graphScene().setHandBusy(true);
        break;
    }
    if (isBusy()) {
        freeze();
        m_scroll.start();
    } else {
        showCursor(m_now);
    }
}

/// Only what this drag changes is painted again while the hand moves.
void GraphHand::freeze()
{
    const GraphScene &scene = m_view.graphScene();
    std::vector<QGraphicsItem *> live;
    if (m_mode == Mode::MoveNodes) {
        const std::set<NodeIndex> moved(m_moved.begin(), m_moved.end());
        for (NodeItem *item : scene.nodesInOrder()) {
            if (moved.contains(item->node()))
                live.push_back(item);
        }
        for (EdgeItem *edge : scene.edgeItems()) {
            if (moved.contains(edge->bundle().source) || moved.contains(edge->bundle().target))
                live.push_back(edge);
        }
    }
    live.push_back(m_marks);
    m_view.freeze(std::move(live));
}

void GraphHand::follow()
{
    switch (m_mode) {
    case Mode::Connect:
        return followConnect();
    case Mode::Reconnect:
        return followReconnect();
    case Mode::MoveNodes:
        return followNodes();
    case Mode::MoveRow:
        return followRow();
    case Mode::Band:
        return followBand();
    case Mode::Idle:
    case Mode::Pressed:
        break;
    }
}

void GraphHand::drop()
{
    // What is asked for draws another picture, which must not find a hand still at work.
    const Mode mode = m_mode;
    const GraphSpot from = m_from;
    const GraphSpot over = m_over;
    const bool isHead = m_isHead;
    const InstructionIndex rowBehind = m_rowBehind;
    const std::optional<std::size_t> onEdge = m_onEdge;
    const QRectF band = m_marks->marks().band;
    GraphScene &scene = m_view.graphScene();
    const GraphPins pins = scene.pins();
    const std::vector<NodeIndex> moved = m_moved;
    switch (mode) {
    case Mode::Connect:
        return dropConnect();
    case Mode::Reconnect: {
        const QString reason = reasonAt(over, EdgeKind::Copy);
        finish();
        if (!reason.isEmpty())
            m_gestures.refuse(reason);
        else if (over.node && isHead)
            m_gestures.endIn(from.edge->bundle().edges.front(), over.node->node());
        else if (over.node)
            m_gestures.reconnect(from.edge->bundle().edges, over.node->node());
        break;
    }
    case Mode::MoveNodes:
        scene.setPins(m_pinsBefore);
        finish();
        if (onEdge)
            m_gestures.insertOn(*onEdge, moved.front());
        else
            m_gestures.moveNodes(pins);
        break;
    case Mode::MoveRow:
        finish();
        if (rowBehind)
            m_gestures.moveRow(from.instruction, rowBehind);
        break;
    case Mode::Band: {
        finish();
        std::set<NodeIndex> inside;
        for (const NodeItem *item : scene.nodesInOrder()) {
            if (band.intersects(frameOf(*item)))
                inside.insert(item->node());
        }
        m_gestures.markNodes(std::move(inside));
        break;
    }
    case Mode::Idle:
    case Mode::Pressed:
        finish();
        break;
    }
}

void GraphHand::dropConnect()
{
    const NodeIndex source = m_from.node->node();
    const GraphSpot over = m_over;
    const EdgeKind kind = kindAt(over);
    const QString reason = reasonAt(over, kind);
    finish();
    if (over.node && over.node->node() == source)
        return; // Back where it came from.
    if (!reason.isEmpty())
        m_gestures.refuse(reason);
    else if (!over.node)
        m_gestures.newStageOn(source);
    else
        m_gestures.connectTo(source, over.node->node(), kind);
}

void GraphHand::cancel()
{
    if (m_mode == Mode::MoveNodes)
        m_view.graphScene().setPins(m_pinsBefore);
    if (m_mode != Mode::Idle)
        finish();
}

void GraphHand::finish()
{
    m_mode = Mode::Idle;
    m_view.thaw();
    m_scroll.stop();
    m_hint->hide();
    m_marks->setMarks({});
    m_over = {};
    m_onEdge.reset();
    m_rowBehind = {};
    m_view.graphScene().setHandBusy(false);
    m_view.viewport()->setCursor(Qt::ArrowCursor);
}

void GraphHand::scrollNearBorder()
{
    const QRect pane = m_view.viewport()->rect();
    const auto speed = [](int place, int low, int high) {
        const int beyond = place < low + scrollZone ? place - (low + scrollZone)
            : place > high - scrollZone             ? place - (high - scrollZone)
                                                    : 0;
        return std::clamp(beyond, -mostScroll, mostScroll);
    };
    const QPoint by(speed(m_now.x(), pane.left(), pane.right()), speed(m_now.y(), pane.top(), pane.bottom()));
    if (by.isNull())
        return;
    m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() + by.x());
    m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() + by.y());
    follow();
}

void GraphHand::showCursor(QPoint position)
{
    if (m_view.isPanning())
        return;
    const GraphSpot spot = spotAt(m_view, position);
    const bool isText = spot.kind == GraphSpot::Kind::Name || spot.kind == GraphSpot::Kind::Base;
    m_view.viewport()->setCursor(spot.kind == GraphSpot::Kind::OutPort ? Qt::CrossCursor
                                     : isText                          ? Qt::IBeamCursor
                                                                       : Qt::ArrowCursor);
}

} // namespace drydock::ui
