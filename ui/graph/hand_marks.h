// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_style.h"

#include <QGraphicsItem>

#include <optional>
#include <vector>

namespace drydock::ui {

/// The line between a port and the hand, while the hand is down. It promises nothing: the arrow appears when the
/// text has it.
struct RubberEdge {
    QPointF from;
    QPointF to;
    EdgeKind kind = EdgeKind::Copy;
    bool isLegal = true; ///< A drop here would do something.
};

/// What lies over the picture while a hand is at work: the rubber edge, the card it is over, ports, the place an instruction will go to, the frame of a multiple selection. In scene coordinates.
struct HandMarks {
    std::optional<RubberEdge> edge;
    QRectF target; ///< Frame of the one under the hand; empty for none.
    std::vector<QPointF> ports; ///< FROM ports that take a drop.
    std::optional<QLineF> insertion;
    QRectF band; ///< Empty for none.
    QRectF row; ///< The selected instruction of a card; empty for none.
};

/// Paints HandMarks above everything.
class HandMarksItem final : public QGraphicsItem {
public:
    /// \param style borrowed; must outlive the item.
    explicit HandMarksItem(const GraphStyle &style);

    void setMarks(HandMarks marks);
    const HandMarks &marks() const { return m_marks; }

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return {}; } ///< Nothing to touch.
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintEdge(QPainter &painter, qreal zoom) const;

    const GraphStyle &m_style;
    HandMarks m_marks;
    QRectF m_bounds;
};

} // namespace drydock::ui
