// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/image_item.h"

#include "ui/graph/pixel_frame.h"

#include <QPainter>

namespace drydock::ui {

void ImageItem::setCard(const ImageCard &card, const CardGeometry &geometry)
{
    m_card = card;
    setGeometry(geometry);
    setToolTip(plainToolTip(card.toolTip.isEmpty() ? card.lines().join(u'\n') : card.toolTip));
    updateOpacity(card.isUnused);
}

Role ImageItem::blockRole() const
{
    return m_card.kind == NodeKind::Missing ? Role::Error : Role::Border;
}

void ImageItem::paintCard(QPainter &painter, qreal zoom) const
{
    const PixelFrame frame = PixelFrame::of(painter, geometry().frame, 1.25);
    const bool isMissing = m_card.kind == NodeKind::Missing;
    QPen pen(style().color(blockRole()), frame.pen);
    pen.setDashPattern({4, 3});
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(style().color(isMissing ? Role::Canvas : Role::Node));
    painter.drawRect(frame.rect);

    if (detailLevelAt(zoom) != DetailLevel::Full) {
        // "scratch" would not fit its small box: the sign for nothing does.
        paintName(painter, zoom, m_card.isScratch ? QStringLiteral("∅") : lastPart(m_card.title), {});
        return;
    }
    if (m_card.isScratch) {
        painter.setPen(style().color(Role::SecondaryText));
        paintText(painter, geometry().title, style().fonts.small, m_card.title, zoom, Qt::AlignHCenter);
        return;
    }
    QFont bold = style().fonts.body;
    bold.setBold(true);
    painter.setPen(style().color(isMissing ? Role::Error : Role::Text));
    paintText(painter, geometry().title, bold, m_card.title, zoom, Qt::AlignLeft, Qt::ElideMiddle);
    painter.setPen(style().color(Role::SecondaryText));
    paintText(painter, geometry().base, style().fonts.small, m_card.subtitle, zoom);
    if (!m_card.isUnused)
        paintBadge(painter, m_card.pin, zoom);
}

} // namespace drydock::ui
