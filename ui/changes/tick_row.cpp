// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/tick_row.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>

namespace drydock::ui {

QPushButton *makeLink(QWidget *parent)
{
    auto *link = new QPushButton(parent);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont font = link->font();
    font.setUnderline(true);
    link->setFont(font);
    QPalette palette = link->palette();
    palette.setColor(QPalette::ButtonText, palette.color(QPalette::Link));
    link->setPalette(palette);
    // As high as a line of text beside it.
    const QFontMetrics metrics(font);
    link->setFixedHeight(metrics.height() + 2);
    return link;
}

TickRow::TickRow(QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(this))
    , m_label(new QLabel(this))
    , m_link(makeLink(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_label->installEventFilter(this);
    m_link->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    row->addWidget(m_link, 0, Qt::AlignTop);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this, &TickRow::ticked);
    connect(m_link, &QPushButton::clicked, this, &TickRow::linkFollowed);
}

void TickRow::setText(const QString &text)
{
    m_label->setText(text);
    m_box->setAccessibleName(text);
}

QString TickRow::text() const
{
    return m_label->text();
}

void TickRow::setLink(const QString &words)
{
    m_link->setText(words);
    m_link->setVisible(!words.isEmpty());
    m_link->setAccessibleDescription(m_label->text());
    m_label->setCursor(words.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void TickRow::setTicked(bool isTicked)
{
    m_box->setChecked(isTicked);
}

void TickRow::setLocked(const QString &reason)
{
    m_box->setEnabled(reason.isEmpty());
    m_box->setToolTip(reason);
    m_box->setAccessibleDescription(reason);
    m_label->setToolTip(reason);
}

bool TickRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_label && event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        if (!m_link->isHidden())
            emit linkFollowed();
        else
            m_box->click(); // Nothing, if it is locked.
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace drydock::ui
