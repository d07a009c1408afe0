// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/main_window.h"
#include "ui/graph/graph_pane.h"

#include <QActionGroup>
#include <QMenu>

// What View says about the graph alone.

namespace drydock::app {

/// An entry of a menu that is checked by what the present graph shows.
QAction *MainWindow::addGraphChoice(QMenu *menu, const char *id, const QString &text,
                                    const QList<QKeySequence> &keys, const GraphQuestion &isOn,
                                    const GraphOrder &turn)
{
    QAction *action = addTabAction(menu, id, text, {}, keys);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, action, isOn, turn](bool on) {
        if (ui::GraphPane *graph = currentTab()->graphPane()) {
            // By its key the action is asked without its menu having been opened.
            turn(*graph, action->actionGroup() ? on : !isOn(*graph));
            action->setChecked(isOn(*graph));
        }
    });
    connect(menu, &QMenu::aboutToShow, action, [this, action, isOn] {
        const EditorTab *tab = currentTab();
        action->setChecked(tab && tab->graphPane() && isOn(*tab->graphPane()));
    });
    return action;
}

void MainWindow::makeGraphMenus(QMenu *view)
{
    using ui::GraphPane;
    using Choice = ui::DirectionChoice;
    QMenu *directions = view->addMenu(tr("Graph &Direction"));
    auto *directionGroup = new QActionGroup(this);
    struct Direction {
        const char *id;
        QString text;
        Choice choice;
    };
    const Direction entries[] {{"view.direction.auto", tr("&Whichever Fits Better"), Choice::Auto},
                               {"view.direction.lr", tr("Left to &Right"), Choice::LeftToRight},
                               {"view.direction.tb", tr("&Top to Bottom"), Choice::TopToBottom}};
    for (const auto &[id, text, choice] : entries) {
        directionGroup->addAction(addGraphChoice(
            directions, id, text, {},
            [choice = choice](GraphPane &graph) { return graph.direction() == choice; },
            [choice = choice](GraphPane &graph, bool) { graph.setDirection(choice); }));
    }

    QMenu *images = view->addMenu(tr("&Images"));
    auto *imageGroup = new QActionGroup(this);
    imageGroup->addAction(addGraphChoice(
        images, "view.images.shared", tr("&One Box for All Uses"), {},
        [](GraphPane &graph) { return !graph.scene().isImagePerUse(); },
        [](GraphPane &graph, bool) { graph.scene().setImagePerUse(false); }));
    imageGroup->addAction(addGraphChoice(
        images, "view.images.perUse", tr("One Box &per Use, for Images Used Often"), {},
        [](GraphPane &graph) { return graph.scene().isImagePerUse(); },
        [](GraphPane &graph, bool) { graph.scene().setImagePerUse(true); }));
    images->addSeparator();
    addGraphChoice(
        images, "view.context", tr("Build &Context"), {},
        [](GraphPane &graph) { return graph.scene().isContextShown(); },
        [](GraphPane &graph, bool on) { graph.scene().setContextShown(on); });

    addGraphChoice(
        view, "view.allStages", tr("Show &All Stages"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        [](GraphPane &graph) { return graph.scene().scope() == ui::PictureScope::All; },
        [](GraphPane &graph, bool on) {
            graph.scene().setScope(on ? ui::PictureScope::All : ui::PictureScope::TargetOnly);
        });
}

} // namespace drydock::app
