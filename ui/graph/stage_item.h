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
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintFrame(QPainter &painter, qreal zoom, bool withHeader) const;
    void paintBody(QPainter &painter, qreal zoom) const;
    void paintPort(QPainter &painter) const;

    StageCard m_card;
};

} // namespace drydock::ui
