// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/path_popover.h"

#include "ui/graph/graph_view.h"

#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace drydock::ui {
namespace {

constexpr int fieldWidth = 250;

} // namespace

PathPopover::PathPopover(GraphView &view, Place place, const QString &title, const Paths &proposed,
                         const QStringList &fromCandidates, const QStringList &toCandidates, Check check)
    : Popover(view, std::move(place))
    , m_from(makeField(tr("Path in the source"), proposed.from, fromCandidates))
    , m_to(makeField(tr("Destination"), proposed.to, toCandidates))
    , m_note(new QLabel)
    , m_check(std::move(check))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    auto *heading = new QLabel(title);
    heading->setTextFormat(Qt::PlainText);
    heading->setObjectName(QStringLiteral("popoverTitle"));
    grid->addWidget(heading, 0, 0, 1, 2);
    const auto addRow = [&](int row, const QString &text, QLineEdit *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    addRow(1, tr("&Copy"), m_from);
    addRow(2, tr("&to"), m_to);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    grid->addWidget(m_note, 3, 0, 1, 2);
    connect(m_from, &QLineEdit::textChanged, this, &PathPopover::update);
    connect(m_to, &QLineEdit::textChanged, this, &PathPopover::update);
    setFocusProxy(m_from);
    m_from->selectAll();
    update();
}

QLineEdit *PathPopover::makeField(const QString &name, const QString &text, const QStringList &candidates)
{
    auto *field = new QLineEdit(text, this);
    field->setAccessibleName(name);
    field->setFont(view().graphScene().style().fonts.mono);
    field->setMinimumWidth(fieldWidth);
    if (!candidates.isEmpty()) {
        auto *completer = new QCompleter(candidates, field);
        completer->setFilterMode(Qt::MatchContains);
        field->setCompleter(completer);
        field->installEventFilter(this);
    }
    return field;
}

PathPopover::Paths PathPopover::paths() const
{
    return {m_from->text().trimmed(), m_to->text().trimmed()};
}

void PathPopover::settle()
{
    if (m_check(paths()).isEmpty())
        accept();
    else
        dismiss();
}

void PathPopover::update()
{
    const QString reason = m_check(paths());
    const bool isWrong = !reason.isEmpty();
    m_from->setStyleSheet(fieldStyle(theme(), isWrong));
    m_to->setStyleSheet(fieldStyle(theme(), isWrong));
    m_note->setObjectName(isWrong ? QStringLiteral("popoverError") : QStringLiteral("popoverNote"));
    m_note->setStyleSheet(
        QStringLiteral("color: %1").arg(theme().color(isWrong ? Role::Error : Role::SecondaryText).name()));
    m_note->setText(isWrong ? reason : tr("Enter keeps it, Esc removes it"));
}

void PathPopover::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_check(paths()).isEmpty())
        return;
    Popover::keyPressEvent(event);
}

} // namespace drydock::ui
