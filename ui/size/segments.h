// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/size_report.h"
#include "ui/common/theme.h"

#include <QRectF>

#include <map>
#include <vector>

class QPainter;

namespace drydock::ui {

/// One piece of a stacked bar.
struct Segment {
    LayerCategory category = LayerCategory::Other;
    std::uint64_t bytes = 0;
    std::uint64_t wasted = 0; ///< Of them; not more than `bytes`.
};

/// Bytes that a stage carries for nothing, by layer: index into StageSize::layers.
using WasteByLayer = std::map<std::size_t, std::uint64_t>;

/// One segment for each category that has bytes, in the order of layerCategories.
std::vector<Segment> segmentsOf(const StageSize &size, const WasteByLayer &waste = {});

/// Where each segment lies if `total` bytes fill `line`. A segment with bytes is never narrower than 2 px, unless there
/// is no room; segments end where the line ends. In reading direction: from the right if `isMirrored`.
std::vector<QRectF> segmentRects(const std::vector<Segment> &segments, const QRectF &line, double total,
                                 bool isMirrored);

/// Fills `rect` in the category's colour and hatches the share of it that is wasted.
/// \param isSure false draws only a tint inside a border: an estimate.
void paintSegment(QPainter &painter, const QRectF &rect, const Segment &segment, const Theme &theme,
                  bool isSure = true);

/// Strokes in the colour of waste over `rect`.
void paintHatching(QPainter &painter, const QRectF &rect, const Theme &theme);

} // namespace drydock::ui
