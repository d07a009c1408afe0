// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/card_geometry.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal padding = 12;
constexpr qreal growthRoom = 1.25; ///< Short texts have room for the larger font of small zooms.

qreal widthOf(const QFont &font, const QString &text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text));
}

QSizeF badgeSize(const GraphFonts &fonts, ImagePin pin)
{
    const QString word = badgeWord(pin);
    if (word.isEmpty())
        return {};
    return {widthOf(fonts.small, word) + 16, std::ceil(QFontMetricsF(fonts.small).height()) + 2};
}

qreal countsWidth(const StageCard &card, const QFont &font)
{
    qreal width = 0;
    for (const CardCount &count : card.counts())
        width += countWidth(count, font) * growthRoom + countGap;
    return width;
}

} // namespace

qreal countWidth(const CardCount &count, const QFont &font)
{
    return widthOf(font, markOf(count.mark) + u' ' + count.text);
}

CardGeometry CardGeometry::of(const StageCard &card, const GraphFonts &fonts)
{
    constexpr qreal narrowest = 220;
    constexpr qreal widest = 300;
    constexpr qreal bodyGap = 6;
    constexpr qreal rowGap = 6;
    constexpr qreal barHeight = 7;
    constexpr qreal toggleDrawn = 12;
    constexpr qreal toggleReach = 32; // For the hand: from the border inwards.
    const qreal monoLine = GraphFonts::lineHeight(fonts.mono);
    const qreal smallLine = GraphFonts::lineHeight(fonts.small);
    const QString mark = card.isTarget ? finalMark() : card.isUnused ? unusedMark() : QString();
    const qreal markWidth
        = mark.isEmpty() ? 0 : widthOf(fonts.small, mark) * growthRoom + (card.isTarget ? 6 : 0);
    const qreal toggleWidth = card.canExpand ? toggleDrawn + 6 : 0;
    const QSizeF badge = badgeSize(fonts, card.pin);
    const qreal counts = countsWidth(card, fonts.small);
    // The same for every number and state: nothing moves while a build runs.
    QFont bold = fonts.small;
    bold.setBold(true);
    constexpr qreal clockRoom = 16;
    const qreal sizeWidth = card.marks.hasRoom ? widthOf(bold, widestSize()) + clockRoom : 0;
    const qreal activityWidth = card.marks.hasRoom ? widthOf(fonts.small, widestActivity()) : 0;

    qreal content
        = std::max({widthOf(fonts.title, card.title) + markWidth + toggleWidth + 12,
                    widthOf(fonts.mono, card.base) + badge.width() + 10,
                    card.marks.hasRoom ? widthOf(fonts.small, card.details) + activityWidth + sizeWidth
                                       : widthOf(fonts.small, card.details) * growthRoom,
                    counts + widthOf(fonts.small, card.problem)});
    for (const CardRow &row : card.rows) {
        const qreal markRoom = row.mark == RowMark::None ? 0 : widthOf(fonts.small, markOf(row.mark)) + 6;
        content = std::max(content, widthOf(fonts.mono, row.keyword + u' ' + row.rest) + markRoom);
    }
    // Even, so that the frame's borders fall on whole pixels around the middle.
    const qreal width = 2 * std::ceil(std::clamp(content + 2 * padding, narrowest, widest) / 2);

    CardGeometry geometry;
    const qreal left = padding;
    const qreal right = width - padding;
    const qreal headerHeight = std::max(28.0, GraphFonts::lineHeight(fonts.title) + 8);
    geometry.header = {0, 0, width, headerHeight};
    if (card.canExpand)
        geometry.toggle = {width - toggleReach, 0, toggleReach, headerHeight};
    const qreal markRight = right - toggleWidth;
    geometry.title = {left, 0, markRight - left - markWidth - (markWidth > 0 ? 8 : 0), headerHeight};
    if (markWidth > 0)
        geometry.mark = {std::min(markRight, width - (card.canExpand ? toggleReach : 0)) - markWidth, 0,
                         markWidth, headerHeight};
    qreal y = headerHeight + bodyGap;
    const qreal baseHeight = std::max(monoLine, badge.height() + 2);
    if (!badge.isEmpty())
        geometry.badge
            = {right - badge.width(), y + (baseHeight - badge.height()) / 2, badge.width(), badge.height()};
    geometry.base = {left, y, right - left - (badge.isEmpty() ? 0 : badge.width() + 8), baseHeight};
    y += baseHeight;
    geometry.details = {left, y, right - left - sizeWidth, smallLine};
    if (card.marks.hasRoom)
        geometry.size = {right - sizeWidth, y, sizeWidth, smallLine};
    y += smallLine;
    if (card.marks.hasRoom) {
        geometry.bar = {left, y + 2, right - left, barHeight};
        y += barHeight + 6;
    }
    if (!card.rows.empty())
        y += rowGap;
    for (std::size_t i = 0; i < card.rows.size(); ++i, y += monoLine)
        geometry.rows.push_back({{left, y, right - left, monoLine}, card.rows[i].instruction});
    if (card.hiddenRows > 0) {
        geometry.more = {left, y, right - left, smallLine};
        y += smallLine;
    }
    if (counts > 0) {
        y += card.rows.empty() ? 0 : rowGap / 2;
        geometry.counts = {left, y, std::min(counts, right - left), smallLine};
        if (!card.problem.isEmpty() && left + counts < right)
            geometry.problem = {left + counts, y, right - left - counts, smallLine};
        y += smallLine;
    }
    const qreal height = 2 * std::ceil((y + 8) / 2);
    geometry.frame = {0, 0, width, height};

    const QPointF middle(width / 2, height / 2);
    for (QRectF *rect : {&geometry.frame, &geometry.header, &geometry.title, &geometry.mark, &geometry.toggle,
                         &geometry.base, &geometry.badge, &geometry.details, &geometry.size, &geometry.bar,
                         &geometry.counts, &geometry.more, &geometry.problem})
        rect->translate(-middle);
    for (RowPlace &row : geometry.rows)
        row.rect.translate(-middle);
    return geometry;
}

