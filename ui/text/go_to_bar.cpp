// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/go_to_bar.h"

#include "ui/text/code_edit.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace drydock::ui {

GoToBar::GoToBar(CodeEdit &editor, QWidget *parent)
    : EditBar(editor, parent)
    , m_place(makeField(tr("Line or stage"), tr("Line number or stage name")))
{
    setAccessibleName(tr("Go to line or stage"));
    addField(m_place, 1);
}

void GoToBar::open()
{
    QStringList names;
    for (const GraphNode &node : editor().document().analysis().graph.nodes)
        if (node.kind == NodeKind::Stage && !node.name.empty())
            names << QString::fromStdString(node.name);
    auto *completer = new QCompleter(names, m_place);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_place->setCompleter(completer); // Deletes the one before.
    EditBar::open();
    setNote(tr("%n line(s)", nullptr, static_cast<int>(editor().document().text().lineCount())));
    m_place->clear();
    m_place->setFocus();
}

bool GoToBar::goTo(const QString &place)
{
    const Analysis &analysis = editor().document().analysis();
    const QString wanted = place.trimmed();
    bool isNumber = false;
    const qulonglong line = wanted.toULongLong(&isNumber);
    if (isNumber && line >= 1 && line <= analysis.text().lineCount()) {
        const std::size_t offset = analysis.text().lineStart(static_cast<std::size_t>(line) - 1);
        editor().reveal({offset, offset});
        return true;
    }
    const GraphNode *stage = nullptr;
    for (const GraphNode &node : analysis.graph.nodes)
        if (node.kind == NodeKind::Stage
            && QString::fromStdString(node.label()).compare(wanted, Qt::CaseInsensitive) == 0)
            stage = &node; // The last of a name is the one that counts.
    if (stage) {
        editor().reveal({stage->range.begin, stage->range.begin});
        return true;
    }
    setNote(isNumber
                ? tr("There are only %n line(s).", nullptr, static_cast<int>(analysis.text().lineCount()))
                : tr("No stage is called “%1”.").arg(wanted),
            true);
    return false;
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        EditBar::keyPressEvent(event);
    else if (goTo(m_place->text()))
        closeBar();
}

} // namespace drydock::ui
