// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/editor_tab.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/shortcut_dialog.h"
#include "app/status_line.h"
#include "model/language/symbols.h"
#include "ui/graph/graph_actions.h"
#include "ui/graph/graph_pane.h"
#include "ui/palette/command_palette.h"
#include "ui/rail/order_rail.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <algorithm>
#include <utility>

// Commands and their keys: what the palette offers, what can be rebound.

namespace drydock::app {

void MainWindow::adoptTab(EditorTab &tab)
{
    adoptActions(*tab.textView());
    if (const ui::GraphPane *graph = tab.graphPane())
        adoptActions(*graph);
    if (const ui::OrderRail *rail = tab.rail())
        for (QAction *action : {rail->moveUpAction(), rail->moveDownAction()})
            m_shortcuts.adopt(*action, KeyScope::Rail, tr("Order rail"));
    if (m_largeLetters.isOn())
        tab.textView()->setZoom(tab.textView()->zoom() + LargeLetters::ofText());
}

void MainWindow::adoptActions(const ui::TextView &view)
{
    const ui::TextActions &text = view.actions();
    const QString place = tr("Edit");
    for (QAction *action : {text.find, text.findNext, text.findPrevious, text.replace, text.goTo})
        m_shortcuts.adopt(*action, KeyScope::Window, place);
    for (QAction *action :
         {text.toggleComment, text.complete, text.showParameters, text.rename, text.format,
          text.expandSelection, text.shrinkSelection, text.foldAll, text.unfoldAll, text.wordWrap})
        m_shortcuts.adopt(*action, KeyScope::Text, place);
    for (QAction *action : {text.cut, text.copy, text.remove})
        action->setProperty(reasonProperty, tr("Nothing is selected in the text."));
}

void MainWindow::adoptActions(const ui::GraphPane &pane)
{
    for (QAction *action : pane.actions().all())
        m_shortcuts.adopt(*action, KeyScope::Graph, tr("Stage"));
}

/// The menu shows the very actions of the graph in front, as the Edit menu does with those of the text.
void MainWindow::updateStageMenu()
{
    for (QAction *action : std::exchange(m_stageActions, {})) {
        m_stageMenu->removeAction(action);
        m_boxMenu->removeAction(action);
    }
    m_stageMenu->clear(); // Separators.
    const EditorTab *tab = currentTab();
    const ui::GraphPane *graph = tab ? tab->graphPane() : nullptr;
    m_stageMenu->menuAction()->setEnabled(graph);
    if (!graph)
        return;
    const ui::GraphActions &actions = graph->actions();
    const QList<QList<QAction *>> groups {
        {actions.newStage, actions.copyFrom, actions.mount, actions.changeBase},
        {actions.insertBetween, actions.reconnect},
        {actions.rename, actions.copy, actions.paste, actions.duplicate, actions.remove},
        {actions.moveUp, actions.moveDown},
        {actions.setTarget, actions.expand, actions.tidy}};
    for (const QList<QAction *> &group : groups) {
        m_stageMenu->addActions(group);
        m_stageMenu->addSeparator();
        m_stageActions += group;
    }
    for (QAction *action : actions.all()) {
        if (!m_stageActions.contains(action)) {
            m_boxMenu->addAction(action);
            m_stageActions.append(action);
        }
    }
    m_stageMenu->addMenu(m_boxMenu);
    m_stageMenu->addMenu(m_refactorMenu);
}

void MainWindow::openPalette()
{
    ui::PaletteContent content;
    EditorTab *tab = currentTab();
    const auto go = [tab = QPointer<EditorTab>(tab)](TextRange range) {
        if (tab)
            tab->goTo(range);
    };
    if (tab)
        addStages(content, tab->file().document().analysis(), go);
    judgeRefactorings();
    addCommands(content, *menuBar(), tab != nullptr);
    releaseRefactorings();
    if (tab)
        addLines(content, tab->file().document().snapshot(), go);
    showPalette(std::move(content));
}

void MainWindow::showPalette(ui::PaletteContent content)
{
    if (!m_palette)
        m_palette = new ui::CommandPalette(this);
    m_palette->open(std::move(content));
}

/// Every command is in the list, also those of views that nobody has opened yet.
void MainWindow::configureShortcuts()
{
    if (!m_shortcuts.find(QStringLiteral("text.find"))) {
        Document document;
        ui::Selection selection;
        ui::TextView view(document, selection);
        adoptActions(view);
        adoptActions(ui::GraphPane(document, selection));
    }
    ShortcutDialog dialog(m_shortcuts, this);
    dialog.exec();
}

void MainWindow::goToDefinition()
{
    EditorTab *tab = currentTab();
    const Analysis &analysis = tab->file().document().analysis();
    const std::size_t caret = std::min(tab->file().selection().range().begin, analysis.text().size());
    const GestureContext context {analysis.syntax, analysis.graph, analysis.options};
    if (const auto symbol = symbolAt(context, caret)) {
        if (symbol->isDefined)
            return tab->goTo(symbol->definition);
        m_status->showMessage(tr("“%1” is not made in this file.").arg(QString::fromStdString(symbol->name)),
                              6000);
        return;
    }
    // Elsewhere in a line that uses one stage that stage is meant.
    const std::size_t edge = analysis.graph.edgeAt(analysis.syntax, caret);
    if (edge < analysis.graph.edges.size()) {
        const GraphNode &source = analysis.graph.nodes[analysis.graph.edges[edge].source.value];
        if (source.kind == NodeKind::Stage)
            return tab->goTo(source.range);
        m_status->showMessage(tr("“%1” is not made in this file.").arg(QString::fromStdString(source.name)),
                              6000);
        return;
    }
    m_status->showMessage(tr("Put the cursor on a stage, a variable or a line that uses a stage."), 6000);
}

void MainWindow::showReferences()
{
    EditorTab *tab = currentTab();
    const Analysis &analysis = tab->file().document().analysis();
    const std::size_t caret = std::min(tab->file().selection().range().begin, analysis.text().size());
    const GestureContext context {analysis.syntax, analysis.graph, analysis.options};
    std::optional<Symbol> symbol = symbolAt(context, caret);
    const InstructionIndex at = analysis.syntax.instructionAt(caret);
    const std::size_t edge = analysis.graph.edgeAt(analysis.syntax, caret);
    if (!symbol && at && analysis.syntax.at(at).keyword == Keyword::From)
        symbol = symbolAt(context, analysis.syntax.at(at).keywordRange.begin);
    else if (!symbol && edge < analysis.graph.edges.size())
        symbol = symbolAt(context, analysis.graph.edges[edge].cause.begin);
    if (!symbol) {
        m_status->showMessage(tr("Put the cursor on a stage, a variable or a line that uses a stage."), 6000);
        return;
    }
    ui::PaletteContent content;
    addOccurrences(content, analysis, *symbol, [tab = QPointer<EditorTab>(tab)](TextRange range) {
        if (tab)
            tab->goTo(range);
    });
    if (content.entries.empty()) {
        const QString name = symbol->kind == SymbolKind::Stage
            ? QString::fromStdString(analysis.graph.nodes[symbol->stage.value].label())
            : QString::fromStdString(symbol->name);
        m_status->showMessage(tr("Nothing uses “%1”.").arg(name), 6000);
        return;
    }
    showPalette(std::move(content));
}

} // namespace drydock::app
