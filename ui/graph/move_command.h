// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_pins.h"

#include <QPointer>
#include <QUndoCommand>

namespace drydock::ui {

class GraphScene;

/// A hand moved boxes. Stands on the Document's undo stack beside the changes of the text, so that Ctrl+Z takes
/// back what was done last, whatever it was; the text stays as it is.
class MoveCommand final : public QUndoCommand {
public:
    /// \param scene borrowed; the command does nothing once the scene is gone, because there is nothing to move.
    /// \param after the pins as they shall be. Those of the scene now are what undo goes back to.
    /// \param run moves of the same run, one behind the other, are one step: the same boxes by key. Empty: never.
    MoveCommand(GraphScene &scene, GraphPins after, QString run, const QString &name);

    void redo() override;
    void undo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    QPointer<GraphScene> m_scene;
    GraphPins m_before;
    GraphPins m_after;
    QString m_run;
};

} // namespace drydock::ui
