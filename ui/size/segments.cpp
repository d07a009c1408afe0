// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/segments.h"

#include "ui/common/mark_words.h"
#include "ui/size/size_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal thinnest = 2; ///< Pixels.
constexpr qreal gap = 1; ///< Between segments, pixels.
constexpr qreal strokeDistance = 5; ///< Of the hatching, pixels.
constexpr qreal corner = 2;

} // namespace

std::vector<Segment> segmentsOf(const StageSize &size, const WasteByLayer &waste)
{
    std::vector<Segment> segments;
    segments.reserve(layerCategories.size());
    for (const LayerCategory category : layerCategories) {
        Segment segment {category};
        for (std::size_t i = 0; i < size.layers.size(); ++i) {
            const LayerSize &layer = size.layers[i];
            if (layer.category != category)
                continue;
            segment.bytes += layer.bytes;
            if (const auto found = waste.find(i); found != waste.end())
                segment.wasted += std::min(found->second, layer.bytes);
        }
        if (segment.bytes > 0)
            segments.push_back(segment);
    }
    return segments;
}

std::vector<QRectF> segmentRects(const std::vector<Segment> &segments, const QRectF &line, double total,
                                 bool isMirrored)
{
    std::vector<QRectF> rects;
    rects.reserve(segments.size());
    qreal at = 0;
    for (const Segment &segment : segments) {
        const qreal exact = total > 0 ? double(segment.bytes) / total * line.width() : 0;
        const qreal room = std::max<qreal>(0, line.width() - at);
        const qreal width = std::min(room, std::max(thinnest, exact));
        const qreal left = isMirrored ? line.right() - at - width : line.left() + at;
        rects.emplace_back(left, line.top(), width > thinnest + gap ? width - gap : width, line.height());
        at += width;
    }
    return rects;
}

void paintHatching(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    if (rect.width() < 1)
        return;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::SizeWaste), 1.5));
    const int strokes = int(std::ceil((rect.width() + rect.height()) / strokeDistance));
    for (int i = 0; i < strokes; ++i) {
        const qreal x = rect.left() - rect.height() + i * strokeDistance;
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    }
    painter.restore();
}

void paintSegment(QPainter &painter, const QRectF &rect, const Segment &segment, const Theme &theme,
                  bool isSure)
{
    const QColor color = theme.color(categoryRole(segment.category));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = rect.width() < 3 * corner ? 0 : corner;
    if (isSure) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(rect, radius, radius);
    } else {
        QColor tint = color;
        tint.setAlphaF(0.35F);
        painter.setPen(QPen(color, 1, Qt::DashLine));
        painter.setBrush(tint);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    painter.restore();
    if (segment.bytes == 0 || segment.wasted == 0)
        return;
    const qreal share = double(std::min(segment.wasted, segment.bytes)) / double(segment.bytes);
    const qreal width = std::min(rect.width(), std::max<qreal>(thinnest, rect.width() * share));
    paintHatching(painter, QRectF(rect.right() - width, rect.top(), width, rect.height()), theme);
}

} // namespace drydock::ui
