// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/graph_diff.h"
#include "model/layout/layout.h"

#include <QByteArray>
#include <QMap>
#include <QPointF>
#include <QString>

#include <array>

namespace drydock::ui {

/// Where a hand put boxes, as distances from where the layout puts them, in scene coordinates. View state: never
/// part of the file.
///
/// A pin belongs to a direction, because the layout of the other one is another picture. It is found again by the
/// stage's or image's name, so that it survives the program.
class GraphPins {
public:
    /// What a node is remembered by: "stage build", "stage 2" if it has no name, "image golang:1.21".
    static QString keyOf(const StageGraph &graph, NodeIndex node);

    /// (0, 0) where nobody moved anything.
    QPointF offsetOf(const QString &key, LayoutDirection direction) const;
    /// (0, 0) forgets the pin.
    void set(const QString &key, LayoutDirection direction, QPointF offset);
    bool isEmpty() const;
    void clear();

    /// The text changed: pins follow the nodes they belong to, whatever those are called now. A node that is gone
    /// leaves its pin behind, for undo to find.
    void follow(const StageGraph &before, const StageGraph &after, const GraphDiff &diff);

    /// JSON for a file beside other view state. `fromBytes` ignores what it does not understand.
    QByteArray toBytes() const;
    static GraphPins fromBytes(const QByteArray &bytes);

    bool operator==(const GraphPins &) const = default;

private:
    using Offsets = QMap<QString, QPointF>;
    Offsets &of(LayoutDirection direction) { return m_offsets[static_cast<std::size_t>(direction)]; }
    const Offsets &of(LayoutDirection direction) const
    {
        return m_offsets[static_cast<std::size_t>(direction)];
    }

    std::array<Offsets, 2> m_offsets;
};

} // namespace drydock::ui
