// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/pixel_frame.h"

#include <algorithm>
#include <cmath>

namespace drydock::ui {

PixelFrame PixelFrame::of(const QPainter &painter, const QRectF &rect, qreal width)
{
    const QTransform toDevice = painter.deviceTransform();
    const qreal scale = toDevice.m11();
    if (toDevice.type() > QTransform::TxScale || scale <= 0)
        return {rect, width};
    const qreal pixels = std::max(1.0, std::round(width * scale));
    const qreal shift = std::fmod(pixels, 2) / 2; // A pen of odd width runs through the middle of pixels.
    const QRectF device = toDevice.mapRect(rect);
    const QPointF topLeft(std::round(device.left()) + shift, std::round(device.top()) + shift);
    const QPointF bottomRight(std::round(device.right()) - shift, std::round(device.bottom()) - shift);
    return {toDevice.inverted().mapRect(QRectF(topLeft, bottomRight)), pixels / scale};
}

} // namespace drydock::ui
