// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layout.h"

#include <algorithm>
#include <map>
#include <utility>

namespace drydock {

PreviousLayout carryOver(const LayoutInput &before, const LayoutResult &picture,
                         const std::vector<std::optional<std::size_t>> &oldBoxOf, const LayoutInput &now)
{
    PreviousLayout previous;
    previous.direction = picture.direction;
    previous.boxes.resize(now.boxes.size());
    previous.lanes.resize(now.arrows.size());
    for (std::size_t i = 0; i < now.boxes.size() && i < oldBoxOf.size(); ++i) {
        const std::optional<std::size_t> old = oldBoxOf[i];
        if (!old || *old >= picture.centres.size() || *old >= before.boxes.size())
            continue;
        previous.boxes[i] = {picture.centres[*old], before.boxes[*old].width, before.boxes[*old].height,
                             picture.layers[*old], picture.groups[*old]};
    }
    // Between the same two boxes the first old arrow becomes the first new one, and so on.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> oldArrows;
    for (std::size_t i = std::min(before.arrows.size(), picture.lanes.size()); i-- > 0;)
        oldArrows[{before.arrows[i].source, before.arrows[i].target}].push_back(i);
    for (std::size_t i = 0; i < now.arrows.size(); ++i) {
        const LayoutArrow &arrow = now.arrows[i];
        if (arrow.source >= oldBoxOf.size() || arrow.target >= oldBoxOf.size() || !oldBoxOf[arrow.source]
            || !oldBoxOf[arrow.target])
            continue;
        const auto found = oldArrows.find({*oldBoxOf[arrow.source], *oldBoxOf[arrow.target]});
        if (found == oldArrows.end() || found->second.empty())
            continue;
        previous.lanes[i] = picture.lanes[found->second.back()];
        found->second.pop_back();
    }
    return previous;
}

double fitZoom(const LayoutResult &picture, double paneWidth, double paneHeight)
{
    return std::min(
        {1.0, paneWidth / std::max(1.0, picture.width), paneHeight / std::max(1.0, picture.height)});
}

LayoutResult arrangeToFit(const Layout &layout, LayoutInput input, const PreviousLayout &previous,
                          double paneWidth, double paneHeight, const std::stop_token &stop)
{
    constexpr double turnIfBetterBy = 1.25;
    constexpr double justBetter = 1.0001;
    const bool hasPrevious = !previous.boxes.empty();
    input.direction = hasPrevious ? previous.direction : LayoutDirection::LeftToRight;
    const double needed = hasPrevious ? turnIfBetterBy : justBetter;
    LayoutResult result = layout.arrange(input, previous, stop);
    const double zoom = fitZoom(result, paneWidth, paneHeight);
    if (zoom * needed >= 1)
        return result; // The other way cannot be that much better: nothing is shown larger than life.
    input.direction = input.direction == LayoutDirection::LeftToRight ? LayoutDirection::TopToBottom
                                                                      : LayoutDirection::LeftToRight;
    LayoutResult turned = layout.arrange(input, {}, stop);
    return fitZoom(turned, paneWidth, paneHeight) > zoom * needed ? turned : result;
}

} // namespace drydock
