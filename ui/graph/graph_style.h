// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"
#include "model/layout/layout.h"
#include "ui/common/theme.h"

#include <QFont>
#include <QPen>
#include <QString>

namespace drydock::ui {

/// Fonts of the graph in item coordinates, derived from the desktop's own.
struct GraphFonts {
    QFont title; ///< Stage names.
    QFont body; ///< Names of images.
    QFont small; ///< "6 instructions", badges.
    QFont mono; ///< Text that stands in the file.

    static GraphFonts of(const QFont &base);
    /// Height of a line of `font`, with some air.
    static qreal lineHeight(const QFont &font);
    /// `font`, larger if it could not be read at `zoom`. The lines of a card have the air for it from 60 % on.
    static QFont legible(QFont font, qreal zoom);
};

/// What all items of one scene share. Owned by the scene, borrowed by its items.
struct GraphStyle {
    const Theme *theme = &Theme::of(ThemeKind::Light);
    GraphFonts fonts;
    LayoutDirection direction = LayoutDirection::LeftToRight;

    QColor color(Role role) const { return theme->color(role); }
};

/// How much of a card can be read at a zoom (1.0 is 100 %).
enum class DetailLevel : std::uint8_t {
    Block, ///< A block of colour with a name.
    Name, ///< Name and base, larger than life.
    Full,
};

constexpr qreal smallestTextSize = 9; ///< Device-independent pixels on screen: nothing smaller is painted.
constexpr qreal fixedNameSize = 11; ///< Of names at small zooms, on screen.
constexpr qreal blockBelowZoom = 0.25;
constexpr qreal fullFromZoom = 0.6; ///< Also of the labels of arrows.
constexpr qreal dimmedOpacity = 0.35;

DetailLevel detailLevelAt(qreal zoom);

/// The word in an image's badge ("digest"), or nothing.
QString badgeWord(ImagePin pin);
Role badgeRole(ImagePin pin);

Role edgeRole(EdgeKind kind);
/// \param isOnFinalPath what it brings ends up in the final image: drawn wider.
QPen edgePen(EdgeKind kind, const QColor &color, bool isOnFinalPath);

} // namespace drydock::ui
