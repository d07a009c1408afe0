// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/edge_item.h"
#include "ui/graph/node_item.h"

#include <QPoint>

#include <cstdint>

namespace drydock::ui {

class GraphView;

constexpr qreal portDrawn = 12; ///< Width of a port while a hand is at work, on screen.
constexpr qreal portHit = 24; ///< Width of what counts as the port, on screen.

/// What lies under the pointer, as far as a hand can do something with it. Borrowed items: valid until the scene
/// draws another picture.
struct GraphSpot {
    enum class Kind : std::uint8_t {
        Canvas,
        Body, ///< Of a stage's card, or any part of an image's.
        Name, ///< A stage's title.
        Base, ///< The line that names a stage's base.
        Row, ///< One instruction of a stage.
        OutPort, ///< What a node offers: COPY --from and FROM begin here.
        FromPort, ///< A stage's base: FROM ends here.
        Edge,
        Context, ///< The build context or an arrow from it, which no gesture changes.
    };

    Kind kind = Kind::Canvas;
    NodeItem *node = nullptr;
    EdgeItem *edge = nullptr;
    InstructionIndex instruction; ///< Of Row.

    bool isOnCard() const
    {
        return kind == Kind::Body || kind == Kind::Name || kind == Kind::Base || kind == Kind::Row;
    }
};

/// Where a card shows an instruction.
struct ShownRow {
    QRectF rect; ///< In scene coordinates.
    InstructionIndex instruction;
};

/// The instructions that a card shows, from the top; none for images and collapsed cards.
std::vector<ShownRow> shownRows(const NodeItem &item);

/// Where a node's out port is, in scene coordinates.
QPointF outPortOf(const NodeItem &item);
/// Where arrows into a node end, in scene coordinates.
QPointF fromPortOf(const NodeItem &item);

/// \param position in the view's viewport.
/// \param isDropping a connection is on its way: FROM ports count, out ports and arrows do not.
GraphSpot spotAt(const GraphView &view, QPoint position, bool isDropping = false);

} // namespace drydock::ui
