// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/choice_popover.h"

#include "ui/graph/graph_view.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int leastWidth = 300;
constexpr int mostWidth = 560;
constexpr int besideText = 44; ///< Check mark, frame and air of a line.
constexpr int mostLinesSeen = 6;

} // namespace

ChoicePopover::ChoicePopover(GraphView &view, Place place, const QString &question, const QStringList &lines,
                             Lines kind, const QList<Choice> &choices)
    : Popover(view, std::move(place))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    auto *title = new QLabel(question);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    int width = leastWidth;
    for (const QString &line : lines)
        width = std::max(width,
                         int(QFontMetricsF(view.graphScene().style().fonts.mono).horizontalAdvance(line))
                             + besideText);
    title->setMinimumWidth(std::min(width, mostWidth));
    title->setObjectName(QStringLiteral("popoverTitle"));
    column->addWidget(title);
    if (!lines.isEmpty()) {
        m_list = new QListWidget;
        m_list->setAccessibleName(question);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setTextElideMode(Qt::ElideRight);
        m_list->setFont(view.graphScene().style().fonts.mono);
        m_list->setStyleSheet(
            QStringLiteral(
                "QListWidget { color: %1; background: %2; border: 1px solid %3; border-radius: 4px; }"
                "QListWidget:focus { border: 1px solid %4; }")
                .arg(theme().color(Role::Text).name(), theme().color(Role::Canvas).name(),
                     theme().color(Role::Separator).name(), theme().color(Role::EdgeCopy).name()));
        for (const QString &line : lines) {
            auto *item = new QListWidgetItem(line, m_list); // Owned by the list.
            item->setToolTip(line);
            if (kind == Lines::Checkable)
                item->setCheckState(Qt::Checked);
        }
        const int seen = std::min(mostLinesSeen, int(lines.size()));
        m_list->setFixedHeight(seen * (m_list->sizeHintForRow(0) + 1) + 2 * m_list->frameWidth() + 2);
        m_list->setCurrentRow(0);
        if (kind == Lines::Listed)
            m_list->setFocusPolicy(Qt::ClickFocus);
        column->addWidget(m_list);
    }
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QPushButton(choices[i].text);
        button->setAutoDefault(true);
        button->setEnabled(choices[i].reason.isEmpty());
        button->setToolTip(choices[i].reason);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QPushButton::clicked, this, [this, i] {
            emit chosen(i);
            dismiss();
        });
        column->addWidget(button);
        m_buttons << button;
        if (!choices[i].reason.isEmpty()) {
            auto *reason = new QLabel(choices[i].reason);
            reason->setTextFormat(Qt::PlainText);
            reason->setWordWrap(true);
            reason->setObjectName(QStringLiteral("popoverNote"));
            column->addWidget(reason);
        }
    }
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setFocusPolicy(Qt::StrongFocus);
    connect(cancel, &QPushButton::clicked, this, &ChoicePopover::reject);
    column->addWidget(cancel);
    m_buttons << cancel;
    const auto first = std::find_if(m_buttons.begin(), m_buttons.end(),
                                    [](const QPushButton *button) { return button->isEnabled(); });
    setFocusProxy(*first);
}

std::vector<bool> ChoicePopover::checked() const
{
    std::vector<bool> checked;
    for (int i = 0; m_list && i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        checked.push_back(!(item->flags() & Qt::ItemIsUserCheckable)
                          || item->data(Qt::CheckStateRole).isNull() || item->checkState() == Qt::Checked);
    }
    return checked;
}

void ChoicePopover::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) { // The button that has the focus, else the first.
        for (QPushButton *button : m_buttons) {
            if (button->hasFocus() || (m_list && m_list->hasFocus() && button->isEnabled())) {
                button->click();
                break;
            }
        }
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        event->accept();
        return;
    }
    Popover::keyPressEvent(event);
}

} // namespace drydock::ui
