// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/stage_card.h"

#include <QRectF>

#include <vector>

namespace drydock::ui {

/// Where one instruction stands on an expanded card.
struct RowPlace {
    QRectF rect; ///< From border to border of the text, one line high; rows touch each other.
    InstructionIndex instruction;
};

/// Where everything on a card goes, in item coordinates: origin in the middle of the frame, device-independent
/// pixels at 100 %. A part that the card does not have is empty.
struct CardGeometry {
    QRectF frame;
    QRectF header; ///< Stages only.
    QRectF title;
    QRectF mark; ///< "final ◎", "unused".
    QRectF toggle; ///< The sign that opens and closes a card; a target for the hand, larger than it is drawn.
    QRectF base; ///< Of an image: the subtitle.
    QRectF badge;
    QRectF details;
    QRectF size; ///< "847 MB", right of the details, with room for a clock.
    QRectF bar; ///< Of the size.
    std::vector<RowPlace> rows; ///< As in StageCard::rows.
    QRectF more; ///< "+ 3 more"
    QRectF counts; ///< "✕ 1  ▲ 2"
    QRectF problem; ///< Right of the counts.

    static CardGeometry of(const StageCard &card, const GraphFonts &fonts);
    static CardGeometry of(const ImageCard &card, const GraphFonts &fonts);

    /// The row that `position` is on, or null.
    const RowPlace *rowAt(QPointF position) const;
};

/// Width of a mark and its number among a card's counts, and the distance to the next.
constexpr qreal countGap = 10;
qreal countWidth(const CardCount &count, const QFont &font);

} // namespace drydock::ui
