// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/treemap.h"

#include <algorithm>
#include <numeric>

namespace drydock {
namespace {

double sumOf(std::span<const std::uint64_t> sizes)
{
    return std::accumulate(sizes.begin(), sizes.end(), 0.0,
                           [](double sum, std::uint64_t size) { return sum + static_cast<double>(size); });
}

/// A row that is being filled along the shorter side of what is left.
struct Row {
    double sum = 0;
    double least = 0;
    double most = 0;

    /// The worst ratio of sides if the row lies along `side`; at least 1.
    double worst(double side) const
    {
        const double square = side * side;
        return std::max(square * most / (sum * sum), sum * sum / (square * least));
    }

    Row with(double area) const
    {
        return {sum + area, sum == 0 ? area : std::min(least, area), std::max(most, area)};
    }
};

class Squarifier {
public:
    Squarifier(std::vector<double> areas, const Box &bounds)
        : m_areas(std::move(areas))
        , m_left(bounds)
        , m_boxes(m_areas.size(), Box {bounds.x, bounds.y, 0, 0})
    { }

    /// \param order indexes of the areas above 0, the largest first.
    std::vector<Box> run(const std::vector<std::size_t> &order)
    {
        for (std::size_t begin = 0; begin < order.size();) {
            const double side = std::min(m_left.width, m_left.height);
            Row row = Row().with(m_areas[order[begin]]);
            std::size_t end = begin + 1;
            for (; end < order.size(); ++end) {
                const Row longer = row.with(m_areas[order[end]]);
                if (longer.worst(side) > row.worst(side))
                    break;
                row = longer;
            }
            place(std::span(order).subspan(begin, end - begin), row.sum, end == order.size());
            begin = end;
        }
        return std::move(m_boxes);
    }

private:
    void place(std::span<const std::size_t> row, double sum, bool isLast)
    {
        // Along the shorter side, which is the height if the rest is lying.
        const bool isColumn = m_left.width >= m_left.height;
        const double side = isColumn ? m_left.height : m_left.width;
        const double rest = isColumn ? m_left.width : m_left.height;
        // The last row takes what is left, so that rounding leaves no gap.
        const double thickness = isLast || side <= 0 ? rest : std::min(sum / side, rest);
        double done = 0;
        for (const std::size_t index : row) {
            const double begin = side * (done / sum);
            done += m_areas[index];
            const double length = side * (std::min(done, sum) / sum) - begin;
            m_boxes[index] = isColumn ? Box {m_left.x, m_left.y + begin, thickness, length}
                                      : Box {m_left.x + begin, m_left.y, length, thickness};
        }
        if (isColumn) {
            m_left.x += thickness;
            m_left.width -= thickness;
        } else {
            m_left.y += thickness;
            m_left.height -= thickness;
        }
    }

    std::vector<double> m_areas;
    Box m_left;
    std::vector<Box> m_boxes;
};

std::vector<std::uint64_t> sizesOf(const FileTree &tree, std::size_t node)
{
    std::vector<std::uint64_t> sizes;
    const std::span<const FileNode> children = tree.childrenOf(node);
    sizes.reserve(children.size());
    for (const FileNode &child : children)
        sizes.push_back(child.bytes);
    return sizes;
}

/// What is inside of a node's box and free for its children.
Box insideOf(const Box &box, const TreemapStyle &style)
{
    Box inside = box;
    inside.x += style.padding;
    inside.y += style.padding + style.titleHeight;
    inside.width = std::max(0.0, box.width - 2 * style.padding);
    inside.height = std::max(0.0, box.height - 2 * style.padding - style.titleHeight);
    return inside;
}

} // namespace

std::vector<Box> squarified(std::span<const std::uint64_t> sizes, const Box &bounds)
{
    const double sum = sumOf(sizes);
    const double scale = sum > 0 ? bounds.area() / sum : 0;
    std::vector<double> areas;
    areas.reserve(sizes.size());
    for (const std::uint64_t size : sizes)
        areas.push_back(static_cast<double>(size) * scale);
    std::vector<std::size_t> order;
    order.reserve(sizes.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i] > 0)
            order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater(), [&areas](std::size_t i) { return areas[i]; });
    return Squarifier(std::move(areas), bounds).run(order);
}

std::vector<Box> sideBySide(std::span<const std::uint64_t> sizes, const Box &bounds)
{
    const double sum = sumOf(sizes);
    std::vector<Box> boxes;
    boxes.reserve(sizes.size());
    double done = 0;
    for (const std::uint64_t size : sizes) {
        const double begin = sum > 0 ? bounds.width * (done / sum) : 0;
        done += static_cast<double>(size);
        const double end = sum > 0 ? bounds.width * (done / sum) : 0;
        boxes.push_back({bounds.x + begin, bounds.y, end - begin, bounds.height});
    }
    return boxes;
}

std::vector<NodeBox> treemapOf(const FileTree &tree, std::size_t node, const Box &bounds,
                               const TreemapStyle &style)
{
    std::vector<NodeBox> boxes;
    if (node >= tree.nodes.size())
        return boxes;
    boxes.push_back({node, 0, bounds});
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const NodeBox parent = boxes[i];
        if (parent.depth >= style.depth)
            continue;
        const Box inside = insideOf(parent.box, style);
        if (std::min(inside.width, inside.height) < style.leastSide)
            continue;
        const std::vector<Box> children = squarified(sizesOf(tree, parent.node), inside);
        boxes.reserve(boxes.size() + children.size());
        for (std::size_t child = 0; child < children.size(); ++child) {
            if (children[child].area() > 0)
                boxes.push_back(
                    {tree.nodes[parent.node].firstChild + child, parent.depth + 1, children[child]});
        }
    }
    return boxes;
}

std::vector<NodeBox> icicleOf(const FileTree &tree, std::size_t node, const Box &bounds, double rowHeight,
                              double leastWidth)
{
    std::vector<NodeBox> boxes;
    if (node >= tree.nodes.size() || !(rowHeight > 0))
        return boxes;
    boxes.push_back({node, 0, {bounds.x, bounds.y, bounds.width, std::min(rowHeight, bounds.height)}});
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const NodeBox parent = boxes[i];
        const double top = parent.box.y + rowHeight;
        // Whole rows only; what is cut off would be hard to hit with the mouse.
        if (top + rowHeight > bounds.y + bounds.height + rowHeight * 1e-9)
            continue;
        const std::vector<Box> children
            = sideBySide(sizesOf(tree, parent.node), {parent.box.x, top, parent.box.width, rowHeight});
        for (std::size_t child = 0; child < children.size(); ++child) {
            if (children[child].width >= leastWidth)
                boxes.push_back(
                    {tree.nodes[parent.node].firstChild + child, parent.depth + 1, children[child]});
        }
    }
    return boxes;
}

} // namespace drydock
