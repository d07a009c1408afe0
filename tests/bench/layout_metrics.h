// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace drydock::bench {

/// A finished drawing, by whichever program.
struct DrawnGraph {
    struct Box {
        std::string name;
        Point centre;
        double width = 0;
        double height = 0;
    };
    struct Arrow {
        std::size_t source = 0; ///< Into boxes.
        std::size_t target = 0;
        std::vector<Point> points;
    };
    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
};

struct LayoutMetrics {
    double width = 0;
    double height = 0;
    double area = 0; ///< Of the bounding box, in 1,000,000 square pixels.
    double length = 0; ///< Of all arrows, pixels.
    double turn = 0; ///< Sum of all changes of direction, in quarters of a full turn.
    std::size_t crossings = 0; ///< Proper intersections of segments of different arrows.
    std::size_t overBoxes
        = 0; ///< Pairs of an arrow and a foreign box, made 2 pixels smaller, that it touches.
    std::size_t overlaps = 0; ///< Pairs of boxes that cover each other by more than a pixel.
};

/// How far what was in `before` moved on its way to `after`, once the whole is moved by the median.
struct Stability {
    double meanMove = 0; ///< Pixels.
    double moved = 0; ///< Per cent of boxes that moved more than 8 pixels.
    double flips = 0; ///< Per cent of pairs that changed sides, across or along.
};

LayoutMetrics metricsOf(const DrawnGraph &graph);
Stability stabilityOf(const DrawnGraph &before, const DrawnGraph &after);

} // namespace drydock::bench
