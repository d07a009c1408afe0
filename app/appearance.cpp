// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include <QApplication>
#include <QEvent>

#include <array>
#include <utility>

namespace drydock::app {
namespace {

using ui::Theme;
using ui::ThemeKind;

constexpr std::array<const char *, 4> choiceNames {"auto", "light", "dark", "high-contrast"};

} // namespace

const char *nameOf(ThemeChoice choice)
{
    return choiceNames[static_cast<std::size_t>(choice)];
}

bool readThemeChoice(const QString &name, ThemeChoice &choice)
{
    for (std::size_t i = 0; i < choiceNames.size(); ++i) {
        if (name == QLatin1String(choiceNames[i])) {
            choice = static_cast<ThemeChoice>(i);
            return true;
        }
    }
    return false;
}

const Theme &themeOf(const QPalette &palette)
{
    const Theme &highContrast = Theme::of(ThemeKind::HighContrast);
    if (palette.color(QPalette::Window) == highContrast.palette().color(QPalette::Window))
        return highContrast;
    return Theme::of(Theme::kindFor(palette));
}

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_desktopKind(Theme::kindFor(QApplication::palette()))
{
    qApp->installEventFilter(this);
    m_kind = m_desktopKind;
    apply();
}

void Appearance::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isApplying)
        return false;
    if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp) {
        m_desktopKind = Theme::kindFor(QApplication::palette());
        apply();
    } else if (event->type() == QEvent::ThemeChange) {
        // Our own palette hides the desktop's: take it away for a moment.
        m_isApplying = true;
        QApplication::setPalette(QPalette());
        m_desktopKind = Theme::kindFor(QApplication::palette());
        m_isApplying = false;
        apply();
    }
    return false;
}

void Appearance::apply()
{
    ThemeKind kind = m_desktopKind;
    if (m_choice == ThemeChoice::Light)
        kind = ThemeKind::Light;
    else if (m_choice == ThemeChoice::Dark)
        kind = ThemeKind::Dark;
    else if (m_choice == ThemeChoice::HighContrast)
        kind = ThemeKind::HighContrast;
    m_isApplying = true;
    QApplication::setPalette(Theme::of(kind).palette());
    m_isApplying = false;
    if (std::exchange(m_kind, kind) != kind)
        emit kindChanged(kind);
}

} // namespace drydock::app
