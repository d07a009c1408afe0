// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/layout_metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace drydock::bench {
namespace {

struct Segment {
    Point from;
    Point to;
    std::size_t arrow;
};

struct Frame {
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;

    void take(double x, double y)
    {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
};

/// Liang and Barsky's clipping: does the segment share a point with the frame?
bool touches(const Frame &frame, const Segment &segment)
{
    double first = 0;
    double last = 1;
    const double dx = segment.to.x - segment.from.x;
    const double dy = segment.to.y - segment.from.y;
    const std::pair<double, double> sides[] = {{-dx, segment.from.x - frame.left},
                                               {dx, frame.right - segment.from.x},
                                               {-dy, segment.from.y - frame.top},
                                               {dy, frame.bottom - segment.from.y}};
    for (const auto &[p, q] : sides) {
        if (std::abs(p) < 1e-12) {
            if (q < 0)
                return false;
        } else if (p < 0) {
            first = std::max(first, q / p);
        } else {
            last = std::min(last, q / p);
        }
    }
    return first <= last;
}

double side(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool areOpposite(double a, double b)
{
    constexpr double least = 1e-6;
    return (a > least && b < -least) || (a < -least && b > least);
}

/// Segments by square cells, so that only near ones are compared.
class Grid {
public:
    Grid(const Frame &frame, const std::vector<Segment> &segments);
    std::size_t crossings() const;
    /// Calls `use(segment)` for those in the cells of `frame`, perhaps more than once.
    template <typename Use>
    void around(const Frame &frame, Use use) const;

private:
    long column(double x) const { return long(std::floor((x - m_frame.left) / m_cell)); }
    long row(double y) const { return long(std::floor((y - m_frame.top) / m_cell)); }
    long key(long column, long row) const { return row * m_columns + column; }

    const std::vector<Segment> &m_segments;
    Frame m_frame;
    double m_cell;
    long m_columns;
    std::unordered_map<long, std::vector<std::size_t>> m_cells;
};

Grid::Grid(const Frame &frame, const std::vector<Segment> &segments)
    : m_segments(segments)
    , m_frame(frame)
    , m_cell(std::max(60.0,
                      1.5
                          * std::sqrt((frame.right - frame.left) * (frame.bottom - frame.top)
                                      / double(std::max<std::size_t>(1, segments.size())))))
    , m_columns(long((frame.right - frame.left) / m_cell) + 2)
{
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto [x0, x1] = std::minmax(segments[i].from.x, segments[i].to.x);
        const auto [y0, y1] = std::minmax(segments[i].from.y, segments[i].to.y);
        for (long c = column(x0); c <= column(x1); ++c) {
            for (long r = row(y0); r <= row(y1); ++r) {
                const double left = frame.left + double(c) * m_cell;
                const double top = frame.top + double(r) * m_cell;
                constexpr double margin = 1e-6;
                if (touches({left - margin, top - margin, left + m_cell + margin, top + m_cell + margin},
                            segments[i]))
                    m_cells[key(c, r)].push_back(i);
            }
        }
    }
}

std::size_t Grid::crossings() const
{
    std::size_t total = 0;
    for (const auto &[cell, list] : m_cells) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            for (std::size_t k = i + 1; k < list.size(); ++k) {
                const Segment &a = m_segments[list[i]];
                const Segment &b = m_segments[list[k]];
                const double from = side(b.from, b.to, a.from);
                const double to = side(b.from, b.to, a.to);
                if (a.arrow == b.arrow || !areOpposite(from, to)
                    || !areOpposite(side(a.from, a.to, b.from), side(a.from, a.to, b.to)))
                    continue;
                // Counted in the one cell where the two meet.
                const double part = from / (from - to);
                const Point meeting {a.from.x + part * (a.to.x - a.from.x),
                                     a.from.y + part * (a.to.y - a.from.y)};
                if (key(column(meeting.x), row(meeting.y)) == cell)
                    ++total;
            }
        }
    }
    return total;
}

template <typename Use>
void Grid::around(const Frame &frame, Use use) const
{
    for (long c = column(frame.left); c <= column(frame.right); ++c) {
        for (long r = row(frame.top); r <= row(frame.bottom); ++r) {
            const auto found = m_cells.find(key(c, r));
            if (found == m_cells.end())
                continue;
            for (const std::size_t segment : found->second)
                use(segment);
        }
    }
}

/// Total of the changes of direction, in radians.
double turnOf(const std::vector<Point> &points)
{
    double total = 0;
    double last = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double dx = points[i].x - points[i - 1].x;
        const double dy = points[i].y - points[i - 1].y;
        if (std::hypot(dx, dy) < 1e-6)
            continue;
        const double angle = std::atan2(dy, dx);
        if (!std::isnan(last)) {
            const double change = std::abs(angle - last);
            total += std::min(change, 2 * M_PI - change);
        }
        last = angle;
    }
    return total;
}

