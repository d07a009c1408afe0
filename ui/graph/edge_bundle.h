// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/graph/graph_style.h"

#include <QSizeF>
#include <QString>

#include <cstddef>
#include <vector>

namespace drydock::ui {

/// Edges of one kind between the same two boxes, drawn as one arrow. Plain data.
struct EdgeBundle {
    EdgeKind kind = EdgeKind::From;
    NodeIndex source; ///< None: the build context.
    NodeIndex target;
    std::size_t sourceBox = 0; ///< Into GraphPicture::nodes.
    std::size_t targetBox = 0;
    std::vector<std::size_t> edges; ///< Into StageGraph::edges, in file order; empty for the build context.
    std::vector<InstructionIndex> instructions; ///< That cause it, in file order; never empty.
    QString label; ///< "/app → /usr/bin/app", "×3 · …", or the reason why it is an error; may be empty.
    QString title; ///< "build → final"
    QString toolTip; ///< Plain text, one line for each edge.
    QString accessibleName; ///< "copies /app to /usr/bin/app in final": read behind the source's name.
    bool startsAtPort = false; ///< The source is a stage, whose out port is a ring.
    bool isError = false; ///< Part of a circle, or names nothing.
    bool isForward = false; ///< Names a stage that comes later in the file, and is no error: worth a sign.
    bool isOnFinalPath = false; ///< What it brings ends up in the final image.
    bool isUnused = false; ///< Ends at a stage the target does not need.

    bool operator==(const EdgeBundle &) const = default;
};

/// Fills in what `bundle` says, from its kind, ends, edges and instructions.
void describe(EdgeBundle &bundle, const Analysis &analysis);

/// Room for a label as EdgeItem paints it; empty without a label.
QSizeF labelSize(const EdgeBundle &bundle, const GraphFonts &fonts);

/// Room for the sign before the label of an arrow that names a later stage: a circle with an "i".
constexpr qreal infoSize = 13;

} // namespace drydock::ui
