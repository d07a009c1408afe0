// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"

#include <QRandomGenerator>
#include <QString>

#include <algorithm>
#include <cmath>
#include <vector>

namespace drydock::test {

struct Rect {
    double left, top, right, bottom;

    bool overlaps(const Rect &other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    Rect shrunk(double by) const { return {left + by, top + by, right - by, bottom - by}; }
};

inline Rect rectOf(Point centre, double width, double height)
{
    return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

/// Liang and Barsky's clipping: does the segment share a point with the rectangle?
inline bool touches(const Rect &rect, Point a, Point b)
{
    double from = 0;
    double to = 1;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const std::pair<double, double> sides[]
        = {{-dx, a.x - rect.left}, {dx, rect.right - a.x}, {-dy, a.y - rect.top}, {dy, rect.bottom - a.y}};
    for (const auto &[p, q] : sides) {
        if (p == 0) {
            if (q < 0)
                return false;
        } else if (p < 0) {
            from = std::max(from, q / p);
        } else {
            to = std::min(to, q / p);
        }
    }
    return from <= to;
}

inline bool isOnBorder(const Rect &rect, Point point)
{
    constexpr double tolerance = 0.01;
    const bool inside = point.x >= rect.left - tolerance && point.x <= rect.right + tolerance
        && point.y >= rect.top - tolerance && point.y <= rect.bottom + tolerance;
    const Rect inner = rect.shrunk(tolerance);
    return inside
        && !(point.x > inner.left && point.x < inner.right && point.y > inner.top && point.y < inner.bottom);
}

/// \returns the first broken promise as a sentence, or nothing.
inline QString brokenPromise(const LayoutInput &input, const LayoutResult &result)
{
    if (result.centres.size() != input.boxes.size() || result.routes.size() != input.arrows.size()
        || result.labelCentres.size() != input.arrows.size())
        return QStringLiteral("something is missing");
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < input.boxes.size(); ++i) {
        boxes.push_back(rectOf(result.centres[i], input.boxes[i].width, input.boxes[i].height));
        const Rect &box = boxes.back();
        if (!(box.left >= -0.01 && box.top >= -0.01 && box.right <= result.width + 0.01
              && box.bottom <= result.height + 0.01))
            return QStringLiteral("box %1 is outside").arg(i);
    }
    std::vector<Rect> labels;
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        const LayoutArrow &arrow = input.arrows[i];
        if (arrow.labelWidth > 0 && arrow.source != arrow.target)
            labels.push_back(rectOf(result.labelCentres[i], arrow.labelWidth, arrow.labelHeight));
    }
    std::vector<Rect> solid = boxes;
    solid.insert(solid.end(), labels.begin(), labels.end());
    for (std::size_t i = 0; i < solid.size(); ++i) {
        for (std::size_t j = i + 1; j < solid.size(); ++j) {
            if (solid[i].overlaps(solid[j]))
                return QStringLiteral("boxes or labels %1 and %2 overlap").arg(i).arg(j);
        }
    }
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        const auto &route = result.routes[i];
        if (route.size() < 2)
            return QStringLiteral("arrow %1 has no route").arg(i);
        if (!isOnBorder(boxes[input.arrows[i].source], route.front())
            || !isOnBorder(boxes[input.arrows[i].target], route.back()))
            return QStringLiteral("arrow %1 does not begin or end at a border").arg(i);
        for (std::size_t k = 1; k < route.size(); ++k) {
            for (std::size_t box = 0; box < boxes.size(); ++box) {
                const bool isOwn = box == input.arrows[i].source || box == input.arrows[i].target;
                if (touches(boxes[box].shrunk(isOwn ? 0.5 : -2), route[k - 1], route[k]))
                    return QStringLiteral("arrow %1 runs over box %2").arg(i).arg(box);
            }
        }
    }
    return {};
}

inline std::size_t below(QRandomGenerator &random, std::size_t bound)
{
    return random.bounded(quint32(bound));
}

inline LayoutInput randomInput(quint32 seed)
{
    QRandomGenerator random(seed);
    LayoutInput input;
    input.direction = seed % 2 == 0 ? LayoutDirection::LeftToRight : LayoutDirection::TopToBottom;
    const std::size_t boxes = 1 + below(random, seed % 10 == 0 ? 60 : 14);
    for (std::size_t i = 0; i < boxes; ++i)
        input.boxes.push_back(
            {40.0 + random.bounded(260), 20.0 + random.bounded(150), random.bounded(4) == 0});
    const std::size_t arrows = below(random, boxes * 2 + 1);
    const bool mayCycle = seed % 3 == 0;
    for (std::size_t i = 0; i < arrows; ++i) {
        std::size_t source = below(random, boxes);
        std::size_t target = below(random, boxes);
        if (!mayCycle && source >= target)
            std::swap(source, target);
        if (!mayCycle && source == target)
            continue;
        const bool hasLabel = random.bounded(3) == 0;
        input.arrows.push_back(
            {source, target, hasLabel ? 30.0 + random.bounded(150) : 0, hasLabel ? 20.0 : 0});
    }
    return input;
}

} // namespace drydock::test
