// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_actions.h"
#include "ui/graph/graph_spot.h"

#include <QObject>

#include <vector>

class QContextMenuEvent;
class QKeyEvent;
class QMenu;

namespace drydock::ui {

class GraphGestures;
class GraphView;
class HandMarksItem;
class TargetChooser;

/// The keyboard on the graph: its actions with their keys, what they act on, which of them can be used now and why
/// the others cannot; choosing a target, Tab, Ctrl+arrows; and the menu at the pointer, which shows the same actions.
class GraphKeys final : public QObject {
    Q_OBJECT

public:
    /// \param gestures, view borrowed; must outlive the keys.
    GraphKeys(GraphGestures &gestures, GraphView &view);
    ~GraphKeys() override;

    const GraphActions &actions() const { return m_actions; }
    const TargetChooser &chooser() const { return *m_chooser; }
    /// No target is chosen any more.
    void cancel();
    /// The actions for what is under `spot`, in groups; not owned by the menu.
    void fillMenu(QMenu &menu, const GraphSpot &spot) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectActions();
    void update();
    void markRow();
    void updateReasons();
    void on(QAction *action, void (GraphKeys::*slot)());
    void copyFrom();
    void mount();
    void changeBase();
    void newStage();
    void insertBetween();
    void reconnect();
    void rename();
    void remove();
    void mend();
    void setTarget();
    void expand();
    void copy();
    void paste();
    void duplicate();
    void moveUp();
    void moveDown();
    void move(bool isUp);
    void tidy();
    void chooseTarget(EdgeKind kind);
    void follow(QPointF ahead);
    void nextSibling();
    bool step(bool isForward);
    bool keyPress(const QKeyEvent &event);
    void showMenu(const QContextMenuEvent &event);
    NodeIndex selectedStage() const;

    GraphGestures &m_gestures;
    GraphView &m_view;
    GraphActions m_actions; // Owned by the view.
    TargetChooser *m_chooser; // Owned by the view.
    HandMarksItem *m_rowMark; // Owned by the scene.
    std::vector<NodeIndex> m_siblings; ///< Where the last Ctrl+arrow could have led to; N goes on among them.
    std::size_t m_sibling = 0;
};

} // namespace drydock::ui
