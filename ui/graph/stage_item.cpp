// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/stage_item.h"

#include "ui/graph/pixel_frame.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace drydock::ui {

void StageItem::setCard(const StageCard &card, const CardGeometry &geometry)
{
    m_card = card;
    setGeometry(geometry);
    setToolTip(plainToolTip(card.lines().join(u'\n')));
    updateOpacity(card.isUnused && card.problemCount == 0); // A mistake must be seen.
}

Role StageItem::blockRole() const
{
    return m_card.problemCount > 0 ? Role::Error : m_card.isTarget ? Role::EdgeCopy : Role::Border;
}

void StageItem::paintCard(QPainter &painter, qreal zoom) const
{
    const DetailLevel level = detailLevelAt(zoom);
    paintFrame(painter, level == DetailLevel::Full);
    if (level == DetailLevel::Full) {
        paintHeader(painter, zoom);
        paintBody(painter, zoom);
    } else {
        paintName(painter, zoom, m_card.title,
                  level == DetailLevel::Name ? lastPart(m_card.base) : QString());
    }
    if (level != DetailLevel::Block)
        paintPorts(painter);
}

/// \param isFull the card can be read; otherwise it is a block with a name, and its border tells the target.
void StageItem::paintFrame(QPainter &painter, bool isFull) const
{
    const bool isWrong = m_card.problemCount > 0;
    const bool isLoud = isWrong || (m_card.isTarget && !isFull);
    const PixelFrame frame = PixelFrame::of(painter, geometry().frame, isLoud ? 2 : 1.25);
    const qreal radius = cornerRadius();
    if (style().theme->kind() == ThemeKind::Light) { // A breath of shadow; on dark it would not show.
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(27, 31, 36, 22));
        painter.drawRoundedRect(frame.rect.translated(0, 2), radius, radius);
    }
    QPainterPath outline;
    outline.addRoundedRect(frame.rect, radius, radius);
    const Role body = isFull ? Role::Node : m_card.isTarget ? Role::SelectedLine : Role::Header;
    painter.fillPath(outline, style().color(body));
    if (isFull) {
        painter.save();
        painter.setClipRect(geometry().header, Qt::IntersectClip);
        painter.fillPath(outline, style().color(Role::Header));
        painter.restore();
        if (style().theme->kind() == ThemeKind::HighContrast) {
            painter.setPen(QPen(style().color(Role::Border), frame.pen));
            painter.drawLine(geometry().header.bottomLeft(), geometry().header.bottomRight());
        }
    }
    if (m_card.isBroken) {
        painter.setPen(Qt::NoPen);
        QColor hatch = style().color(Role::Error);
        hatch.setAlphaF(0.25F);
        painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
        painter.drawPath(outline);
    }
    QPen pen(style().color(isFull && !isWrong ? Role::Border : blockRole()), frame.pen);
    if (m_card.isUnknowable)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void StageItem::paintHeader(QPainter &painter, qreal zoom) const
{
    const CardGeometry &places = geometry();
    const GraphFonts &fonts = style().fonts;
    painter.setPen(style().color(Role::Text));
    paintText(painter, places.title, fonts.title, m_card.title, zoom, Qt::AlignLeft, Qt::ElideMiddle);
    if (m_card.isTarget) {
        QFont bold = fonts.small;
        bold.setBold(true);
        painter.setPen(style().color(Role::EdgeCopy));
        paintText(painter, places.mark, bold, finalMark(), zoom, Qt::AlignRight);
    } else if (m_card.isUnused) {
        painter.setPen(style().color(Role::SecondaryText));
        paintText(painter, places.mark, fonts.small, unusedMark(), zoom, Qt::AlignRight);
    }
    if (m_card.canExpand)
        paintToggle(painter);
}

