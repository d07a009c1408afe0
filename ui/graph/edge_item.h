// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_picture.h"

#include <QGraphicsObject>
#include <QPainterPath>

#include <vector>

namespace drydock::ui {

/// One arrow: a bundle of edges along a route. In scene coordinates; its own position stays at the origin.
class EdgeItem final : public QGraphicsObject {
    Q_OBJECT

public:
    enum { Type = UserType + 3 };

    /// \param style borrowed; must outlive the item.
    explicit EdgeItem(const GraphStyle &style, QGraphicsItem *parent = nullptr);

    /// \param route as the layout made it, moved to scene coordinates; at least two points.
    /// \param hasLabelRoom false: the label shows only while the edge is selected or hovered.
    void setBundle(const EdgeBundle &bundle, const std::vector<QPointF> &route, QPointF labelCentre,
                   bool hasLabelRoom);
    /// Another text for the same arrow: its route stays.
    void updateBundle(const EdgeBundle &bundle);
    const EdgeBundle &bundle() const { return m_bundle; }
    /// The line as it is drawn, without its head.
    const QPainterPath &path() const { return m_path; }

    void setSelected(bool isSelected);
    bool isSelectedEdge() const { return m_isSelected; }
    /// Part of what is highlighted, or beside it.
    void setHighlight(bool isHighlighted, bool isDimmed);

    /// 0: not to be seen, 1: as its state demands.
    void setFade(qreal fade);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

signals:
    void pressed();
    void activated(); ///< Double click.
    void hovered(bool isInside);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;

private:
    QColor color() const;
    void paintHead(QPainter &painter, const QColor &color) const;
    qreal labelGrowth(qreal zoom) const;
    QRectF labelRect(qreal growth) const;
    void paintLabel(QPainter &painter, qreal zoom, const QColor &color) const;
    void updateLook();

    const GraphStyle &m_style;
    EdgeBundle m_bundle;
    QPainterPath m_path;
    QPointF m_end; ///< Where the head's tip is.
    QPointF m_direction; ///< Of the last piece, length 1.
    QPointF m_labelCentre;
    QSizeF m_labelSize;
    bool m_hasLabelRoom = false;
    bool m_isSelected = false;
    bool m_isHighlighted = false;
    bool m_isDimmed = false;
    qreal m_fade = 1;
};

/// An "i" in a circle, infoSize wide, drawn rather than written: not every font has one.
void paintInfoSign(QPainter &painter, QPointF centre, const QColor &color);

/// A smooth line through a route of the layout: it leaves and enters each step straight along the direction of
/// flow, and stays inside the rectangle each step spans, so that it keeps the route's distance to boxes.
QPainterPath smoothPath(const std::vector<QPointF> &route, LayoutDirection direction);

} // namespace drydock::ui
