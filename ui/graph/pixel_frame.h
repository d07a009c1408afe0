// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRectF>

namespace drydock::ui {

/// A rectangle and a pen, in the painter's coordinates, that together fill whole pixels of the device: lines stay
/// sharp at every zoom and scale factor.
struct PixelFrame {
    QRectF rect; ///< Where the middle of the pen goes.
    qreal pen = 1; ///< Width.

    /// \param width wanted; never thinner than a pixel.
    static PixelFrame of(const QPainter &painter, const QRectF &rect, qreal width);
};

} // namespace drydock::ui
