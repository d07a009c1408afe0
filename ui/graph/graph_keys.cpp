// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_keys.h"

#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/graph_walk.h"
#include "ui/graph/hand_marks.h"
#include "ui/graph/target_chooser.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr qreal nudgeStep = 8; ///< Pixels at 100 %.

} // namespace

GraphKeys::GraphKeys(GraphGestures &gestures, GraphView &view)
    : QObject(&view)
    , m_gestures(gestures)
    , m_view(view)
    , m_actions(GraphActions::make(view))
    , m_chooser(new TargetChooser(view))
    , m_rowMark(new HandMarksItem(view.graphScene().style()))
{
    view.graphScene().addItem(m_rowMark);
    connectActions();
    connect(&gestures.selection(), &Selection::changed, this, &GraphKeys::markRow);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    connect(&view.graphScene(), &GraphScene::selectionMoved, this, &GraphKeys::update);
    connect(&view.graphScene(), &GraphScene::pictureChanged, this, &GraphKeys::update);
    connect(&view, &GraphView::spaceTapped, this, [this] {
        if (m_actions.expand->shortcuts().contains(QKeySequence(Qt::Key_Space)))
            m_actions.expand->trigger();
    });
    update();
}

GraphKeys::~GraphKeys() = default;

void GraphKeys::cancel()
{
    m_chooser->cancel();
}

void GraphKeys::on(QAction *action, void (GraphKeys::*slot)())
{
    connect(action, &QAction::triggered, this, [this, slot] {
        m_gestures.closeEditors();
        if (m_gestures.isReady())
            (this->*slot)();
    });
}

void GraphKeys::connectActions()
{
    on(m_actions.copyFrom, &GraphKeys::copyFrom);
    on(m_actions.mount, &GraphKeys::mount);
    on(m_actions.changeBase, &GraphKeys::changeBase);
    on(m_actions.newStage, &GraphKeys::newStage);
    on(m_actions.insertBetween, &GraphKeys::insertBetween);
    on(m_actions.reconnect, &GraphKeys::reconnect);
    on(m_actions.rename, &GraphKeys::rename);
    on(m_actions.remove, &GraphKeys::remove);
    on(m_actions.mend, &GraphKeys::mend);
    on(m_actions.setTarget, &GraphKeys::setTarget);
    on(m_actions.expand, &GraphKeys::expand);
    on(m_actions.copy, &GraphKeys::copy);
    on(m_actions.paste, &GraphKeys::paste);
    on(m_actions.duplicate, &GraphKeys::duplicate);
    on(m_actions.moveUp, &GraphKeys::moveUp);
    on(m_actions.moveDown, &GraphKeys::moveDown);
    on(m_actions.tidy, &GraphKeys::tidy);
    const auto onWay = [this](QAction *action, QPointF way, auto slot) {
        connect(action, &QAction::triggered, this, [this, way, slot] { slot(way); });
    };
    const auto nudge = [this](QPointF way) { m_gestures.nudge(way); };
    const auto go = [this](QPointF way) { follow(way); };
    onWay(m_actions.nudgeLeft, {-nudgeStep, 0}, nudge);
    onWay(m_actions.nudgeRight, {nudgeStep, 0}, nudge);
    onWay(m_actions.nudgeUp, {0, -nudgeStep}, nudge);
    onWay(m_actions.nudgeDown, {0, nudgeStep}, nudge);
    onWay(m_actions.finelyLeft, {-1, 0}, nudge);
    onWay(m_actions.finelyRight, {1, 0}, nudge);
    onWay(m_actions.finelyUp, {0, -1}, nudge);
    onWay(m_actions.finelyDown, {0, 1}, nudge);
    onWay(m_actions.followLeft, {-1, 0}, go);
    onWay(m_actions.followRight, {1, 0}, go);
    onWay(m_actions.followUp, {0, -1}, go);
    onWay(m_actions.followDown, {0, 1}, go);
}

