// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_bar.h"

#include "app/appearance.h"
#include "app/icons.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace drydock::app {
namespace {

using ui::Role;

constexpr int glyphSize = 18;
constexpr int stripeWidth = 4;

Role roleOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return Role::EdgeCopy;
    case NoticeLevel::Warning:
        return Role::Warning;
    case NoticeLevel::Error:
        break;
    }
    return Role::Error;
}

QString glyphOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return QStringLiteral("info");
    case NoticeLevel::Warning:
        return QStringLiteral("warning");
    case NoticeLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace

MessageBar::MessageBar(const Notice &notice, QWidget *parent)
    : QFrame(parent)
    , m_notice(notice)
    , m_glyph(new QLabel(this))
{
    auto *sentence = new QLabel(this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(notice.text);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAccessibleName(notice.text);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(stripeWidth + 10, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_glyph);
    layout->addWidget(sentence, 1);
    for (const NoticeAction action : notice.actions) {
        if (action == NoticeAction::Dismiss) {
            auto *close = new QToolButton(this);
            close->setAutoRaise(true);
            close->setIcon(symbolicIcon(QStringLiteral("close")));
            close->setToolTip(labelOf(action));
            close->setAccessibleName(labelOf(action));
            connect(close, &QToolButton::clicked, this,
                    [this, action] { emit answered(m_notice.kind, action); });
            layout->addWidget(close);
        } else {
            auto *button = new QPushButton(labelOf(action), this);
            button->setAutoDefault(false);
            connect(button, &QPushButton::clicked, this,
                    [this, action] { emit answered(m_notice.kind, action); });
            layout->addWidget(button);
        }
    }
    showGlyph();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::labelOf(NoticeAction action)
{
    switch (action) {
    case NoticeAction::Recover:
        return tr("Recover");
    case NoticeAction::Discard:
        return tr("Discard");
    case NoticeAction::Reload:
        return tr("Reload");
    case NoticeAction::KeepMine:
        return tr("Keep mine");
    case NoticeAction::Compare:
        return tr("Compare");
    case NoticeAction::Save:
        return tr("Save");
    case NoticeAction::SaveAs:
        return tr("Save as…");
    case NoticeAction::Overwrite:
        return tr("Save mine anyway");
    case NoticeAction::Dismiss:
        break;
    }
    return tr("Close");
}

void MessageBar::showGlyph()
{
    m_glyph->setPixmap(symbolicPixmap(glyphOf(m_notice.level),
                                      themeOf(palette()).color(roleOf(m_notice.level)), glyphSize,
                                      devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showGlyph();
    QFrame::changeEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const ui::Theme &theme = themeOf(palette());
    QPainter painter(this);
    const QColor accent = theme.color(roleOf(m_notice.level));
    QColor tint = accent;
    tint.setAlpha(theme.isDark() ? 30 : 18);
    painter.fillRect(rect(), theme.color(Role::Node));
    painter.fillRect(rect(), tint);
    painter.fillRect(0, 0, stripeWidth, height(), accent);
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Role::Separator));
}

MessageStack::MessageStack(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void MessageStack::setNotices(const std::vector<Notice> &notices)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        // Later: the click that led here may still be inside the bar.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Notice &notice : notices) {
        auto *bar = new MessageBar(notice, this);
        connect(bar, &MessageBar::answered, this, &MessageStack::answered);
        m_layout->addWidget(bar);
    }
    setVisible(!notices.empty());
}

} // namespace drydock::app
