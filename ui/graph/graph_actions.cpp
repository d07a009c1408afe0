// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_actions.h"

#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace drydock::ui {
namespace {

struct Entry {
    QAction *GraphActions::*action;
    const char *name;
    const char *text;
    const char *keys; ///< Several are separated by "; ".
};

// clang-format off
constexpr std::array entries {
    Entry {&GraphActions::copyFrom, "graph.copyFrom", QT_TRANSLATE_NOOP("graph", "&Copy From This Into…"), "C"},
    Entry {&GraphActions::mount, "graph.mount", QT_TRANSLATE_NOOP("graph", "&Mount This In…"), "Shift+C"},
    Entry {&GraphActions::changeBase, "graph.changeBase", QT_TRANSLATE_NOOP("graph", "Change &Base…"), "B"},
    Entry {&GraphActions::newStage, "graph.newStage", QT_TRANSLATE_NOOP("graph", "&New Stage"), "N"},
    Entry {&GraphActions::insertBetween, "graph.insertBetween", QT_TRANSLATE_NOOP("graph", "&Insert Stage Between"), ""},
    Entry {&GraphActions::reconnect, "graph.reconnect", QT_TRANSLATE_NOOP("graph", "R&econnect to…"), "E"},
    Entry {&GraphActions::rename, "graph.rename", QT_TRANSLATE_NOOP("graph", "&Rename"), "F2"},
    Entry {&GraphActions::remove, "graph.remove", QT_TRANSLATE_NOOP("graph", "&Delete"), "Del"},
    Entry {&GraphActions::mend, "graph.mend", QT_TRANSLATE_NOOP("graph", "Mend the &Reference"), ""},
    Entry {&GraphActions::setTarget, "graph.setTarget", QT_TRANSLATE_NOOP("graph", "Set as &Target"), "T"},
    Entry {&GraphActions::expand, "graph.expand", QT_TRANSLATE_NOOP("graph", "&Show All Instructions"), "Space"},
    Entry {&GraphActions::copy, "graph.copy", QT_TRANSLATE_NOOP("graph", "C&opy Stage"), "Ctrl+C"},
    Entry {&GraphActions::paste, "graph.paste", QT_TRANSLATE_NOOP("graph", "&Paste Stage"), "Ctrl+V"},
    Entry {&GraphActions::duplicate, "graph.duplicate", QT_TRANSLATE_NOOP("graph", "Dup&licate Stage"), "Ctrl+D"},
    Entry {&GraphActions::moveUp, "graph.moveUp", QT_TRANSLATE_NOOP("graph", "Move &Up in the File"), "Alt+Shift+Up"},
    Entry {&GraphActions::moveDown, "graph.moveDown", QT_TRANSLATE_NOOP("graph", "Move Do&wn in the File"), "Alt+Shift+Down"},
    Entry {&GraphActions::tidy, "graph.tidy", QT_TRANSLATE_NOOP("graph", "Tid&y the Graph"), "L; Ctrl+L"},
    Entry {&GraphActions::nudgeLeft, "graph.nudgeLeft", QT_TRANSLATE_NOOP("graph", "Move Box Left"), "Shift+Left"},
    Entry {&GraphActions::nudgeRight, "graph.nudgeRight", QT_TRANSLATE_NOOP("graph", "Move Box Right"), "Shift+Right"},
    Entry {&GraphActions::nudgeUp, "graph.nudgeUp", QT_TRANSLATE_NOOP("graph", "Move Box Up"), "Shift+Up"},
    Entry {&GraphActions::nudgeDown, "graph.nudgeDown", QT_TRANSLATE_NOOP("graph", "Move Box Down"), "Shift+Down"},
    Entry {&GraphActions::finelyLeft, "graph.finelyLeft", QT_TRANSLATE_NOOP("graph", "Move Box Left by 1 Pixel"), "Ctrl+Shift+Left"},
    Entry {&GraphActions::finelyRight, "graph.finelyRight", QT_TRANSLATE_NOOP("graph", "Move Box Right by 1 Pixel"), "Ctrl+Shift+Right"},
    Entry {&GraphActions::finelyUp, "graph.finelyUp", QT_TRANSLATE_NOOP("graph", "Move Box Up by 1 Pixel"), "Ctrl+Shift+Up"},
    Entry {&GraphActions::finelyDown, "graph.finelyDown", QT_TRANSLATE_NOOP("graph", "Move Box Down by 1 Pixel"), "Ctrl+Shift+Down"},
    Entry {&GraphActions::followLeft, "graph.followLeft", QT_TRANSLATE_NOOP("graph", "Follow Arrow to the Left"), "Ctrl+Left"},
    Entry {&GraphActions::followRight, "graph.followRight", QT_TRANSLATE_NOOP("graph", "Follow Arrow to the Right"), "Ctrl+Right"},
    Entry {&GraphActions::followUp, "graph.followUp", QT_TRANSLATE_NOOP("graph", "Follow Arrow Up"), "Ctrl+Up"},
    Entry {&GraphActions::followDown, "graph.followDown", QT_TRANSLATE_NOOP("graph", "Follow Arrow Down"), "Ctrl+Down"},
};
// clang-format on

} // namespace

GraphActions GraphActions::make(QWidget &owner)
{
    GraphActions actions;
    for (const Entry &entry : entries) {
        auto *action = new QAction(QCoreApplication::translate("graph", entry.text), &owner);
        action->setObjectName(QLatin1String(entry.name));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(entry.keys)));
        action->setShortcutContext(Qt::WidgetShortcut);
        owner.addAction(action);
        actions.*entry.action = action;
    }
    return actions;
}

QList<QAction *> GraphActions::all() const
{
    QList<QAction *> list;
    for (const Entry &entry : entries)
        list << this->*entry.action;
    return list;
}

void setReason(QAction &action, const QString &reason)
{
    action.setEnabled(reason.isEmpty());
    action.setProperty(actionReason, reason);
    // Without one of its own, a tool tip repeats the text.
    action.setToolTip(reason);
}

} // namespace drydock::ui
