// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/node_item.h"

namespace drydock::ui {

/// One stage on the canvas. Shows a StageCard.
class StageItem final : public NodeItem {
    Q_OBJECT

public:
    enum { Type = UserType + 1 };

    using NodeItem::NodeItem;

    void setCard(const StageCard &card, const CardGeometry &geometry);
    const StageCard &card() const { return m_card; }
    const CardGeometry &cardGeometry() const { return geometry(); }

    int type() const override { return Type; }
    Role blockRole() const override;
    QString title() const override { return m_card.title; }

protected:
    void paintCard(QPainter &painter, qreal zoom) const override;
    qreal cornerRadius() const override { return 8; }
    bool isEmphasised() const override { return m_card.isTarget; }

private:
    void paintFrame(QPainter &painter, bool isFull) const;
    void paintHeader(QPainter &painter, qreal zoom) const;
    void paintToggle(QPainter &painter) const;
    void paintBody(QPainter &painter, qreal zoom) const;
    void paintSize(QPainter &painter, qreal zoom) const;
    void paintBar(QPainter &painter, const QRectF &track) const;
    void paintState(QPainter &painter, const QPainterPath &outline) const;
    void paintStateBadge(QPainter &painter, qreal zoom) const;
    void paintRows(QPainter &painter, qreal zoom) const;
    QRectF paintRowMarks(QPainter &painter, const CardRow &row, const QRectF &place, qreal zoom) const;
    void paintCounts(QPainter &painter, qreal zoom) const;
    void paintPorts(QPainter &painter) const;

    StageCard m_card;
};

} // namespace drydock::ui