CardGeometry CardGeometry::of(const ImageCard &card, const GraphFonts &fonts)
{
    constexpr qreal narrowest = 190;
    constexpr qreal widest = 250;
    constexpr qreal lowest = 44;
    constexpr qreal side = 10;
    CardGeometry geometry;
    if (card.isScratch) { // A small empty square.
        const qreal edge = 2 * std::ceil((widthOf(fonts.small, card.title) * 1.1 + 10) / 2);
        geometry.frame = {-edge / 2, -edge / 2, edge, edge};
        geometry.title = geometry.frame.adjusted(2, 0, -2, 0);
        return geometry;
    }
    const qreal titleLine = GraphFonts::lineHeight(fonts.body);
    const qreal smallLine = GraphFonts::lineHeight(fonts.small) - 2;
    const QSizeF badge = badgeSize(fonts, card.pin);
    const qreal badgeRoom = badge.isEmpty() ? 0 : badge.width() + 10;
    QFont bold = fonts.body;
    bold.setBold(true);
    const qreal content
        = std::max(widthOf(bold, card.title) * 1.1, widthOf(fonts.small, card.subtitle) * growthRoom)
        + badgeRoom + 2;
    const qreal width = 2 * std::ceil(std::clamp(content + 2 * side, narrowest, widest) / 2);
    const qreal textHeight = titleLine + (card.subtitle.isEmpty() ? 0 : smallLine);
    const qreal height = 2 * std::ceil(std::max(textHeight + 8, lowest) / 2);

    geometry.frame = {-width / 2, -height / 2, width, height};
    const qreal textWidth = width - 2 * side - badgeRoom;
    const qreal top = -textHeight / 2;
    geometry.title = {-width / 2 + side, top, textWidth, titleLine};
    if (!card.subtitle.isEmpty())
        geometry.base = {-width / 2 + side, top + titleLine, textWidth, smallLine};
    if (!badge.isEmpty()) {
        geometry.badge = {width / 2 - side - badge.width(), -height / 2 + 6, badge.width(), badge.height()};
        if (card.subtitle.isEmpty())
            geometry.badge.moveTop(-badge.height() / 2);
    }
    return geometry;
}

const RowPlace *CardGeometry::rowAt(QPointF position) const
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const RowPlace &row) { return row.rect.contains(position); });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace drydock::ui
