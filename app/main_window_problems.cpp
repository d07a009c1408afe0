// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/problem_list.h"
#include "app/status_line.h"
#include "ui/common/translated.h"

#include <algorithm>

// From problem to problem.

namespace drydock::app {

void MainWindow::showProblems()
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const Analysis &analysis = tab->file().document().analysis();
    if (analysis.diagnostics.size() == 1) {
        tab->goTo(analysis.diagnostics.front().range);
        return;
    }
    auto *list = new ProblemList(analysis, this); // Deletes itself.
    connect(list, &ProblemList::chosen, tab, &EditorTab::goTo);
    list->popUp(m_status->mapToGlobal(QPoint(8, 0)));
}

void MainWindow::goToProblem(int direction)
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const std::vector<Diagnostic> &all = tab->file().document().analysis().diagnostics;
    if (all.empty()) {
        m_status->showMessage(tr("There are no problems."), 4000);
        return;
    }
    const std::size_t caret = tab->file().selection().range().begin;
    const Diagnostic *next = nullptr;
    if (direction > 0) {
        const auto at = std::find_if(all.begin(), all.end(),
                                     [caret](const Diagnostic &each) { return each.range.begin > caret; });
        next = at == all.end() ? &all.front() : &*at;
    } else {
        const auto at = std::find_if(all.rbegin(), all.rend(),
                                     [caret](const Diagnostic &each) { return each.range.begin < caret; });
        next = at == all.rend() ? &all.back() : &*at;
    }
    tab->goTo(next->range);
    m_status->showMessage(ui::translated("lint", next->message).simplified().left(200), 8000);
}

} // namespace drydock::app
