// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_picture.h"

#include <QGraphicsObject>

namespace drydock::ui {

/// What the thing that is dragged would do with a node.
enum class DragRole : std::uint8_t {
    None,
    Target, ///< May be dropped here.
    Illegal, ///< May not.
};

/// How a node stands out just now.
struct NodeState {
    bool isSelected = false;
    bool isDimmed = false; ///< Something else is highlighted.
    bool isDropTarget = false; ///< What is dragged may be dropped here: a ring.
    bool isIllegal = false; ///< It may not: faded.

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

    /// The node of the graph shown now; changes while the text is edited. None: the build context.
    NodeIndex node() const { return m_key.node; }
    const BoxKey &key() const { return m_key; }
    void setKey(const BoxKey &key) { m_key = key; }

    const QRectF &frame() const { return m_geometry.frame; }
    void setState(NodeState state);
    const NodeState &state() const { return m_state; }
    /// The border's colour when drawn small, in the minimap.
    virtual Role blockRole() const = 0;
    virtual QString title() const = 0;

    /// Where FROM arrives, in item coordinates, on the frame's border.
    QPointF inPort() const;
    /// Where the layout lets it arrive. \param place in item coordinates.
    void setInPort(QPointF place);
    /// Where what the node makes goes out, in item coordinates, on the frame's border.
    QPointF outPort() const;

    /// Draws the item so far from its place, and so faint: a picture that changes slides there instead of jumping.
    /// Hits, ports and everything else are at the final place at once.
    /// \param opacity 0 to 1, on top of what the state demands.
    void setDrift(QPointF drift, qreal opacity);
    QPointF drift() const { return m_drift; }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) final;

signals:
    void pressed();
    void activated(); ///< Double click.
    void toggled(); ///< The sign that opens and closes the card was pressed.
    void hovered(bool isInside);

protected:
    /// Paints everything but rings. \param zoom device-independent pixels for one of the item.
    virtual void paintCard(QPainter &painter, qreal zoom) const = 0;
    virtual qreal cornerRadius() const = 0;
    /// What the build produces: its name stays bold where others become thin for want of room.
    virtual bool isEmphasised() const { return false; }

    void setGeometry(const CardGeometry &geometry);
    const CardGeometry &geometry() const { return m_geometry; }
    const GraphStyle &style() const { return m_style; }
    /// Unused nodes and those beside a highlighted path.
    void updateOpacity(bool isUnused);
    /// The name alone, as large as the zoom demands. \param second below it where there is room; may be empty.
    void paintName(QPainter &painter, qreal zoom, const QString &name, const QString &second) const;
    void paintBadge(QPainter &painter, ImagePin pin, qreal zoom) const;

    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;

private:
    bool isOnToggle(QPointF position) const;
    void paintRing(QPainter &painter, qreal width) const;

    const GraphStyle &m_style;
    CardGeometry m_geometry;
    NodeState m_state;
    BoxKey m_key;
    QPointF m_inPort; ///< Null: in the middle of the side.
    QPointF m_drift;
    qreal m_fade = 1;
    bool m_isUnused = false;
};

/// `text` in one line of `rect`, elided; in a larger font if it could not be read at `zoom`.
void paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QString &text, qreal zoom,
               Qt::Alignment alignment = Qt::AlignLeft, Qt::TextElideMode elide = Qt::ElideRight);

/// Plain text for a tool tip: Qt would take text with tags for HTML.
QString plainToolTip(const QString &text);

} // namespace drydock::ui
