// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appearance.h"
#include "app/shortcuts.h"
#include "model/lint/lint_settings.h"

#include <QByteArray>
#include <QStringList>

namespace drydock::app {

/// What is remembered from run to run. Read once at the start.
struct Settings {
    ThemeChoice theme = ThemeChoice::Auto;
    bool restoresSession = true;
    bool isStacked = false; ///< Graph above the text instead of beside it.
    QByteArray geometry; ///< Of the window.
    QByteArray windowState; ///< Tool bars and docks.
    QStringList panels; ///< The docks that are open.
    QByteArray splitter; ///< Graph and text.
    QStringList recent; ///< Absolute paths, the latest first, at most ten.
    QStringList session; ///< Absolute paths in the order of their tabs.
    int activeFile = 0; ///< Index into `session`.
    ChosenKeys keys; ///< Where they differ from what we ship.
    SeverityChoices checks; ///< By ids of rules, where they differ from what we ship.
    bool isPersistent = true; ///< False: save() does nothing.

    static Settings load();
    void save() const;

    /// Puts `path` first.
    void addRecent(const QString &path);
};

} // namespace drydock::app
