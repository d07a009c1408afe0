// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>

class QWidget;

namespace drydock::ui {

/// The name of the property in which an action keeps why it is disabled, a sentence.
constexpr const char *actionReason = "drydockReason";

/// What can be done in the graph, for menus, the palette and the list of shortcuts. Owned by the view. Each has its
/// object name ("graph.copyFrom"), which is the same for every view. Their shortcuts work while the graph has the
/// focus, single letters among them. A disabled one says why in actionReason and in its tool tip.
struct GraphActions {
    QAction *copyFrom = nullptr; ///< COPY --from the selected node into a stage that is then chosen.
    QAction *mount = nullptr;
    QAction *changeBase = nullptr;
    QAction *newStage = nullptr; ///< On top of the selected node, or at the end.
    QAction *insertBetween = nullptr; ///< A new stage on the selected arrow.
    QAction *reconnect = nullptr;
    QAction *rename = nullptr;
    QAction *remove = nullptr;
    QAction *mend = nullptr; ///< What a --from that names nothing was probably meant to name.
    QAction *setTarget = nullptr;
    QAction *expand = nullptr;
    QAction *copy = nullptr;
    QAction *paste = nullptr;
    QAction *duplicate = nullptr;
    QAction *moveUp = nullptr; ///< The selected instruction, else the stage.
    QAction *moveDown = nullptr;
    QAction *tidy = nullptr; ///< Forgets where boxes were put by hand.
    QAction *nudgeLeft = nullptr;
    QAction *nudgeRight = nullptr;
    QAction *nudgeUp = nullptr;
    QAction *nudgeDown = nullptr;
    QAction *finelyLeft = nullptr;
    QAction *finelyRight = nullptr;
    QAction *finelyUp = nullptr;
    QAction *finelyDown = nullptr;
    QAction *followLeft = nullptr; ///< Along an arrow that leaves or enters the node on this side.
    QAction *followRight = nullptr;
    QAction *followUp = nullptr;
    QAction *followDown = nullptr;

    /// \param owner the view: the actions listen while it has the focus.
    static GraphActions make(QWidget &owner);
    /// In the order of a menu.
    QList<QAction *> all() const;
};

/// Enables `action`, or disables it and says why.
/// \param reason empty enables.
void setReason(QAction &action, const QString &reason);

} // namespace drydock::ui
