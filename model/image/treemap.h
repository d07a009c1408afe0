// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_tree.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace drydock {

/// Of any unit: pixels, mostly.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0; ///< Not negative; likewise `height`.
    double height = 0;

    double area() const { return width * height; }
    bool operator==(const Box &) const = default;
};

/// Rectangles that fill `bounds`, each as large as its share of all sizes, and as square as can be (Bruls, Huizing and van Wijk,
/// “Squarified Treemaps”, 2000). The largest lies top left. Takes n log n.
/// \returns one for each of `sizes`, in their order; that of a size of 0 has no area.
std::vector<Box> squarified(std::span<const std::uint64_t> sizes, const Box &bounds);

/// Boxes side by side along the width of `bounds`, in the order of `sizes`.
std::vector<Box> sideBySide(std::span<const std::uint64_t> sizes, const Box &bounds);

/// A node of a tree and where it is drawn.
struct NodeBox {
    std::size_t node = 0; ///< Into FileTree::nodes.
    std::size_t depth = 0; ///< 0 for the node that was asked for.
    Box box;
};

/// How a treemap is drawn.
struct TreemapStyle {
    double titleHeight = 0; ///< Room for a title at the top of a node with children.
    double padding = 0; ///< Around the children.
    double leastSide = 4; ///< What is smaller on one side is not gone into.
    std::size_t depth = 8; ///< Levels below the node that was asked for.
};

/// `node` and all below it as nested rectangles; parents stand before their children.
std::vector<NodeBox> treemapOf(const FileTree &tree, std::size_t node, const Box &bounds,
                               const TreemapStyle &style = {});

/// The same as rows, one of `rowHeight` per level: children stand below their parent. What is narrower than `leastWidth` is left
/// out with all below it.
std::vector<NodeBox> icicleOf(const FileTree &tree, std::size_t node, const Box &bounds, double rowHeight,
                              double leastWidth = 1);

} // namespace drydock
