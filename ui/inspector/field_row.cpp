// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/field_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int mostLines = 8;

} // namespace

FieldRow::FieldRow(const FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_id(field.id)
    , m_shape(field.shape)
    , m_error(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    makeEditor(field);
    if (m_shape != FieldShape::Switch) {
        auto *label = new QLabel(field.label, this);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(m_editor);
        column->addWidget(label);
    }
    column->addWidget(m_editor);
    m_editor->setAccessibleName(field.label);
    m_editor->installEventFilter(this);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);
    update(field);
}

void FieldRow::makeEditor(const FormField &field)
{
    const QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    switch (m_shape) {
    case FieldShape::Line:
        m_line = new QLineEdit(this);
        m_line->setFont(mono);
        connect(m_line, &QLineEdit::editingFinished, this, &FieldRow::commit);
        m_editor = m_line;
        break;
    case FieldShape::Lines:
        m_lines = new QPlainTextEdit(this);
        m_lines->setFont(mono);
        m_lines->setTabChangesFocus(true);
        m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_lines->setToolTip(tr("Ctrl+Enter takes it over"));
        m_editor = m_lines;
        break;
    case FieldShape::Choice:
        m_choice = new QComboBox(this);
        m_choice->setFocusPolicy(Qt::StrongFocus);
        connect(m_choice, &QComboBox::activated, this, &FieldRow::commit);
        m_editor = m_choice;
        break;
    case FieldShape::Switch:
        m_switch = new QCheckBox(field.label, this);
        m_switch->setFont(mono);
        connect(m_switch, &QCheckBox::clicked, this, &FieldRow::commit);
        m_editor = m_switch;
        break;
    }
}

void FieldRow::update(const FormField &field)
{
    const bool keepsTyped = isChanged() && m_editor->hasFocus();
    setChoices(field);
    m_accepted = field.text;
    if (!keepsTyped)
        setText(field.text);
    const bool isLocked = !field.locked.isEmpty();
    if (m_line) {
        m_line->setReadOnly(isLocked);
        m_line->setPlaceholderText(field.placeholder);
    } else if (m_lines) {
        m_lines->setReadOnly(isLocked);
    } else {
        m_editor->setEnabled(!isLocked);
    }
    if (isLocked) {
        m_error->setText(field.locked);
        m_error->setForegroundRole(QPalette::PlaceholderText);
        m_error->show();
    } else if (!keepsTyped) {
        m_error->hide();
        m_error->clear();
    }
}

void FieldRow::setChoices(const FormField &field)
{
    if (field.choices == m_choices)
        return;
    m_choices = field.choices;
    if (m_choice) {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        m_choice->addItems(m_choices);
    } else if (m_line) {
        auto *completer = new QCompleter(m_choices, m_line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_line->setCompleter(completer); // Deletes the one before.
    }
}

QString FieldRow::text() const
{
    if (m_line)
        return m_line->text();
    if (m_lines)
        return m_lines->toPlainText();
    if (m_choice)
        return m_choice->currentText();
    return m_switch->isChecked() ? QStringLiteral("on") : QString();
}

void FieldRow::setText(const QString &text)
{
    const QSignalBlocker quiet(m_editor);
    if (m_line && m_line->text() != text) {
        m_line->setText(text);
        m_line->setCursorPosition(0); // The beginning says more than the end.
    } else if (m_lines) {
        if (m_lines->toPlainText() != text)
            m_lines->setPlainText(text);
        const int lines = std::clamp(int(text.count(u'\n')) + 2, 3, mostLines);
        m_lines->setFixedHeight(lines * m_lines->fontMetrics().lineSpacing() + 12);
    } else if (m_choice) {
        m_choice->setCurrentText(text);
    } else if (m_switch) {
        m_switch->setChecked(!text.isEmpty());
    }
}

void FieldRow::commit()
{
    if (isChanged())
        emit committed(text());
}

void FieldRow::giveUp()
{
    setText(m_accepted);
    accept();
}

void FieldRow::accept()
{
    m_accepted = text();
    m_error->hide();
    m_error->clear();
    m_editor->setAccessibleDescription({});
}

void FieldRow::refuse(const QString &sentence, const QColor &color)
{
    if (m_choice || m_switch)
        setText(
            m_accepted); // There is nothing typed that could be lost, and it must not claim what is not so.
    m_error->setText(QStringLiteral("✕ ") + sentence);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color);
    m_error->setPalette(colors);
    m_error->setForegroundRole(QPalette::WindowText);
    m_error->show();
    m_editor->setAccessibleDescription(sentence);
}

QString FieldRow::error() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::FocusOut && m_lines
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        commit();
    if (type != QEvent::KeyPress && type != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEscape = key->key() == Qt::Key_Escape && (isChanged() || !m_error->text().isEmpty());
    const bool isEnter = m_lines && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && key->modifiers().testFlag(Qt::ControlModifier);
    if (!isEscape && !isEnter)
        return QWidget::eventFilter(watched, event);
    if (type == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (isEscape)
        giveUp();
    else
        commit();
    return true;
}

} // namespace drydock::ui
