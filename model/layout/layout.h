// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
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
    bool startsAnywhere = false; ///< Arrows may begin at any point of its border, not only at the middle.
};

/// An arrow to route. Several arrows between the same two boxes should be bundled before.
struct LayoutArrow {
    std::size_t source = 0;
    std::size_t target = 0;
    double labelWidth = 0; ///< 0: no label.
    double labelHeight = 0;
};

/// How far things stand apart, border to border. Device-independent pixels.
struct LayoutSpacing {
    double betweenBoxes = 32; ///< Of one layer.
    double betweenLayers = 72;

    bool operator==(const LayoutSpacing &) const = default;
};

struct LayoutInput {
    std::vector<LayoutBox> boxes; ///< In file order, which seeds the order inside a layer.
    std::vector<LayoutArrow> arrows; ///< May contain cycles and self-loops.
    LayoutDirection direction = LayoutDirection::LeftToRight;
    LayoutSpacing spacing = {};
};

/// Where everything goes. Top left of the drawing is (0, 0).
struct LayoutResult {
    std::vector<Point> centres; ///< Of each box.
    std::vector<std::vector<Point>> routes; ///< Of each arrow: polyline from source's border to target's.
    std::vector<Point> labelCentres; ///< Of each arrow; meaningless without a label.
    double width = 0;
    double height = 0;

    // What the next picture needs to know of this one; see carryOver().
    LayoutDirection direction = LayoutDirection::LeftToRight;
    std::vector<std::size_t> layers; ///< Of each box: the layer it stands in, from 0.
    std::vector<std::size_t> groups; ///< Of each box: boxes with the same number share their layers.
    std::vector<std::vector<double>>
        lanes; ///< Of each arrow: its coordinate across in every layer between its
    ///< ends, first layer first.
};

/// The last picture, told in the boxes and arrows of the next one.
struct PreviousLayout {
    struct Box {
        Point centre;
        double width = 0; ///< As it was drawn.
        double height = 0;
        std::size_t layer = 0;
        std::size_t group = 0;
    };
    LayoutDirection direction = LayoutDirection::LeftToRight;
    std::vector<std::optional<Box>> boxes; ///< Of each box, if it was there; or empty: there was no picture.
    std::vector<std::vector<double>> lanes; ///< Of each arrow, as in LayoutResult; empty: unknown.
};

/// \param oldBoxOf of each box of `now` its index in `before`, or nothing if it is new.
PreviousLayout carryOver(const LayoutInput &before, const LayoutResult &picture,
                         const std::vector<std::optional<std::size_t>> &oldBoxOf, const LayoutInput &now);

/// Places boxes and routes arrows.
///
/// Promises: boxes do not overlap; no route runs through a foreign box; deterministic; any graph, also with
/// cycles, self-loops, several components or no arrows.
class Layout {
public:
    virtual ~Layout() = default;

    /// \param previous if it is of the same direction and knows half of the boxes, those stay where they are unless
    /// the arrows force them away.
    /// \param stop ends the search for a better picture: the result is the best so far, with every promise kept.
    virtual LayoutResult arrange(const LayoutInput &input, const PreviousLayout &previous,
                                 const std::stop_token &stop) const = 0;
};

/// The largest zoom, at most 1, at which all of `picture` is seen in a pane of this size.
double fitZoom(const LayoutResult &picture, double paneWidth, double paneHeight);

/// Arranges in the direction that fits the pane better. A picture that turns at every keystroke helps nobody: with
/// a previous one the other direction has to fit more than 1.25 times better.
LayoutResult arrangeToFit(const Layout &layout, LayoutInput input, const PreviousLayout &previous,
                          double paneWidth, double paneHeight, const std::stop_token &stop);

} // namespace drydock