NodeIndex GraphKeys::selectedStage() const
{
    const NodeIndex node = m_view.graphScene().selectedNode();
    const StageGraph &graph = m_gestures.graph();
    return node.value < graph.nodes.size() && graph.nodes[node.value].kind == NodeKind::Stage ? node
                                                                                              : NodeIndex {};
}

void GraphKeys::update()
{
    m_siblings.clear();
    updateReasons();
    markRow();
}

void GraphKeys::chooseTarget(EdgeKind kind)
{
    const NodeIndex source = m_view.graphScene().selectedNode();
    const std::vector<QString> reasons = m_gestures.reasonsAgainst(source, kind);
    const bool hasAny
        = std::any_of(reasons.begin(), reasons.end(), [](const QString &reason) { return reason.isEmpty(); });
    if (!hasAny) {
        const auto stages = m_gestures.graph().stageCount();
        const bool isOnly = stages < 2 && source.value < stages;
        m_gestures.refuse(isOnly ? tr("There is no other stage.")
                                 : reasons[source.value == 0 ? stages - 1 : 0]);
        return;
    }
    m_chooser->start(
        source, reasons,
        [this, source, kind](NodeIndex node) { return m_gestures.promise(source, node, kind); },
        [this, source, kind](NodeIndex node) { m_gestures.connectTo(source, node, kind); });
}

void GraphKeys::copyFrom()
{
    chooseTarget(EdgeKind::Copy);
}

void GraphKeys::mount()
{
    chooseTarget(EdgeKind::Mount);
}

void GraphKeys::changeBase()
{
    m_gestures.editBase(selectedStage());
}

void GraphKeys::newStage()
{
    const NodeIndex node = m_view.graphScene().selectedNode();
    if (m_view.graphScene().nodeItem(node))
        m_gestures.newStageOn(node);
    else
        m_gestures.newStage();
}

void GraphKeys::insertBetween()
{
    m_gestures.insertOn(*m_view.graphScene().selectedEdge(), {});
}

void GraphKeys::reconnect()
{
    const EdgeItem *item = m_view.graphScene().edgeItem(*m_view.graphScene().selectedEdge());
    if (!item)
        return;
    const std::vector<std::size_t> edges = item->bundle().edges;
    const EdgeKind kind = item->bundle().kind;
    const NodeIndex target = item->bundle().target;
    const std::vector<QString> reasons = m_gestures.reasonsToReconnect(edges);
    const auto legal = std::find(reasons.begin(), reasons.end(), QString());
    if (legal == reasons.end()) {
        m_gestures.refuse(tr("There is nothing else that this arrow could come from."));
        return;
    }
    m_chooser->start(
        item->bundle().source, reasons,
        [this, kind, target](NodeIndex node) { return m_gestures.promise(node, target, kind); },
        [this, edges](NodeIndex node) { m_gestures.reconnect(edges, node); });
}

void GraphKeys::rename()
{
    m_gestures.editName(selectedStage());
}

void GraphKeys::remove()
{
    const GraphScene &scene = m_view.graphScene();
    if (const auto edge = scene.selectedEdge()) {
        if (const EdgeItem *item = scene.edgeItem(*edge))
            m_gestures.removeEdges(item->bundle().edges);
    } else {
        m_gestures.removeNodes(scene.selectedNodes());
    }
}

void GraphKeys::mend()
{
    m_gestures.mend(m_view.graphScene().selectedNode());
}

void GraphKeys::setTarget()
{
    m_gestures.setTarget(selectedStage());
}

void GraphKeys::expand()
{
    m_gestures.toggleExpanded(selectedStage());
}

void GraphKeys::copy()
{
    m_gestures.copy(m_view.graphScene().selectedNodes());
}

void GraphKeys::paste()
{
    m_gestures.paste();
}

void GraphKeys::duplicate()
{
    m_gestures.duplicate(selectedStage());
}

void GraphKeys::moveUp()
{
    move(true);
}

void GraphKeys::moveDown()
{
    move(false);
}

