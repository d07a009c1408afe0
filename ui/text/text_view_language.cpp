// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/formatter.h"
#include "model/language/links.h"
#include "model/language/selection_ranges.h"
#include "model/language/symbols.h"
#include "ui/text/code_assist.h"
#include "ui/text/code_edit.h"
#include "ui/text/find_bar.h"
#include "ui/text/go_to_bar.h"
#include "ui/text/rename_bar.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QDesktopServices>
#include <QUrl>

// What the text view does with the language it shows.

namespace drydock::ui {

void TextView::makeLanguageActions()
{
    const auto keys
        = [](const char *text) { return QList<QKeySequence> {QKeySequence(QString::fromLatin1(text))}; };
    m_actions.complete
        = makeAction("text.complete", tr("Co&mplete"), keys("Ctrl+Space"), &TextView::complete);
    m_actions.showParameters = makeAction("text.showParameters", tr("Show pa&rameters"),
                                          keys("Ctrl+Shift+Space"), &TextView::showParameters);
    m_actions.rename = makeAction("text.rename", tr("Re&name…"), keys("F2"), &TextView::openRename);
    m_actions.format = makeAction("text.format", tr("F&ormat"), keys("Ctrl+Shift+F"), &TextView::format);
    m_actions.expandSelection = makeAction("text.expandSelection", tr("E&xpand selection"),
                                           keys("Alt+Shift+Right"), &TextView::expandSelection);
    m_actions.shrinkSelection = makeAction("text.shrinkSelection", tr("Shr&ink selection"),
                                           keys("Alt+Shift+Left"), &TextView::shrinkSelection);
    connect(m_editor, &CodeEdit::followRequested, this, &TextView::follow);
}

void TextView::complete()
{
    m_editor->assist().complete();
}

void TextView::showParameters()
{
    m_editor->assist().showSignature();
}

void TextView::openRename()
{
    if (isReadOnlyView())
        return;
    m_findBar->hide();
    m_goToBar->hide();
    m_renameBar->open();
}

void TextView::format()
{
    m_editor->mirror().flush();
    m_editor->applyEdits(formatEdits(m_document.analysis().syntax), tr("Format"));
}

void TextView::expandSelection()
{
    m_editor->mirror().flush();
    const TextRange selected = m_editor->selectedRange();
    // What was selected otherwise since is no step of this way.
    if (m_selected.empty() || m_selected.back() != selected)
        m_selected = {selected};
    const TextRange wider = expandedSelection(m_document.analysis().syntax, selected);
    if (wider == selected)
        return;
    m_selected.push_back(wider);
    m_editor->reveal(wider);
}

void TextView::shrinkSelection()
{
    if (m_selected.size() < 2 || m_selected.back() != m_editor->selectedRange())
        return;
    m_selected.pop_back();
    m_editor->reveal(m_selected.back());
}

void TextView::follow(std::size_t offset)
{
    const Analysis &analysis = m_document.analysis();
    if (offset > analysis.text().size())
        return;
    const GestureContext context {analysis.syntax, analysis.graph, analysis.options};
    if (const auto symbol = symbolAt(context, offset); symbol && symbol->isDefined) {
        reveal(symbol->definition, true);
        return;
    }
    for (const Link &link : linksOf(analysis.syntax, analysis.graph)) {
        if (link.range.touches(offset)) {
            QDesktopServices::openUrl(QUrl(QString::fromStdString(link.target), QUrl::StrictMode));
            return;
        }
    }
}

} // namespace drydock::ui
