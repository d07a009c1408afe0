// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_picture.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace drydock::ui {

class GraphScene;

/// One line of the legend.
struct LegendEntry {
    enum class Sign : std::uint8_t { Edge, Error, LaterStage, Unknown };
    Sign sign = Sign::Edge;
    EdgeKind kind = EdgeKind::From; ///< Of an edge.
    QString text;
};

/// Only what occurs in `picture`: nobody has to learn what is not there.
std::vector<LegendEntry> legendOf(const GraphPicture &picture);

/// What the arrows and borders of the picture mean. Bottom left of the view; lets clicks through.
class GraphLegend final : public QWidget {
    Q_OBJECT

public:
    /// \param scene borrowed; must outlive the legend.
    explicit GraphLegend(const GraphScene &scene, QWidget *parent);

    /// Takes over what occurs now, in lines no wider than `width` pixels.
    void arrange(int width);
    int arrangedWidth() const { return m_arrangedWidth; }
    const std::vector<LegendEntry> &entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.empty(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSign(QPainter &painter, const LegendEntry &entry, QPointF left) const;

    const GraphScene &m_scene;
    std::vector<LegendEntry> m_entries;
    std::vector<QPointF> m_places; ///< Of each entry: its left end, in the middle of its line.
    qreal m_lineHeight = 0;
    int m_arrangedWidth = 0;
};

} // namespace drydock::ui
