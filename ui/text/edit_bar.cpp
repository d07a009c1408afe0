// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/edit_bar.h"

#include "ui/text/code_edit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace drydock::ui {

EditBar::EditBar(CodeEdit &editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_row(new QHBoxLayout)
    , m_note(new QLabel)
{
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 5, 6, 5);
    column->setSpacing(5);
    column->addLayout(m_row);
    m_row->setSpacing(6);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row->addWidget(m_note, 1);
    auto *close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, &EditBar::closeBar);
    m_row->addWidget(close);
    hide();
}

void EditBar::open()
{
    show();
}

void EditBar::closeBar()
{
    hide();
    m_editor.setFocus();
    emit closed();
}

void EditBar::addField(QWidget *field, int stretch)
{
    m_row->insertWidget(m_fields++, field, stretch);
}

QLineEdit *EditBar::makeField(const QString &placeholder, const QString &accessibleName)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(accessibleName);
    field->setClearButtonEnabled(true);
    field->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    return field;
}

void EditBar::setNote(const QString &note, bool isProblem)
{
    m_note->setText(note);
    m_note->setToolTip({});
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText,
                     m_editor.theme().color(isProblem ? Role::Error : Role::SecondaryText));
    m_note->setPalette(palette);
}

QString EditBar::note() const
{
    return m_note->text();
}

void EditBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else
        QFrame::keyPressEvent(event);
}

} // namespace drydock::ui
