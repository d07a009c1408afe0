// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/card_geometry.h"
#include "ui/graph/edge_bundle.h"

#include <compare>
#include <cstddef>
#include <map>
#include <variant>
#include <vector>

namespace drydock::ui {

/// Which box it is, as long as the text stays.
struct BoxKey {
    NodeIndex node; ///< None: the build context.
    NodeIndex
        user; ///< The stage an image is drawn for, where images are drawn once for each; none otherwise.

    auto operator<=>(const BoxKey &) const = default; // NOLINT(modernize-use-nullptr)
};

/// One box of the picture.
struct PictureNode {
    BoxKey key;
    std::variant<StageCard, ImageCard> card;
    CardGeometry geometry;
};

/// Which part of a graph is drawn.
enum class PictureScope : std::uint8_t {
    All,
    TargetOnly, ///< Only what the target needs.
};

/// What the reader chose to see.
struct PictureOptions {
    PictureScope scope = PictureScope::All;
    /// By node: cards that were opened (true) or closed by hand. Others are as PictureDetail says.
    std::map<std::size_t, bool> isExpanded;
    bool isImagePerUse = false; ///< Images that more than six arrows leave are drawn once for each stage.
    bool hasContext = false; ///< Draws the build context and what is copied from it.
};

/// How much room the picture may take: what a reader sees of it is worth little if it has to be shrunk.
enum class PictureDetail : std::uint8_t {
    Rows, ///< Cards list their instructions; arrows have room for their labels.
    Labels, ///< Collapsed cards, room for labels.
    Plain, ///< Collapsed cards; labels show up on hover and selection.
};

/// What is to be drawn of an Analysis, before it has places.
struct GraphPicture {
    std::vector<PictureNode> nodes; ///< In file order: stages, then others.
    std::vector<EdgeBundle> edges;
    std::size_t stageCount = 0; ///< Of the whole graph.
    std::size_t imageCount = 0;
    std::size_t hiddenStages = 0; ///< Left out by the scope.

    PictureDetail detail = PictureDetail::Rows;

    /// \param marks what builds told of the text; null, or of another text: nothing.
    static GraphPicture of(const Analysis &analysis, const PictureOptions &options, PictureDetail detail,
                           const GraphFonts &fonts, const TextMarks *marks = nullptr);
    /// The most detail that makes sense for so many shown stages.
    static PictureDetail mostDetail(const Analysis &analysis, PictureScope scope);

    LayoutInput layoutInput(const GraphFonts &fonts, LayoutDirection direction) const;
};

} // namespace drydock::ui
