// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layout_groups.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace drydock {
namespace {

constexpr double betweenGroups = 48;

bool isUsable(const PreviousLayout &previous, const LayoutInput &input)
{
    if (previous.boxes.size() != input.boxes.size() || previous.direction != input.direction)
        return false;
    const auto known = std::count_if(previous.boxes.begin(), previous.boxes.end(),
                                     [](const auto &box) { return box.has_value(); });
    return known > 0 && std::size_t(known) * 2 >= previous.boxes.size();
}

/// Of each box the first box of its group.
std::vector<std::size_t> leaders(const LayoutInput &input, const PreviousLayout *previous)
{
    std::vector<std::size_t> leader(input.boxes.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto find = [&](std::size_t box) {
        while (leader[box] != box)
            box = leader[box] = leader[leader[box]];
        return box;
    };
    const auto join = [&](std::size_t first, std::size_t second) {
        const std::size_t a = find(first);
        const std::size_t b = find(second);
        leader[std::max(a, b)] = std::min(a, b);
    };
    for (const LayoutArrow &arrow : input.arrows)
        join(arrow.source, arrow.target);
    if (previous) {
        std::map<std::size_t, std::size_t> firstOf;
        for (std::size_t box = 0; box < input.boxes.size(); ++box) {
            if (previous->boxes[box])
                join(firstOf.try_emplace(previous->boxes[box]->group, box).first->second, box);
        }
    }
    for (std::size_t box = 0; box < leader.size(); ++box)
        leader[box] = find(box);
    return leader;
}

LayoutPast::Box turned(const PreviousLayout::Box &box, bool isFlat)
{
    return isFlat ? LayoutPast::Box {int(box.layer), box.centre.x, box.centre.y}
                  : LayoutPast::Box {int(box.layer), box.centre.y, box.centre.x};
}

/// Boxes of several old groups now belong together: the layers of the largest hold, those of the others are counted
/// on from where they stand beside them.
void countLayersTogether(LayoutPast &past, const std::vector<std::size_t> &oldGroup)
{
    std::map<std::size_t, std::size_t> sizes;
    for (std::size_t i = 0; i < past.boxes.size(); ++i) {
        if (past.boxes[i])
            ++sizes[oldGroup[i]];
    }
    if (sizes.size() < 2)
        return;
    const std::size_t largest
        = std::max_element(sizes.begin(), sizes.end(), [](const auto &a, const auto &b) {
              return a.second < b.second;
          })->first;
    std::map<std::size_t, int> shift;
    for (std::size_t i = 0; i < past.boxes.size(); ++i) {
        if (!past.boxes[i] || oldGroup[i] == largest || shift.contains(oldGroup[i]))
            continue;
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < past.boxes.size(); ++k) {
            if (!past.boxes[k] || oldGroup[k] != largest)
                continue;
            const double distance = std::abs(past.boxes[k]->along - past.boxes[i]->along);
            if (distance < nearest) {
                nearest = distance;
                shift[oldGroup[i]] = past.boxes[k]->layer - past.boxes[i]->layer;
            }
        }
    }
    for (std::size_t i = 0; i < past.boxes.size(); ++i) {
        if (past.boxes[i] && oldGroup[i] != largest)
            past.boxes[i]->layer += shift[oldGroup[i]];
    }
}

void remember(LayoutGroup &group, const PreviousLayout &previous)
{
    const bool isFlat = group.input.direction == LayoutDirection::LeftToRight;
    std::vector<std::size_t> oldGroup(group.boxes.size(), 0);
    bool isKnown = false;
    group.past.boxes.resize(group.boxes.size());
    for (std::size_t i = 0; i < group.boxes.size(); ++i) {
        if (const auto &box = previous.boxes[group.boxes[i]]) {
            group.past.boxes[i] = turned(*box, isFlat);
            oldGroup[i] = box->group;
            isKnown = true;
        }
    }
    if (!isKnown) {
        group.past = {};
        return;
    }
    countLayersTogether(group.past, oldGroup);
    for (const std::size_t arrow : group.arrows)
        group.past.lanes.push_back(arrow < previous.lanes.size() ? previous.lanes[arrow]
                                                                 : std::vector<double> {});
}

/// Lines as long as the widest group or as makes the whole a pleasant rectangle.
void arrangeLikeWords(std::vector<LayoutGroup> &groups)
{
    constexpr double pleasant = 1.6;
    double area = 0;
    double widest = 0;
    for (const LayoutGroup &group : groups) {
        area += (group.result.width + betweenGroups) * (group.result.height + betweenGroups);
        widest = std::max(widest, group.result.width);
    }
    const double lineLength = std::max(widest, std::sqrt(area * pleasant));
    Point at;
    double lineHeight = 0;
    for (LayoutGroup &group : groups) {
        if (at.x > 0 && at.x + group.result.width > lineLength) {
            at = {0, at.y + lineHeight + betweenGroups};
            lineHeight = 0;
        }
        group.corner = at;
        at.x += std::ceil(group.result.width) + betweenGroups;
        lineHeight = std::max(lineHeight, std::ceil(group.result.height));
    }
}

/// Moves `group` the shortest ways until it keeps clear of `placed`; if that leads to and fro, down.
void keepClear(LayoutGroup &group, const std::vector<const LayoutGroup *> &placed)
{
    constexpr int patience = 20;
    for (int step = 0; step >= 0; ++step) {
        const auto inTheWay = std::find_if(placed.begin(), placed.end(), [&](const LayoutGroup *other) {
            return group.corner.x < other->corner.x + other->result.width + betweenGroups
                && other->corner.x < group.corner.x + group.result.width + betweenGroups
                && group.corner.y < other->corner.y + other->result.height + betweenGroups
                && other->corner.y < group.corner.y + group.result.height + betweenGroups;
        });
        if (inTheWay == placed.end())
            return;
        const LayoutGroup &other = **inTheWay;
        const double right = std::ceil(other.corner.x + other.result.width + betweenGroups - group.corner.x);
        const double down = std::ceil(other.corner.y + other.result.height + betweenGroups - group.corner.y);
        const double left = std::ceil(group.corner.x + group.result.width + betweenGroups - other.corner.x);
        const double up = std::ceil(group.corner.y + group.result.height + betweenGroups - other.corner.y);
        const double least = step < patience ? std::min({right, down, left, up}) : down;
        if (least == down)
            group.corner.y += down;
        else if (least == up)
            group.corner.y -= up;
        else
            group.corner.x += least == right ? right : -left;
    }
}

void arrangeWhereTheyStood(std::vector<LayoutGroup> &groups)
{
    std::vector<LayoutGroup *> order;
    double bottom = 0;
    for (LayoutGroup &group : groups) {
        if (group.past.isEmpty())
            continue;
        order.push_back(&group);
        bottom = std::max(bottom, group.corner.y + group.result.height + betweenGroups);
    }
    std::stable_sort(order.begin(), order.end(), [](const LayoutGroup *a, const LayoutGroup *b) {
        return a->boxes.size() > b->boxes.size(); // What is moved should be little.
    });
    for (LayoutGroup &group : groups) {
        if (group.past.isEmpty()) {
            group.corner = {order.front()->corner.x, std::ceil(bottom)};
            order.push_back(&group);
        }
    }
    std::vector<const LayoutGroup *> placed;
    for (LayoutGroup *group : order) {
        keepClear(*group, placed);
        placed.push_back(group);
    }
    Point least = groups.front().corner;
    for (const LayoutGroup &group : groups)
        least = {std::min(least.x, group.corner.x), std::min(least.y, group.corner.y)};
    for (LayoutGroup &group : groups)
        group.corner = {group.corner.x - least.x, group.corner.y - least.y};
}

} // namespace

