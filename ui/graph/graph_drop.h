// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_spot.h"
#include "ui/graph/hand_hint.h"
#include "ui/graph/hand_marks.h"

#include <QObject>
#include <QString>

class QDropEvent;
class QMimeData;

namespace drydock::ui {

class GraphGestures;
class GraphView;

/// What is dragged onto the graph from elsewhere: the name of an image becomes a stage's base on the stage or its
/// FROM port, and a new stage on the canvas. Files are left to the window, which opens them.
class GraphDrop final : public QObject {
    Q_OBJECT

public:
    /// \param gestures, view borrowed; must outlive this.
    GraphDrop(GraphGestures &gestures, GraphView &view);

    /// The image that `dragged` names; empty if it is none: files, several words, what no reference may look like.
    static QString imageIn(const QMimeData &dragged);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QDropEvent &event);
    void drop(QDropEvent &event);
    void finish();

    GraphGestures &m_gestures;
    GraphView &m_view;
    HandMarksItem *m_marks; // Owned by the scene.
    HandHint *m_hint; // Owned by the viewport.
};

} // namespace drydock::ui