void GraphKeys::move(bool isUp)
{
    if (const InstructionIndex row = m_gestures.selectedRow())
        m_gestures.moveRowBy(row, isUp);
    else
        m_gestures.moveStage(selectedStage(), isUp);
}

void GraphKeys::tidy()
{
    m_gestures.tidy();
}

void GraphKeys::follow(QPointF ahead)
{
    const NodeItem *from = m_view.graphScene().nodeItem(m_view.graphScene().selectedNode());
    if (!from)
        return;
    std::vector<NodeIndex> siblings;
    for (const NodeItem *item : neighboursThatWay(m_view.graphScene(), *from, ahead))
        siblings.push_back(item->node());
    if (siblings.empty()) {
        m_gestures.refuse(tr("No arrow leads that way."));
        return;
    }
    m_gestures.choose(siblings.front());
    m_siblings = std::move(siblings);
    m_sibling = 0;
}

void GraphKeys::nextSibling()
{
    std::vector<NodeIndex> siblings = std::move(m_siblings);
    m_sibling = (m_sibling + 1) % siblings.size();
    const std::size_t now = m_sibling;
    m_gestures.choose(siblings[now]);
    m_siblings = std::move(siblings);
}

bool GraphKeys::step(bool isForward)
{
    GraphScene &scene = m_view.graphScene();
    const std::vector<GraphStop> stops = stopsOf(scene);
    if (stops.empty())
        return false;
    const NodeItem *node = scene.selectedItem();
    const EdgeItem *edge = scene.selectedEdge() ? scene.edgeItem(*scene.selectedEdge()) : nullptr;
    const InstructionIndex row = edge ? InstructionIndex {} : m_gestures.selectedRow();
    auto current = std::find_if(stops.begin(), stops.end(), [&](const GraphStop &stop) {
        return edge ? stop.edge == edge : stop.node == node && !stop.edge && stop.instruction == row;
    });
    if (current == stops.end() && row)
        current = std::find_if(stops.begin(), stops.end(),
                               [&](const GraphStop &stop) { return stop.node == node && !stop.edge; });
    if (current == stops.end()) {
        current = isForward ? stops.begin() : stops.end() - 1;
    } else {
        if (isForward ? current + 1 == stops.end() : current == stops.begin())
            return false;
        current = isForward ? current + 1 : current - 1;
    }
    if (current->edge)
        m_gestures.chooseEdge(current->edge->bundle().edges.front());
    else if (current->instruction)
        m_gestures.selectRow(current->instruction);
    else if (current->node->node().isValid()) {
        scene.selectItem(*current->node); // Which of several boxes of an image.
        m_gestures.choose(current->node->node());
    } else {
        emit current->node->pressed(); // The build context.
    }
    return true;
}

bool GraphKeys::keyPress(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
        return !(event.modifiers() & Qt::ControlModifier) && step(true);
    case Qt::Key_Backtab:
        return step(false);
    case Qt::Key_N:
        if (event.modifiers() == Qt::NoModifier && m_siblings.size() > 1) {
            nextSibling();
            return true;
        }
        break;
    default:
        break;
    }
    // The key of an action that cannot be used now: it says why instead of doing nothing.
    const QKeySequence pressed(event.keyCombination());
    for (const QAction *action : m_actions.all()) {
        if (!action->isEnabled() && action->shortcuts().contains(pressed)) {
            m_gestures.refuse(action->property(actionReason).toString());
            return true;
        }
    }
    return false;
}

bool GraphKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        if (!m_chooser->isChoosing())
            showMenu(*static_cast<const QContextMenuEvent *>(event));
        return true;
    }
    if (watched != &m_view)
        return false;
    if (event->type() == QEvent::KeyPress)
        return keyPress(*static_cast<const QKeyEvent *>(event));
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isSibling
            = key->key() == Qt::Key_N && key->modifiers() == Qt::NoModifier && m_siblings.size() > 1;
        // The space bar pans while it is held; what it does alone is decided when it is let go.
        if (isSibling || key->key() == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return false;
}

} // namespace drydock::ui