/// Right: closed, down: open.
void StageItem::paintToggle(QPainter &painter) const
{
    constexpr qreal reach = 3.5;
    const QPointF centre(geometry().frame.right() - 17, geometry().header.center().y());
    const QPointF point = m_card.isExpanded ? QPointF(0, reach / 2) : QPointF(reach / 2, 0);
    const QPointF across = m_card.isExpanded ? QPointF(reach, 0) : QPointF(0, reach);
    QPen pen(style().color(Role::SecondaryText), 1.5);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({centre - point - across, centre + point, centre - point + across}));
}

void StageItem::paintBody(QPainter &painter, qreal zoom) const
{
    const GraphFonts &fonts = style().fonts;
    const CardGeometry &places = geometry();
    painter.setPen(style().color(Role::Text));
    paintText(painter, places.base, fonts.mono, m_card.base, zoom, Qt::AlignLeft, Qt::ElideMiddle);
    if (!m_card.isUnused)
        paintBadge(painter, m_card.pin, zoom);
    painter.setPen(style().color(Role::SecondaryText));
    paintText(painter, places.details, fonts.small, m_card.details, zoom);
    paintRows(painter, zoom);
    paintCounts(painter, zoom);
}

void StageItem::paintRows(QPainter &painter, qreal zoom) const
{
    const GraphFonts &fonts = style().fonts;
    const QFontMetricsF mono(GraphFonts::legible(fonts.mono, zoom));
    const QFontMetricsF small(GraphFonts::legible(fonts.small, zoom));
    for (std::size_t i = 0; i < m_card.rows.size(); ++i) {
        const CardRow &row = m_card.rows[i];
        QRectF rest = geometry().rows[i].rect;
        if (row.mark != RowMark::None) {
            painter.setPen(style().color(markRole(row.mark)));
            paintText(painter, rest, fonts.small, markOf(row.mark), zoom, Qt::AlignRight);
            rest.setRight(rest.right() - small.horizontalAdvance(markOf(row.mark)) - 6);
        }
        painter.setPen(style().color(Role::CodeKeyword));
        paintText(painter, rest, fonts.mono, row.keyword, zoom);
        rest.setLeft(rest.left() + mono.horizontalAdvance(row.keyword + u' '));
        painter.setPen(style().color(Role::Text));
        paintText(painter, rest, fonts.mono, row.rest, zoom);
    }
    if (m_card.hiddenRows > 0) {
        painter.setPen(style().color(Role::SecondaryText));
        paintText(painter, geometry().more, fonts.small, moreRows(m_card.hiddenRows), zoom);
    }
}

/// "✕ 1  ▲ 2  the first problem": shapes in their colours, words in the colour of words.
void StageItem::paintCounts(QPainter &painter, qreal zoom) const
{
    const QFont &font = style().fonts.small;
    const QFont legible = GraphFonts::legible(font, zoom);
    QRectF rest = geometry().counts;
    for (const CardCount &count : m_card.counts()) {
        const QString mark = markOf(count.mark);
        painter.setPen(style().color(markRole(count.mark)));
        paintText(painter, rest, font, mark, zoom);
        QRectF number = rest;
        number.setLeft(rest.left() + QFontMetricsF(legible).horizontalAdvance(mark + u' '));
        painter.setPen(style().color(Role::Text));
        paintText(painter, number, font, count.text, zoom);
        rest.setLeft(rest.left() + countWidth(count, legible) + countGap);
    }
    painter.setPen(style().color(Role::Text));
    paintText(painter, geometry().problem, font, m_card.problem, zoom);
}

/// Where the base comes in and where what this stage makes goes out.
void StageItem::paintPorts(QPainter &painter) const
{
    constexpr qreal radius = 4.5;
    painter.setBrush(style().color(Role::Canvas));
    painter.setPen(QPen(style().color(Role::EdgeFrom), 1.75));
    painter.drawEllipse(inPort(), radius, radius);
    painter.setPen(QPen(style().color(Role::EdgeCopy), 1.75));
    painter.drawEllipse(outPort(), radius, radius);
}

} // namespace drydock::ui
