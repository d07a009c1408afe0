// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GraphKeys that shows: which actions can be used, on which row, in a menu at the pointer.
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_keys.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/hand_marks.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace drydock::ui {

/// Shows which instruction the keys act on.
void GraphKeys::markRow()
{
    HandMarks marks;
    const InstructionIndex selected = m_gestures.selectedRow();
    const NodeItem *card = m_view.graphScene().nodeItem(m_view.graphScene().selectedNode());
    if (selected && card) {
        for (const ShownRow &row : shownRows(*card)) {
            if (row.instruction == selected)
                marks.row = row.rect;
        }
    }
    m_rowMark->setMarks(std::move(marks));
}

/// What each action needs to be selected. What the model has against it is said when it is tried.
void GraphKeys::updateReasons()
{
    const GraphScene &scene = m_view.graphScene();
    const bool hasNode = scene.nodeItem(scene.selectedNode()) != nullptr;
    const bool hasStage = selectedStage().isValid();
    const bool hasEdge = scene.selectedEdge().has_value();
    const QString needsNode = hasNode ? QString() : tr("Select a stage or an image first.");
    const QString needsStage = hasStage ? QString() : tr("Select a stage first.");
    const QString needsEdge = hasEdge ? QString() : tr("Select an arrow first.");
    const QString needsAny = hasNode || hasEdge ? QString() : tr("Select something first.");
    for (QAction *action :
         {m_actions.copyFrom, m_actions.mount, m_actions.nudgeLeft, m_actions.nudgeRight, m_actions.nudgeUp,
          m_actions.nudgeDown, m_actions.finelyLeft, m_actions.finelyRight, m_actions.finelyUp,
          m_actions.finelyDown, m_actions.followLeft, m_actions.followRight, m_actions.followUp,
          m_actions.followDown})
        setReason(*action, needsNode);
    for (QAction *action : {m_actions.changeBase, m_actions.rename, m_actions.setTarget, m_actions.expand,
                            m_actions.copy, m_actions.duplicate, m_actions.moveUp, m_actions.moveDown})
        setReason(*action, needsStage);
    for (QAction *action : {m_actions.insertBetween, m_actions.reconnect})
        setReason(*action, needsEdge);
    setReason(*m_actions.remove, needsAny);
    const NodeIndex node = scene.selectedNode();
    const StageGraph &graph = m_gestures.graph();
    const bool isMissing
        = node.value < graph.nodes.size() && graph.nodes[node.value].kind == NodeKind::Missing;
    setReason(*m_actions.mend, isMissing ? QString() : tr("Only what names nothing can be mended."));
}

void GraphKeys::fillMenu(QMenu &menu, const GraphSpot &spot) const
{
    if (spot.kind == GraphSpot::Kind::Edge) {
        menu.addActions({m_actions.reconnect, m_actions.insertBetween});
        menu.addSeparator();
        menu.addAction(m_actions.remove);
    } else if (spot.kind == GraphSpot::Kind::Row) {
        menu.addActions({m_actions.moveUp, m_actions.moveDown});
        menu.addSeparator();
        menu.addAction(m_actions.expand);
    } else if (spot.node && m_actions.mend->isEnabled()) {
        menu.addAction(m_actions.mend);
    } else if (spot.node) {
        menu.addActions({m_actions.copyFrom, m_actions.mount, m_actions.newStage});
        menu.addSeparator();
        menu.addActions({m_actions.rename, m_actions.changeBase, m_actions.setTarget, m_actions.expand});
        menu.addSeparator();
        menu.addActions({m_actions.copy, m_actions.paste, m_actions.duplicate});
        menu.addSeparator();
        menu.addActions({m_actions.moveUp, m_actions.moveDown});
        menu.addSeparator();
        menu.addAction(m_actions.remove);
    } else {
        menu.addActions({m_actions.newStage, m_actions.paste});
        menu.addSeparator();
        menu.addAction(m_actions.tidy);
    }
}

void GraphKeys::showMenu(const QContextMenuEvent &event)
{
    if (!m_gestures.isReady())
        return;
    const GraphScene &scene = m_view.graphScene();
    QPoint place = event.pos();
    GraphSpot spot;
    if (event.reason() == QContextMenuEvent::Mouse) {
        spot = spotAt(m_view, place);
        const std::vector<NodeIndex> selected = scene.selectedNodes();
        if (spot.edge && spot.edge->bundle().edges.empty())
            spot = {};
        if (spot.edge) {
            m_gestures.chooseEdge(spot.edge->bundle().edges.front());
        } else if (spot.kind == GraphSpot::Kind::Row) {
            m_gestures.selectRow(spot.instruction);
        } else if (spot.node
                   && std::find(selected.begin(), selected.end(), spot.node->node()) == selected.end()) {
            m_gestures.choose(spot.node->node());
        }
    } else if (const EdgeItem *edge
               = scene.selectedEdge() ? scene.edgeItem(*scene.selectedEdge()) : nullptr) {
        spot = {GraphSpot::Kind::Edge, nullptr, scene.edgeItem(*scene.selectedEdge()), {}};
        place = m_view.mapFromScene(edge->path().pointAtPercent(0.5));
    } else if (NodeItem *node = scene.nodeItem(scene.selectedNode())) {
        const InstructionIndex row = m_gestures.selectedRow();
        spot = {row ? GraphSpot::Kind::Row : GraphSpot::Kind::Body, node, nullptr, row};
        place = m_view.mapFromScene(node->pos());
    }
    auto *menu = new QMenu(&m_view); // Deletes itself.
    menu->setObjectName(QStringLiteral("graphMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillMenu(*menu, spot);
    connect(menu, &QMenu::hovered, this, [this](const QAction *action) {
        if (!action->isEnabled())
            m_gestures.refuse(action->property(actionReason).toString());
    });
    menu->popup(m_view.viewport()->mapToGlobal(place));
}

} // namespace drydock::ui
