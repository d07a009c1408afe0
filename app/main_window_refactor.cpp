// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/editor_tab.h"
#include "app/engine_room.h"
#include "app/files_beside.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/status_line.h"
#include "model/refactor/refactor_registry.h"
#include "ui/changes/changes_panel.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <string_view>

// What can be done to a file as a whole, and the panel that shows it before it happens.

namespace drydock::app {
namespace {

constexpr int changesHeight = 340;
constexpr int sentenceTime = 8000; ///< Milliseconds.

QList<QKeySequence> keysOf(std::string_view id)
{
    constexpr std::pair<std::string_view, Qt::Key> keys[] {
        {"split", Qt::Key_X}, {"pin", Qt::Key_I}, {"switch-base", Qt::Key_U}};
    for (const auto &[name, key] : keys) {
        if (id == name)
            return {QKeySequence(Qt::CTRL | Qt::SHIFT | key)};
    }
    return {};
}

} // namespace

void MainWindow::makeRefactorMenu()
{
    m_refactorMenu = menuBar()->addMenu(tr("&Refactor"));
    m_refactorMenu->setToolTipsVisible(true);
    // What belongs together stands together; groups come as the first of each comes in the list.
    std::vector<RefactoringGroup> groups;
    for (const Refactoring &each : refactorings()) {
        if (std::find(groups.begin(), groups.end(), each.group) == groups.end())
            groups.push_back(each.group);
    }
    for (const RefactoringGroup group : groups) {
        for (const Refactoring &each : refactorings()) {
            if (each.group != group)
                continue;
            const std::string id = "refactor." + std::string(each.id);
            QAction *action = addTabAction(
                m_refactorMenu, id.c_str(),
                ui::translated("refactor", each.title).replace(u'&', QLatin1String("&&")) + QChar(0x2026), {},
                keysOf(each.id));
            connect(action, &QAction::triggered, this, [this, &each] { openRefactoring(each); });
            m_refactorings.emplace_back(&each, action);
        }
        m_refactorMenu->addSeparator();
    }
    connect(addTabAction(m_refactorMenu, "refactor.touch", tr("&Touch a File…"), {}, {}), &QAction::triggered,
            this, [this] {
                showChanges();
                m_changes->showTouch();
            });
    connect(m_refactorMenu, &QMenu::aboutToShow, this, &MainWindow::judgeRefactorings);
    connect(m_refactorMenu, &QMenu::aboutToHide, this, &MainWindow::releaseRefactorings);
}

void MainWindow::makeChangesPanel(QMenu *menu)
{
    m_changesAction
        = addAction(menu, "panel.changes", tr("&Changes"), {}, {QKeySequence(Qt::CTRL | Qt::Key_4)});
    m_panels.add(
        {QStringLiteral("changes"), m_changesAction, Qt::BottomDockWidgetArea, changesHeight, [this] {
             auto *dock = new QDockWidget(tr("Changes"), this);
             m_changes = new ui::ChangesPanel(dock);
             connect(m_changes, &ui::ChangesPanel::statusText, this,
                     [this](const QString &text) { m_status->showMessage(text, sentenceTime); });
             connect(m_changes, &ui::ChangesPanel::revealed, this, [this](TextRange range) {
                 if (EditorTab *tab = currentTab())
                     tab->goTo(range);
             });
             connect(m_changes, &ui::ChangesPanel::tryRequested, this, &MainWindow::tryProposal);
             connect(m_changes, &ui::ChangesPanel::done, dock, [this, dock] {
                 dock->close();
                 if (EditorTab *tab = currentTab())
                     tab->focusPane(tab->currentPane());
             });
             dock->setWidget(m_changes);
             updateChanges();
             return dock;
         }});
}

void MainWindow::updateChanges()
{
    if (!m_changes)
        return;
    m_changes->setTheme(m_appearance.kind());
    EditorTab *tab = currentTab();
    if (!tab || tab->file().isTextOnly()) {
        m_changes->setDocument(nullptr);
        return;
    }
    OpenFile &file = tab->file();
    m_changes->setDocument(&file.document());
    m_changes->setSources({file.surroundings().facts().manifests, m_room->images()});
    if (file.isUntitled())
        m_changes->setFileWriter({});
    else
        m_changes->setFileWriter([&file](const std::map<std::string, std::string> &files) {
            QString trouble = writeBeside(file.path(), file.surroundings().facts().folder.get(), files);
            file.lookAround();
            return trouble;
        });
}

void MainWindow::judgeRefactorings()
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const Analysis &analysis = tab->file().document().analysis();
    const LintContext lint(analysis.syntax, analysis.graph, analysis.options, analysis.settings);
    const RefactorContext context {lint, tab->file().surroundings().facts().manifests.get(),
                                   m_room->images()};
    for (const auto &[refactoring, action] : m_refactorings) {
        QString reason;
        if (tab->file().isTextOnly()) {
            reason = tr("The file is too large to be taken apart.");
        } else {
            const Proposal proposal = propose(*refactoring, context, wishFor(*refactoring, *tab));
            // An answer may be the way out; the panel asks for it.
            if (proposal.isBlocked() && proposal.choices.empty())
                reason = ui::translated("refactor", proposal.reason);
        }
        action->setEnabled(reason.isEmpty());
        action->setProperty(reasonProperty, reason);
        action->setToolTip(reason);
        action->setStatusTip(reason);
    }
}

void MainWindow::releaseRefactorings()
{
    const EditorTab *tab = currentTab();
    for (const auto &[refactoring, action] : m_refactorings)
        action->setEnabled(tab != nullptr);
}

RefactorWish MainWindow::wishFor(const Refactoring &refactoring, EditorTab &tab)
{
    RefactorWish wish;
    if (refactoring.needsCaret)
        wish.caret = std::min(tab.file().selection().range().begin, tab.file().document().text().size());
    return wish;
}

void MainWindow::showChanges()
{
    if (EditorTab *tab = currentTab())
        tab->file().lookAround(); // Other programs write there too.
    if (!m_changesAction->isChecked())
        m_changesAction->trigger();
    else if (auto *dock = qobject_cast<QDockWidget *>(m_changes->parentWidget()))
        dock->raise(); // It may stand behind another.
}

void MainWindow::openRefactoring(const Refactoring &refactoring)
{
    EditorTab *tab = currentTab();
    if (!tab || tab->file().isTextOnly())
        return;
    RefactorWish wish = wishFor(refactoring, *tab);
    showChanges();
    m_changes->open(refactoring, std::move(wish));
    m_changes->setFocus(Qt::ShortcutFocusReason);
}

} // namespace drydock::app
