// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/card_field.h"

#include "ui/graph/graph_view.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int narrowest = 190;
constexpr int inset = 3; ///< Of the field in its frame.

} // namespace

CardField::CardField(GraphView &view, Place place, const QString &name, const QString &text,
                     const QStringList &known, Check check)
    : Popover(view, std::move(place))
    , m_field(new QLineEdit(text))
    , m_reason(new QLabel)
    , m_check(std::move(check))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(inset, inset, inset, inset);
    column->setSpacing(inset);
    column->addWidget(m_field);
    column->addWidget(m_reason);
    m_reason->setObjectName(QStringLiteral("popoverError"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_field->setAccessibleName(name);
    m_field->selectAll();
    m_field->installEventFilter(this);
    if (!known.isEmpty()) {
        auto *completer = new QCompleter(known, m_field);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_field->setCompleter(completer);
    }
    connect(m_field, &QLineEdit::textChanged, this, &CardField::update);
    setFocusProxy(m_field);
    update();
}

QString CardField::text() const
{
    return m_field->text().trimmed();
}

void CardField::settle()
{
    if (m_check(text()).isEmpty())
        accept();
    else
        dismiss();
}

void CardField::update()
{
    const QString reason = m_check(text());
    m_field->setStyleSheet(fieldStyle(theme(), !reason.isEmpty()));
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    layout()->activate();
    place();
}

/// Over the line it edits, not beside it.
QRect CardField::geometryFor(const QRect &place) const
{
    const int width = std::max(narrowest, place.width() + 4 * inset);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    const int fieldHeight = m_field->sizeHint().height() + 2 * inset;
    QRect rect(place.left() - 2 * inset, place.center().y() - fieldHeight / 2, width, height);
    const QRect pane = parentWidget()->rect();
    rect.moveLeft(std::clamp(rect.left(), 0, std::max(0, pane.width() - rect.width())));
    rect.moveTop(std::clamp(rect.top(), 0, std::max(0, pane.height() - rect.height())));
    return rect;
}

void CardField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_check(text()).isEmpty())
        return; // The reason stands below.
    Popover::keyPressEvent(event);
}

bool CardField::eventFilter(QObject *watched, QEvent *event)
{
    // The keyboard went elsewhere, but not to the list of what is known or to another program.
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<const QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            settle();
    }
    return Popover::eventFilter(watched, event);
}

} // namespace drydock::ui
