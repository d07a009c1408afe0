// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/rename_bar.h"

#include "model/language/rename.h"
#include "ui/common/translated.h"
#include "ui/text/code_edit.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace drydock::ui {
namespace {

GestureContext contextOf(const Analysis &analysis)
{
    return {analysis.syntax, analysis.graph, analysis.options};
}

} // namespace

RenameBar::RenameBar(CodeEdit &editor, QWidget *parent)
    : EditBar(editor, parent)
    , m_name(makeField(tr("New name"), tr("New name")))
{
    setAccessibleName(tr("Rename"));
    addField(m_name, 1);
    connect(m_name, &QLineEdit::textEdited, this, &RenameBar::check);
}

void RenameBar::open()
{
    const auto analysis = editor().document().snapshot();
    EditBar::open();
    m_name->clear();
    m_place = std::min(editor().caret(), analysis->text().size());
    const Result<Symbol> symbol = renameable(contextOf(*analysis), m_place);
    m_name->setEnabled(symbol.has_value());
    if (!symbol) {
        setNote(translated("refactor", symbol.error().text), true);
        setFocus();
        return;
    }
    m_place = symbol->at.begin;
    m_name->setText(QString::fromStdString(symbol->name));
    m_name->selectAll();
    m_name->setFocus();
    setNote(tr("%n place(s)", nullptr, static_cast<int>(symbol->occurrences.size())));
}

void RenameBar::check(const QString &name)
{
    const auto analysis = editor().document().snapshot();
    if (m_place > analysis->text().size() || name.isEmpty())
        return;
    const auto plan = renameAt(contextOf(*analysis), m_place, name.toStdString());
    if (!plan)
        setNote(translated("refactor", plan.error().text), true);
    else
        setNote(translated("refactor", plan->notice.source.empty() ? plan->explanation : plan->notice));
}

bool RenameBar::rename(const QString &name)
{
    const auto analysis = editor().document().snapshot();
    if (m_place > analysis->text().size())
        return false;
    const auto plan = renameAt(contextOf(*analysis), m_place, name.toStdString());
    if (!plan) {
        setNote(translated("refactor", plan.error().text), true);
        return false;
    }
    editor().applyEdits(plan->edits, translated("refactor", plan->name));
    editor().reveal(plan->focus);
    return true;
}

void RenameBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        EditBar::keyPressEvent(event);
    else if (!m_name->isEnabled() || rename(m_name->text()))
        closeBar();
}

} // namespace drydock::ui
