// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_notice.h"

#include "ui/size/size_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int barWidth = 280; ///< Pixels.
constexpr int barHeight = 6;
constexpr int barSteps = 1000;

} // namespace

SizeNotice::SizeNotice(QWidget *parent)
    : QWidget(parent)
    , m_text(makePlainLabel({}, this))
    , m_detail(makePlainLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QHBoxLayout)
{
    m_text->setAlignment(Qt::AlignCenter);
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(barWidth, barHeight);
    m_buttons->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(m_text);
    column->addWidget(m_detail);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addLayout(m_buttons);
    column->addStretch();
}

QString SizeNotice::text() const
{
    return m_text->text();
}

void SizeNotice::showText(const QString &text, const QString &detail, const std::vector<Choice> &choices)
{
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_progress->hide();
    setAccessibleName(text);
    setChoices(choices);
}

void SizeNotice::showProgress(const QString &text, std::uint64_t done, std::uint64_t total,
                              const std::vector<Choice> &choices)
{
    const bool isSame = m_progress->isVisibleTo(this) && m_buttons->count() == int(choices.size()) + 2;
    m_text->setText(text);
    m_detail->hide();
    m_progress->setAccessibleName(text);
    m_progress->setRange(0, total > 0 ? barSteps : 0);
    if (total > 0)
        m_progress->setValue(int(std::min(1.0, double(done) / double(total)) * barSteps));
    m_progress->show();
    setAccessibleName(text);
    // A button that is made anew with each piece of news would lose the keyboard.
    if (!isSame)
        setChoices(choices);
}

void SizeNotice::setChoices(const std::vector<Choice> &choices)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch();
    setFocusProxy(nullptr);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        connect(button, &QPushButton::clicked, this, choice.chosen);
        m_buttons->addWidget(button);
        button->show();
        if (!focusProxy())
            setFocusProxy(button);
    }
    m_buttons->addStretch();
}

} // namespace drydock::ui
