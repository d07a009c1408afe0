// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/graph/stage_card.h"

#include <QSizeF>
#include <QString>

#include <cstddef>
#include <variant>
#include <vector>

namespace drydock::ui {

/// Edges of one kind between the same two nodes, drawn as one arrow. Plain data.
struct EdgeBundle {
    EdgeKind kind = EdgeKind::From;
    NodeIndex source;
    NodeIndex target;
    std::vector<std::size_t> edges; ///< Into StageGraph::edges, in file order; never empty.
    QString label; ///< "/app → /usr/bin/app", "×3 · …", or the reason why it is an error; may be empty.
    QString toolTip; ///< Plain text, one line for each edge.
    QString accessibleName; ///< "copies /app to /usr/bin/app in final"
    bool startsAtPort = false; ///< The source is a stage, whose out port is a ring.
    bool isError = false; ///< Part of a circle, or names nothing.
    bool isOnFinalPath = false; ///< What it brings ends up in the final image.
    bool isUnused = false; ///< Ends at a stage the target does not need.

    bool operator==(const EdgeBundle &) const = default;
};

/// One box of the picture.
struct PictureNode {
    NodeIndex node;
    std::variant<StageCard, ImageCard> card;
    CardGeometry geometry;
};

/// Which part of a graph is drawn.
enum class PictureScope : std::uint8_t {
    All,
    TargetOnly, ///< Only what the target needs.
};

/// How much room the picture may take: what a reader sees of it is worth little if it has to be shrunk.
enum class PictureDetail : std::uint8_t {
    Rows, ///< Cards list their instructions; arrows have room for their labels.
    Labels, ///< Compact cards, room for labels.
    Plain, ///< Compact cards; labels show up on hover and selection.
};

/// What is to be drawn of an Analysis, before it has places.
struct GraphPicture {
    std::vector<PictureNode> nodes; ///< In file order: stages, then others.
    std::vector<EdgeBundle> edges;
    std::size_t stageCount = 0; ///< Of the whole graph.
    std::size_t imageCount = 0;
    std::size_t hiddenStages = 0; ///< Left out by the scope.

    PictureDetail detail = PictureDetail::Rows;

    static GraphPicture of(const Analysis &analysis, PictureScope scope, PictureDetail detail,
                           const GraphFonts &fonts);
    /// The most detail that makes sense for so many shown stages.
    static PictureDetail mostDetail(const Analysis &analysis, PictureScope scope);

    LayoutInput layoutInput(const GraphFonts &fonts, LayoutDirection direction) const;
};

/// Room for a label as EdgeItem paints it; empty without a label.
QSizeF labelSize(const EdgeBundle &bundle, const GraphFonts &fonts);

} // namespace drydock::ui
