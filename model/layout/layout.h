// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace drydock {

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point &) const = default;
};

enum class LayoutDirection : std::uint8_t { LeftToRight, TopToBottom };

/// A box to place. Device-independent pixels.
struct LayoutBox {
    double width = 0;
    double height = 0;
};

/// An arrow to route. Several arrows between the same two boxes should be bundled before.
struct LayoutArrow {
    std::size_t source = 0;
    std::size_t target = 0;
    double labelWidth = 0; ///< 0: no label.
    double labelHeight = 0;
};

struct LayoutInput {
    std::vector<LayoutBox> boxes; ///< In file order, which seeds the order inside a layer.
    std::vector<LayoutArrow> arrows; ///< May contain cycles and self-loops.
    LayoutDirection direction = LayoutDirection::LeftToRight;
};

/// Where everything goes. Top left of the drawing is (0, 0).
struct LayoutResult {
    std::vector<Point> centres; ///< Of each box.
    std::vector<std::vector<Point>> routes; ///< Of each arrow: polyline from source's border to target's.
    std::vector<Point> labelCentres; ///< Of each arrow; meaningless without a label.
    double width = 0;
    double height = 0;
};

/// Places boxes and routes arrows.
///
/// Promises: boxes do not overlap; no route runs through a foreign box; deterministic; any graph, also with
/// cycles, self-loops, several components or no arrows.
class Layout {
public:
    virtual ~Layout() = default;

    /// \param previous centres of the same boxes in the last picture where known (a NaN x: new box), or empty.
    virtual LayoutResult arrange(const LayoutInput &input, const std::vector<Point> &previous) const = 0;
};

} // namespace drydock
