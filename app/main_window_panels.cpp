// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/help_panel.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/status_line.h"
#include "ui/graph/graph_pane.h"
#include "ui/inspector/inspector.h"
#include "ui/rail/order_rail.h"
#include "ui/text/text_view.h"

#include <QApplication>
#include <QMenu>
#include <QUndoView>

#include <algorithm>

// The window's docks, the way from pane to pane, and the presentation, which hides them.

namespace drydock::app {
namespace {

constexpr int helpWidth = 360;
constexpr int historyWidth = 260;
constexpr int inspectorWidth = 330;
constexpr int sentenceTime = 8000; ///< Milliseconds.

} // namespace

void MainWindow::makePanels(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("Pa&nels"));
    QAction *inspector = addAction(menu, "panel.inspector", tr("&Inspector"), {}, {QKeySequence(Qt::Key_F4)});
    m_panels.add({QStringLiteral("inspector"), inspector, Qt::RightDockWidgetArea, inspectorWidth, [this] {
                      auto *dock = new QDockWidget(tr("Inspector"), this);
                      m_inspector = new ui::Inspector(dock);
                      connect(m_inspector, &ui::Inspector::statusText, this,
                              [this](const QString &text) { m_status->showMessage(text, sentenceTime); });
                      dock->setWidget(m_inspector);
                      updateInspector();
                      return dock;
                  }});
    makeChangesPanel(menu);
    makeEnginePanels(menu);
    QAction *history = addAction(menu, "panel.history", tr("&History"), {}, {});
    m_panels.add({QStringLiteral("history"), history, Qt::RightDockWidgetArea, historyWidth, [this] {
                      auto *dock = new QDockWidget(tr("History"), this);
                      auto *steps = new QUndoView(&m_undoGroup, dock);
                      steps->setEmptyLabel(tr("As it was opened"));
                      steps->setFrameShape(QFrame::NoFrame);
                      steps->setAccessibleName(tr("History"));
                      steps->setWhatsThis(
                          tr("Every step that can be undone. Choosing one takes the text there."));
                      dock->setWidget(steps);
                      return dock;
                  }});
    m_helpAction = addAction(menu, "help.reference", tr("&Instruction Reference"), QStringLiteral("help"),
                             {QKeySequence(Qt::Key_F1)});
    m_panels.add(
        {QStringLiteral("instructionReference"), m_helpAction, Qt::RightDockWidgetArea, helpWidth, [this] {
             m_help = new HelpPanel(this);
             return m_help;
         }});
    connect(&m_panels, &Panels::shown, this, [this](const QString &id) {
        if (id != QLatin1String("instructionReference"))
            return;
        if (!currentTab())
            m_help->showPage(Keyword::Unknown);
        updateHelp();
    });
}

void MainWindow::updateInspector()
{
    if (!m_inspector)
        return;
    m_inspector->setTheme(m_appearance.kind());
    EditorTab *tab = currentTab();
    if (tab && !tab->file().isTextOnly())
        m_inspector->setDocument(&tab->file().document(), &tab->file().selection());
    else
        m_inspector->setDocument(nullptr, nullptr);
}

void MainWindow::movePane(int direction)
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const QWidget *focus = QApplication::focusWidget();
    // Graph and text first: of a maximised pair one is hidden, and is shown by going there.
    std::vector<QWidget *> places;
    if (tab->graphPane())
        places.push_back(tab->graphPane());
    places.push_back(tab->textView());
    std::size_t current = tab->currentPane() == EditorTab::Pane::Graph ? 0 : places.size() - 1;
    if (tab->rail())
        places.push_back(tab->rail());
    for (QDockWidget *dock : m_panels.visible())
        places.push_back(dock->widget());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (focus && (places[i] == focus || places[i]->isAncestorOf(focus)))
            current = i;
    const std::size_t next = (current + places.size() + std::size_t(direction)) % places.size();
    if (places[next] == tab->graphPane())
        tab->focusPane(EditorTab::Pane::Graph);
    else if (places[next] == tab->textView())
        tab->focusPane(EditorTab::Pane::Text);
    else
        places[next]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::setPresenting(bool on)
{
    if (on == m_largeLetters.isOn())
        return;
    if (on) {
        m_panels.hideAll();
        m_largeLetters.begin();
    } else {
        m_largeLetters.end();
        m_panels.showAgain();
    }
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *tab = qobject_cast<EditorTab *>(m_tabs->widget(i));
        tab->setTheme(m_appearance.kind()); // The graph takes its fonts anew.
        if (ui::TextView *text = tab->textView())
            text->setZoom(text->zoom() + (on ? LargeLetters::ofText() : -LargeLetters::ofText()));
    }
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    m_presentation->setChecked(on);
}

} // namespace drydock::app
