// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/base/result.h"

#include <QStringList>

namespace drydock::ui {
class GraphPane;
} // namespace drydock::ui

namespace drydock::app {

enum class GraphFormat : std::uint8_t { Svg, Png, Dot, Mermaid };

/// By the ending of `path`: .svg, .png, .dot or .gv, .mmd or .mermaid. \returns an Error, a sentence, for others.
Result<GraphFormat> graphFormatOf(const QString &path);
/// What a file dialog offers, in the order of GraphFormat.
QStringList graphFilters();
/// "svg", "png", "dot", "mmd".
QString endingOf(GraphFormat format);

/// Writes the whole graph of `analysis`, as `pane` shows it where it is a picture, over the file `path`. The file is
/// replaced whole or not at all.
Result<void> exportGraph(ui::GraphPane &pane, const Analysis &analysis, GraphFormat format,
                         const QString &path);

} // namespace drydock::app
