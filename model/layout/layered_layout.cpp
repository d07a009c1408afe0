// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layered_layout.h"

#include "model/layout/layered_drawing.h"
#include "model/layout/layout_groups.h"

#include <algorithm>

// How the drawing is made
// =======================
//
// A Dockerfile is a story told top to bottom: each stage uses earlier ones. The method of Sugiyama, Tagawa and
// Toda ("Methods for Visual Understanding of Hierarchical System Structures", IEEE SMC 1981) draws such a story
// in layers, every arrow pointing the same way. It goes in steps, each with its own literature:
//
//  1. Groups. Parts that nothing connects are drawn one by one and packed like words on lines.
//  2. Cycles. BuildKit refuses them but a person may just be typing one. Inside a strongly connected component
//     (Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972) the arrows that point up the file are
//     turned round for the drawing. File order decides because it is what the reader has in mind.
//  3. Layers. The total length of all arrows is made least by the network simplex method (Gansner, Koutsofios,
//     North, Vo, "A Technique for Drawing Directed Graphs", IEEE TSE 1993). So an image stands right before its
//     first user, and few arrows are long. A label counts as a small box between two ends.
//  4. Bends. An arrow over several layers is cut at each: a place of its own there is what keeps it off boxes.
//  5. Order in the layers. Sweeps with medians (Eades and Wormald, "Edge crossings in drawings of bipartite graphs",
//     1994) and means (Sugiyama et al.), neighbour swaps (Gansner et al.), then sifting (Matuszewski, Schönfeld and
//     Molitor, 1999), counting crossings as Barth, Jünger and Mutzel (2002) do. Small graphs begin several times; the
//     file's order is the first beginning and wins ties.
//  6. Coordinates. Across, least squares by layer give a start, the network simplex method the least total of
//     sideways steps (Gansner et al., section 4): most arrows become straight lines. Along, a layer is as long as its
//     longest box, and all that stands in it has one middle.
//  7. Routes. Inside a layer's band an arrow runs straight at its own coordinate, where steps 5 and 6 keep a
//     lane free. It changes coordinate only between bands, where no box is. Hence no arrow can run over a
//     foreign box: there is nothing to repair afterwards. It ends at the nearest free point of the border.
//
// The next picture
// ================
//
// A reader carries a map of the last picture in mind, and a new picture is good as far as that map still holds: the
// same order to the left and right, above and below (Misue, Eades, Lai and Sugiyama, "Layout Adjustment and the
// Mental Map", 1995). Böhringer and Paulisch ("Using Constraints to Achieve Stability in Automatic Graph Layout
// Algorithms", CHI 1990) keep it by constraints made of the old places, North and Woodhull ("Online Hierarchical
// Graph Drawing", GD 2001) by penalties for leaving them in the very optimizations that draw the picture. We do the
// latter where places are numbers and the former where they are an order:
//
//  3. Leaving the old layer costs far more than any length of arrows. Prices are absolute differences, whose least
//     total moves few boxes far rather than all a little: exactly those that a new arrow forces.
//  5. What stays in its layer keeps its order. A new box or bend, or one that changed its layer, takes the gap that is
//     the best bargain of crossings, room to be made and distance.
//  6. Across, leaving the old coordinate costs more than all straightness. Along, layers stay where they are unless
//     they would come too near to each other.
//  1. What once belonged to one group does so until a fresh drawing; a group moves only if another grows into it.
//
// A picture of another direction, or one that knows less than half of the boxes, is no help: then all begins afresh.

namespace drydock {

LayoutResult LayeredLayout::arrange(const LayoutInput &input, const PreviousLayout &previous,
                                    const std::stop_token &stop) const
{
    std::vector<LayoutGroup> groups = splitIntoGroups(input, previous);
    for (LayoutGroup &group : groups) {
        LayeredDrawing drawing = drawGroup(group.input, group.past, stop);
        group.result = std::move(drawing.result);
        group.corner = drawing.corner;
    }
    arrangeGroups(groups);

    LayoutResult whole;
    whole.direction = input.direction;
    whole.centres.resize(input.boxes.size());
    whole.layers.resize(input.boxes.size());
    whole.groups.resize(input.boxes.size());
    whole.routes.resize(input.arrows.size());
    whole.labelCentres.resize(input.arrows.size());
    whole.lanes.resize(input.arrows.size());
    const bool isFlat = input.direction == LayoutDirection::LeftToRight;
    for (std::size_t number = 0; number < groups.size(); ++number) {
        LayoutGroup &group = groups[number];
        const auto moved = [&](const Point &point) {
            return Point {point.x + group.corner.x, point.y + group.corner.y};
        };
        for (std::size_t i = 0; i < group.boxes.size(); ++i) {
            whole.centres[group.boxes[i]] = moved(group.result.centres[i]);
            whole.layers[group.boxes[i]] = group.result.layers[i];
            whole.groups[group.boxes[i]] = number;
        }
        for (std::size_t i = 0; i < group.arrows.size(); ++i) {
            const std::size_t arrow = group.arrows[i];
            whole.labelCentres[arrow] = moved(group.result.labelCentres[i]);
            for (const Point &point : group.result.routes[i])
                whole.routes[arrow].push_back(moved(point));
            for (const double lane : group.result.lanes[i])
                whole.lanes[arrow].push_back(lane + (isFlat ? group.corner.y : group.corner.x));
        }
        whole.width = std::max(whole.width, group.corner.x + group.result.width);
        whole.height = std::max(whole.height, group.corner.y + group.result.height);
    }
    return whole;
}

} // namespace drydock
