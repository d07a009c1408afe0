// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/image_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

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

void ImageItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF &frame = geometry().frame;
    const bool isMissing = m_card.kind == NodeKind::Missing;
    QPen pen(style().color(blockRole()), std::max(1.25, 1 / zoom));
    pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->setBrush(style().color(isMissing ? Role::Canvas : Role::Node));
    painter->drawRect(frame);

    if (detailLevelAt(zoom) != DetailLevel::Full) {
        // "scratch" would not fit its small box: the sign for nothing does.
        paintName(*painter, zoom, m_card.isScratch ? QStringLiteral("∅") : lastPart(m_card.title), {});
    } else {
        QFont bold = style().fonts.body;
        bold.setBold(!m_card.isScratch);
        painter->setPen(style().color(isMissing ? Role::Error : Role::Text));
        paintText(*painter, geometry().title, bold, m_card.title, zoom,
                  m_card.isScratch ? Qt::AlignHCenter : Qt::AlignLeft, Qt::ElideMiddle);
        painter->setPen(style().color(Role::SecondaryText));
        paintText(*painter, geometry().base, style().fonts.small, m_card.subtitle, zoom);
        paintBadge(*painter, m_card.pin, zoom);
    }
    paintSelection(*painter, 0);
}

} // namespace drydock::ui
