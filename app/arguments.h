// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appearance.h"
#include "model/graph/stage_graph.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace drydock::app {

/// What was said on the command line.
struct Arguments {
    QStringList files;
    std::optional<ThemeChoice> theme; ///< None: as in the settings.
    BuildOptions options;
    QString screenshot; ///< Where to put the picture; empty: show the window.
    QSize size; ///< Of the picture.

    /// Ends the program after `--help`, `--version` and, with a sentence, after a mistake.
    static Arguments of(const QStringList &words);
};

} // namespace drydock::app
