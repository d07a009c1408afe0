// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_dialog.h"
#include "app/editor_tab.h"
#include "app/help_panel.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/status_line.h"
#include "model/lint/fixes.h"
#include "ui/common/translated.h"
#include "ui/problems/problems_panel.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

// From problem to problem, and what can be done about one.

namespace drydock::app {
namespace {

constexpr int problemsHeight = 240;
constexpr int sentenceTime = 8000; ///< Milliseconds.

} // namespace

void MainWindow::makeProblemsPanel()
{
    QAction *action
        = addAction(m_editMenu, "problems.list", tr("Pro&blems"), {}, {QKeySequence(Qt::CTRL | Qt::Key_2)});
    m_problemsAction = action;
    m_panels.add(
        {QStringLiteral("problems"), action, Qt::BottomDockWidgetArea, problemsHeight, [this] {
             auto *dock = new QDockWidget(tr("Problems"), this);
             m_problems = new ui::ProblemsPanel(dock);
             connect(m_problems, &ui::ProblemsPanel::statusText, this,
                     [this](const QString &text) { m_status->showMessage(text, sentenceTime); });
             connect(m_problems, &ui::ProblemsPanel::chosen, this, [this](TextRange range) {
                 if (EditorTab *tab = currentTab())
                     tab->goTo(range);
             });
             connect(m_problems, &ui::ProblemsPanel::explainRequested, this, &MainWindow::explainRule);
             connect(m_problems, &ui::ProblemsPanel::configureRequested, this, &MainWindow::configureChecks);
             dock->setWidget(m_problems);
             updateProblems();
             return dock;
         }});
}

void MainWindow::updateProblems()
{
    if (!m_problems)
        return;
    m_problems->setTheme(m_appearance.kind());
    EditorTab *tab = currentTab();
    if (tab && !tab->file().isTextOnly())
        m_problems->setDocument(&tab->file().document(), &tab->file().selection());
    else
        m_problems->setDocument(nullptr, nullptr);
}

void MainWindow::showProblems()
{
    if (!m_problemsAction->isChecked())
        m_problemsAction->trigger();
    else if (m_problems)
        m_problems->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::explainRule(const QString &rule)
{
    if (!m_helpAction->isChecked())
        m_helpAction->trigger();
    m_help->showRule(rule);
}

void MainWindow::configureChecks(const QString &rule)
{
    EditorTab *tab = currentTab();
    CheckDialog dialog(m_settings.checks, tab ? &tab->file().surroundings().facts() : nullptr, this);
    connect(&dialog, &CheckDialog::chosen, &m_files, &FileController::chooseChecks);
    connect(&dialog, &CheckDialog::explainRequested, this, &MainWindow::explainRule);
    dialog.showRule(rule);
    dialog.exec();
}

void MainWindow::goToProblem(int direction)
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    // Advice is passed over as long as there is something worse.
    const std::vector<Diagnostic> &all = tab->file().document().analysis().diagnostics;
    const auto isWorse = [](const Diagnostic &each) { return each.severity >= Severity::Warning; };
    const bool hasWorse = std::ranges::any_of(all, isWorse);
    std::vector<const Diagnostic *> wanted;
    for (const Diagnostic &each : all)
        if (!hasWorse || isWorse(each))
            wanted.push_back(&each);
    if (wanted.empty()) {
        m_status->showMessage(tr("There are no problems."), 4000);
        return;
    }
    const std::size_t caret = tab->file().selection().range().begin;
    const Diagnostic *next = nullptr;
    if (direction > 0) {
        const auto at = std::find_if(wanted.begin(), wanted.end(),
                                     [caret](const Diagnostic *each) { return each->range.begin > caret; });
        next = at == wanted.end() ? wanted.front() : *at;
    } else {
        const auto at = std::find_if(wanted.rbegin(), wanted.rend(),
                                     [caret](const Diagnostic *each) { return each->range.begin < caret; });
        next = at == wanted.rend() ? wanted.back() : *at;
    }
    tab->goTo(next->range);
    m_status->showMessage(ui::translated("lint", next->message).simplified().left(200), sentenceTime);
}

void MainWindow::showFixes()
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    Document &document = tab->file().document();
    const Analysis &analysis = document.analysis();
    const std::size_t line = analysis.text().lineAt(tab->file().selection().range().begin);
    QMenu menu(this);
    for (const Diagnostic &finding : analysis.diagnostics) {
        if (analysis.text().lineAt(finding.range.begin) > line
            || analysis.text().lineAt(finding.range.end) < line)
            continue;
        if (!menu.isEmpty())
            menu.addSeparator();
        menu.addAction(QString(ui::translated("lint", finding.message).simplified().left(90))
                           .replace(u'&', QLatin1String("&&")))
            ->setEnabled(false); // A heading.
        for (const Fix &fix : offeredFixes(analysis.syntax, finding)) {
            const QString title = ui::translated("lint", fix.title);
            connect(menu.addAction(QString(title).replace(u'&', QLatin1String("&&"))), &QAction::triggered,
                    &document,
                    [&document, fix, title] { document.apply(fix.edits, Origin::Refactoring, title); });
        }
        const QString rule = QString::fromStdString(finding.rule);
        connect(menu.addAction(tr("Explain %1").arg(rule)), &QAction::triggered, this,
                [this, rule] { explainRule(rule); });
    }
    if (menu.isEmpty()) {
        m_status->showMessage(tr("There is no problem in this line."), 4000);
        return;
    }
    const ui::TextView *text = tab->textView();
    menu.exec(text ? text->caretPosition() : QCursor::pos());
}

} // namespace drydock::app