std::vector<LayoutGroup> splitIntoGroups(const LayoutInput &input, const PreviousLayout &previous)
{
    const bool hasPast = isUsable(previous, input);
    const std::vector<std::size_t> leader = leaders(input, hasPast ? &previous : nullptr);
    std::vector<LayoutGroup> groups;
    std::vector<std::size_t> groupOf(input.boxes.size(), 0);
    std::vector<std::size_t> indexIn(input.boxes.size(), 0);
    for (std::size_t box = 0; box < input.boxes.size(); ++box) {
        if (leader[box] == box) {
            groupOf[box] = groups.size();
            groups.emplace_back();
            groups.back().input.direction = input.direction;
            groups.back().input.spacing = input.spacing;
        }
        LayoutGroup &group = groups[groupOf[box] = groupOf[leader[box]]];
        indexIn[box] = group.boxes.size();
        group.boxes.push_back(box);
        group.input.boxes.push_back({std::max(1.0, input.boxes[box].width),
                                     std::max(1.0, input.boxes[box].height),
                                     input.boxes[box].startsAnywhere});
    }
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        LayoutArrow arrow = input.arrows[i];
        LayoutGroup &group = groups[groupOf[arrow.source]];
        arrow.source = indexIn[arrow.source];
        arrow.target = indexIn[arrow.target];
        group.arrows.push_back(i);
        group.input.arrows.push_back(arrow);
    }
    if (hasPast) {
        for (LayoutGroup &group : groups)
            remember(group, previous);
    }
    return groups;
}

void arrangeGroups(std::vector<LayoutGroup> &groups)
{
    const bool hasPast = std::any_of(groups.begin(), groups.end(),
                                     [](const LayoutGroup &group) { return !group.past.isEmpty(); });
    if (hasPast)
        arrangeWhereTheyStood(groups);
    else
        arrangeLikeWords(groups);
}

} // namespace drydock
