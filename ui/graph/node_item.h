// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_picture.h"

#include <QGraphicsObject>

namespace drydock::ui {

/// How a node stands out just now.
struct NodeState {
    bool isSelected = false;
    bool isDimmed = false; ///< Something else is highlighted.

    bool operator==(const NodeState &) const = default;
};

/// A box of the graph, stage or not. Its origin is the middle of its frame.
///
/// Items show plain data and know neither Document nor Syntax. They never change the file: they tell the scene
/// what the hand did and wait for the document to come back changed.
class NodeItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// \param style borrowed; must outlive the item.
    explicit NodeItem(const GraphStyle &style, QGraphicsItem *parent = nullptr);

    /// The node of the graph shown now; changes while the text is edited.
    NodeIndex node() const { return m_node; }
    void setNode(NodeIndex node) { m_node = node; }

    const QRectF &frame() const { return m_geometry.frame; }
    void setState(NodeState state);
    const NodeState &state() const { return m_state; }
    /// The border's colour when drawn small, in the minimap.
    virtual Role blockRole() const = 0;
    virtual QString title() const = 0;

    QRectF boundingRect() const override;
    QPainterPath shape() const override;

signals:
    void pressed();
    void activated(); ///< Double click.
    void hovered(bool isInside);

protected:
    void setGeometry(const CardGeometry &geometry);
    const CardGeometry &geometry() const { return m_geometry; }
    const GraphStyle &style() const { return m_style; }
    /// Unused nodes and those beside a highlighted path.
    void updateOpacity(bool isUnused);
    void paintSelection(QPainter &painter, qreal radius) const;
    /// The name alone, as large as the zoom demands. \param second below it where there is room; may be empty.
    void paintName(QPainter &painter, qreal zoom, const QString &name, const QString &second) const;
    void paintBadge(QPainter &painter, ImagePin pin, qreal zoom) const;

    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;

private:
    const GraphStyle &m_style;
    CardGeometry m_geometry;
    NodeState m_state;
    NodeIndex m_node;
    bool m_isUnused = false;
};

/// `text` in one line of `rect`, elided; in a larger font if it could not be read at `zoom`.
void paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QString &text, qreal zoom,
               Qt::Alignment alignment = Qt::AlignLeft, Qt::TextElideMode elide = Qt::ElideRight);

/// Plain text for a tool tip: Qt would take text with tags for HTML.
QString plainToolTip(const QString &text);

} // namespace drydock::ui
