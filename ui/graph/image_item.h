// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/node_item.h"

namespace drydock::ui {

/// What comes from outside of the file: an image, a context, a URL; or the ghost of a stage that is missing.
/// Sharp corners and a dashed border tell it from a stage.
class ImageItem final : public NodeItem {
    Q_OBJECT

public:
    enum { Type = UserType + 2 };

    using NodeItem::NodeItem;

    void setCard(const ImageCard &card, const CardGeometry &geometry);
    const ImageCard &card() const { return m_card; }

    int type() const override { return Type; }
    Role blockRole() const override;
    QString title() const override { return m_card.title; }

protected:
    void paintCard(QPainter &painter, qreal zoom) const override;
    qreal cornerRadius() const override { return 0; }

private:
    ImageCard m_card;
};

} // namespace drydock::ui
