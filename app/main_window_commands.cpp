// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/editor_tab.h"
#include "app/main_window.h"
#include "ui/palette/command_palette.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QMenuBar>

// Commands and their keys: what the palette offers, what can be rebound.

namespace drydock::app {

void MainWindow::adoptTab(EditorTab &tab)
{
    const ui::TextActions &text = tab.textView()->actions();
    const QString place = tr("Edit");
    for (QAction *action : {text.find, text.findNext, text.findPrevious, text.replace, text.goTo})
        m_shortcuts.adopt(*action, KeyScope::Window, place);
    for (QAction *action : {text.toggleComment, text.foldAll, text.unfoldAll, text.wordWrap})
        m_shortcuts.adopt(*action, KeyScope::Text, place);
    for (QAction *action : {text.cut, text.copy, text.remove})
        action->setProperty(reasonProperty, tr("Nothing is selected in the text."));
}

void MainWindow::openPalette()
{
    if (!m_palette)
        m_palette = new ui::CommandPalette(this);
    ui::PaletteContent content;
    EditorTab *tab = currentTab();
    const auto go = [tab = QPointer<EditorTab>(tab)](TextRange range) {
        if (tab)
            tab->goTo(range);
    };
    if (tab)
        addStages(content, tab->file().document().analysis(), go);
    addCommands(content, *menuBar(), tab != nullptr);
    if (tab)
        addLines(content, tab->file().document().snapshot(), go);
    m_palette->open(std::move(content));
}

} // namespace drydock::app
