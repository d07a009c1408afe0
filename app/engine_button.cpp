// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_button.h"

#include "app/appearance.h"
#include "app/words.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace drydock::app {
namespace {

constexpr int signSize = 14;
constexpr qsizetype longestWord = 60; ///< Characters of what an engine says of itself.

/// A disc for what answers, a ring for what is asked, a crossed ring for what is not there.
QPixmap signFor(EngineReach reach, const ui::Theme &theme, qreal scale)
{
    QPixmap picture(QSize(signSize, signSize) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc(2.5, 2.5, signSize - 5, signSize - 5);
    const QColor color = theme.color(reach == EngineReach::Reached       ? ui::Role::Cached
                                         : reach == EngineReach::Missing ? ui::Role::Error
                                                                         : ui::Role::SecondaryText);
    QPen pen(color, 1.8);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    switch (reach) {
    case EngineReach::Reached:
        painter.setBrush(color);
        painter.drawEllipse(disc);
        break;
    case EngineReach::Missing:
        painter.drawEllipse(disc);
        painter.drawLine(disc.center() + QPointF(-2, -2), disc.center() + QPointF(2, 2));
        painter.drawLine(disc.center() + QPointF(-2, 2), disc.center() + QPointF(2, -2));
        break;
    case EngineReach::Asking:
    case EngineReach::Unknown:
        pen.setDashPattern({1.2, 1.6});
        painter.setPen(pen);
        painter.drawEllipse(disc);
        break;
    }
    return picture;
}

/// "&" would be taken for the sign of a short cut.
QString inMenu(const QString &text)
{
    return text.simplified().left(120).replace(u'&', QStringLiteral("&&"));
}

} // namespace

EngineButton::EngineButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setAutoRaise(true);
    setIconSize({signSize, signSize});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &EngineButton::fillMenu);
    setStatus({});
}

QString EngineButton::words() const
{
    switch (m_status.reach) {
    case EngineReach::Reached:
        return m_status.label.simplified().left(longestWord);
    case EngineReach::Missing:
        return tr("no engine");
    case EngineReach::Asking:
    case EngineReach::Unknown:
        break;
    }
    return tr("looking for an engine …");
}

void EngineButton::setStatus(const EngineStatus &status)
{
    m_status = status;
    setText(words().replace(u'&', QStringLiteral("&&")) + QStringLiteral(" ▾"));
    setAccessibleName(tr("Engine: %1").arg(words()));
    setToolTip(plainToolTip(status.reason.isEmpty() ? words() : words() + u'\n' + status.reason.left(400)));
    setVisible(status.reach != EngineReach::Unknown);
    fillMenu();
    updateIcon();
}

void EngineButton::setWordsShown(bool areShown)
{
    setToolButtonStyle(areShown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void EngineButton::fillMenu()
{
    m_menu->clear();
    auto *group = new QActionGroup(m_menu);
    for (std::size_t i = 0; i < m_status.choices.size(); ++i) {
        const EngineEntry &choice = m_status.choices[i];
        const QString name = choice.name.isEmpty() ? choice.description : choice.name;
        // A tab puts the address where short cuts stand.
        QAction *action = m_menu->addAction(inMenu(name) + u'\t' + inMenu(choice.url));
        action->setToolTip(plainToolTip(choice.description));
        action->setCheckable(true);
        action->setChecked(choice.isCurrent);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { emit chosen(i); });
    }
    if (!m_status.choices.empty())
        m_menu->addSeparator();
    connect(m_menu->addAction(tr("Try Again")), &QAction::triggered, this, &EngineButton::retryRequested);
    connect(m_menu->addAction(tr("Start from a Saved Image…")), &QAction::triggered, this,
            &EngineButton::savedImageRequested);
}

void EngineButton::updateIcon()
{
    setIcon(signFor(m_status.reach, themeOf(palette()), std::max(1.0, devicePixelRatioF())));
}

void EngineButton::paintEvent(QPaintEvent * /*event*/)
{
    // The style puts its arrow into the corner, below the line; ours is a part of the words.
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

void EngineButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

} // namespace drydock::app
