// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/choice_row.h"

#include "ui/common/translated.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int shortestShown = 12; ///< Letters.
constexpr std::size_t longestBeside = 20; ///< Letters; longer answers stand below the title.

} // namespace

ChoiceRow::ChoiceRow(const Choice &choice, QWidget *parent)
    : QWidget(parent)
    , m_choice(choice)
    , m_about(new QLabel(this))
{
    const QString title = translated("refactor", choice.title);
    auto *label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    QWidget *editor = nullptr;
    if (choice.answers.empty()) {
        editor = m_line = new QLineEdit(this);
        connect(m_line, &QLineEdit::editingFinished, this, &ChoiceRow::commit);
    } else {
        editor = m_box = new QComboBox(this);
        m_box->setEditable(choice.isOpen);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(shortestShown);
        m_box->setPlaceholderText(tr("Choose…"));
        connect(m_box, &QComboBox::activated, this, &ChoiceRow::commit);
        if (choice.isOpen)
            connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ChoiceRow::commit);
    }
    editor->setAccessibleName(title);
    label->setBuddy(editor);
    setFocusProxy(editor);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    const bool isLong = std::ranges::any_of(
        choice.answers, [](const Choice::Answer &answer) { return answer.value.size() > longestBeside; });
    grid->addWidget(label, 0, 0, 1, isLong ? 2 : 1);
    grid->addWidget(editor, isLong ? 1 : 0, isLong ? 0 : 1, 1, isLong ? 2 : 1);
    grid->addWidget(m_about, 2, 0, 1, 2);
    fill();
}

bool ChoiceRow::fits(const Choice &choice) const
{
    return choice.key == m_choice.key && choice.isOpen == m_choice.isOpen && choice.title == m_choice.title
        && choice.answers.empty() == m_choice.answers.empty();
}

void ChoiceRow::update(const Choice &choice)
{
    m_choice = choice;
    fill();
}

void ChoiceRow::fill()
{
    const QString chosen = QString::fromStdString(m_choice.chosen);
    if (m_line && !m_line->isModified())
        m_line->setText(chosen);
    if (m_box) {
        const QSignalBlocker quiet(m_box);
        const bool isTyping = m_choice.isOpen && m_box->lineEdit()->isModified() && m_box->hasFocus();
        const QString typed = m_box->currentText();
        m_box->clear();
        for (const Choice::Answer &answer : m_choice.answers) {
            m_box->addItem(QString::fromStdString(answer.value));
            m_box->setItemData(m_box->count() - 1, translated("refactor", answer.about), Qt::ToolTipRole);
        }
        m_box->setCurrentIndex(m_box->findText(chosen));
        if (m_choice.isOpen)
            m_box->setEditText(isTyping ? typed : chosen);
        if (m_choice.isOpen && !isTyping)
            m_box->lineEdit()->setCursorPosition(0); // The beginning tells more than the end.
    }
    showAbout(chosen);
}

void ChoiceRow::showAbout(const QString &value)
{
    QString about;
    for (const Choice::Answer &answer : m_choice.answers) {
        if (QString::fromStdString(answer.value) == value)
            about = translated("refactor", answer.about);
    }
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    QWidget *editor = focusProxy();
    editor->setAccessibleDescription(about);
    editor->setToolTip(about);
}

void ChoiceRow::commit()
{
    const QString value = m_line ? m_line->text() : m_box->currentText();
    if (m_line)
        m_line->setModified(false);
    else if (m_box->isEditable())
        m_box->lineEdit()->setModified(false);
    if (value.toStdString() != m_choice.chosen)
        emit chosen(value);
}

} // namespace drydock::ui