std::size_t overlapsOf(const std::vector<DrawnGraph::Box> &boxes)
{
    std::vector<const DrawnGraph::Box *> sorted;
    for (const auto &box : boxes)
        sorted.push_back(&box);
    const auto left = [](const DrawnGraph::Box *box) { return box->centre.x - box->width / 2; };
    std::sort(sorted.begin(), sorted.end(), [&](const auto *a, const auto *b) { return left(a) < left(b); });
    std::size_t total = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double right = sorted[i]->centre.x + sorted[i]->width / 2;
        for (std::size_t k = i + 1; k < sorted.size() && left(sorted[k]) < right - 1; ++k) {
            const double least = (sorted[i]->height + sorted[k]->height) / 2 - 1;
            if (std::abs(sorted[i]->centre.y - sorted[k]->centre.y) < least)
                ++total;
        }
    }
    return total;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

LayoutMetrics metricsOf(const DrawnGraph &graph)
{
    LayoutMetrics metrics;
    Frame frame;
    for (const DrawnGraph::Box &box : graph.boxes) {
        frame.take(box.centre.x - box.width / 2, box.centre.y - box.height / 2);
        frame.take(box.centre.x + box.width / 2, box.centre.y + box.height / 2);
    }
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
        const std::vector<Point> &points = graph.arrows[i].points;
        for (const Point &point : points)
            frame.take(point.x, point.y);
        for (std::size_t k = 1; k < points.size(); ++k) {
            const double length = std::hypot(points[k].x - points[k - 1].x, points[k].y - points[k - 1].y);
            metrics.length += length;
            if (length > 1e-9)
                segments.push_back({points[k - 1], points[k], i});
        }
        metrics.turn += turnOf(points) / (M_PI / 2);
    }
    metrics.width = frame.right - frame.left;
    metrics.height = frame.bottom - frame.top;
    metrics.area = metrics.width * metrics.height / 1e6;
    const Grid grid(frame, segments);
    metrics.crossings = grid.crossings();
    metrics.overlaps = overlapsOf(graph.boxes);
    for (std::size_t box = 0; box < graph.boxes.size(); ++box) {
        const DrawnGraph::Box &drawn = graph.boxes[box];
        const Frame inner {drawn.centre.x - drawn.width / 2 + 2, drawn.centre.y - drawn.height / 2 + 2,
                           drawn.centre.x + drawn.width / 2 - 2, drawn.centre.y + drawn.height / 2 - 2};
        std::vector<std::size_t> over;
        grid.around(inner, [&](std::size_t segment) {
            const DrawnGraph::Arrow &arrow = graph.arrows[segments[segment].arrow];
            if (arrow.source != box && arrow.target != box && touches(inner, segments[segment]))
                over.push_back(segments[segment].arrow);
        });
        std::sort(over.begin(), over.end());
        metrics.overBoxes += std::size_t(std::unique(over.begin(), over.end()) - over.begin());
    }
    return metrics;
}

Stability stabilityOf(const DrawnGraph &before, const DrawnGraph &after)
{
    constexpr double seen = 8; // Pixels that count.
    std::map<std::string, Point> now;
    for (const DrawnGraph::Box &box : after.boxes)
        now[box.name] = box.centre;
    std::vector<std::pair<Point, Point>> both;
    std::vector<double> dx;
    std::vector<double> dy;
    for (const DrawnGraph::Box &box : before.boxes) {
        const auto found = now.find(box.name);
        if (found == now.end())
            continue;
        both.emplace_back(box.centre, found->second);
        dx.push_back(found->second.x - box.centre.x);
        dy.push_back(found->second.y - box.centre.y);
    }
    Stability stability;
    if (both.empty())
        return stability;
    const Point shift {median(dx), median(dy)};
    for (std::size_t i = 0; i < both.size(); ++i) {
        const double move = std::hypot(dx[i] - shift.x, dy[i] - shift.y);
        stability.meanMove += move / double(both.size());
        if (move > seen)
            stability.moved += 100 / double(both.size());
    }
    const auto hasFlipped = [](double before1, double before2, double after1, double after2) {
        const double was = before1 - before2;
        const double is = after1 - after2;
        return std::abs(was) > seen && std::abs(is) > seen && (was > 0) != (is > 0);
    };
    const std::size_t step = std::max<std::size_t>(1, both.size() / 200);
    std::size_t pairs = 0;
    std::size_t flips = 0;
    for (std::size_t i = 0; i < both.size(); i += step) {
        for (std::size_t k = i + step; k < both.size(); k += step) {
            const auto &[a, newA] = both[i];
            const auto &[b, newB] = both[k];
            ++pairs;
            if (hasFlipped(a.x, b.x, newA.x, newB.x) || hasFlipped(a.y, b.y, newA.y, newB.y))
                ++flips;
        }
    }
    stability.flips = 100 * double(flips) / double(std::max<std::size_t>(1, pairs));
    return stability;
}

} // namespace drydock::bench
