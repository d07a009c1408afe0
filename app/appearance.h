// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

namespace drydock::app {

/// What the reader has asked for in View ▸ Theme.
enum class ThemeChoice : std::uint8_t { Auto, Light, Dark, HighContrast };

/// "auto", "light", "dark", "high-contrast": for settings and the command line.
const char *nameOf(ThemeChoice choice);
/// \returns false and changes nothing if there is no such theme.
bool readThemeChoice(const QString &name, ThemeChoice &choice);

/// The theme whose colours `palette` has, so that a widget can find the colours that a palette has no role for.
const ui::Theme &themeOf(const QPalette &palette);

/// Puts the application into one of our themes and keeps it there: with Auto light or dark as the desktop is,
/// also when that changes while we run.
class Appearance final : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);
    ui::ThemeKind kind() const { return m_kind; }

signals:
    void kindChanged(drydock::ui::ThemeKind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    ThemeChoice m_choice = ThemeChoice::Auto;
    ui::ThemeKind m_kind = ui::ThemeKind::Light;
    ui::ThemeKind m_desktopKind = ui::ThemeKind::Light;
    bool m_isApplying = false; ///< The palette change is our own.
};

} // namespace drydock::app
