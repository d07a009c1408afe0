// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/stage_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr qreal cornerRadius = 8;

} // namespace

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

void StageItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const DetailLevel level = detailLevelAt(zoom);
    paintFrame(*painter, zoom, level == DetailLevel::Full);
    if (level == DetailLevel::Full)
        paintBody(*painter, zoom);
    else
        paintName(*painter, zoom, m_card.title,
                  level == DetailLevel::Name ? lastPart(m_card.base) : QString());
    paintSelection(*painter, cornerRadius);
    if (level != DetailLevel::Block)
        paintPort(*painter);
}

void StageItem::paintFrame(QPainter &painter, qreal zoom, bool withHeader) const
{
    const QRectF &frame = geometry().frame;
    if (style().theme->kind() == ThemeKind::Light) { // A breath of shadow; on dark it would not show.
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(27, 31, 36, 22));
        painter.drawRoundedRect(frame.translated(0, 2), cornerRadius, cornerRadius);
    }
    QPainterPath outline;
    outline.addRoundedRect(frame, cornerRadius, cornerRadius);
    const Role body = withHeader ? Role::Node : m_card.isTarget ? Role::SelectedLine : Role::Header;
    painter.fillPath(outline, style().color(body));
    if (withHeader) {
        painter.save();
        painter.setClipRect(geometry().header, Qt::IntersectClip);
        painter.fillPath(outline, style().color(Role::Header));
        painter.restore();
        if (style().theme->kind() == ThemeKind::HighContrast) {
            painter.setPen(QPen(style().color(Role::Border), 1));
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
    const bool isWrong = m_card.problemCount > 0;
    const bool isLoud = m_card.isTarget || isWrong;
    QPen pen(style().color(blockRole()), std::max(isLoud ? 1.75 : 1.25, (isLoud ? 1.5 : 1) / zoom));
    if (m_card.isUnknowable)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void StageItem::paintBody(QPainter &painter, qreal zoom) const
{
    const GraphFonts &fonts = style().fonts;
    const CardGeometry &places = geometry();
    const QColor text = style().color(Role::Text);
    const QColor secondary = style().color(Role::SecondaryText);

    painter.setPen(text);
    paintText(painter, places.title, fonts.title, m_card.title, zoom, Qt::AlignLeft, Qt::ElideMiddle);
    if (m_card.isTarget) {
        QFont bold = fonts.small;
        bold.setBold(true);
        painter.setPen(style().color(Role::EdgeCopy));
        paintText(painter, places.mark, bold, finalMark(), zoom, Qt::AlignRight);
    } else if (m_card.isUnused) {
        painter.setPen(secondary);
        paintText(painter, places.mark, fonts.small, unusedMark(), zoom, Qt::AlignRight);
    }

    painter.setPen(text);
    paintText(painter, places.base, fonts.mono, m_card.base, zoom, Qt::AlignLeft, Qt::ElideMiddle);
    paintBadge(painter, m_card.pin, zoom);
    painter.setPen(secondary);
    paintText(painter, places.details, fonts.small, m_card.details, zoom);
    if (m_card.problemCount > 0 || m_card.warningCount > 0) {
        painter.setPen(style().color(m_card.problemCount > 0 ? Role::Error : Role::Warning));
        paintText(painter, places.counts, fonts.small, countsText(m_card), zoom, Qt::AlignRight);
    }

    const QFontMetricsF mono(GraphFonts::legible(fonts.mono, zoom));
    for (std::size_t i = 0; i < m_card.rows.size(); ++i) {
        const CardRow &row = m_card.rows[i];
        const qreal keywordWidth = mono.horizontalAdvance(row.keyword + u' ');
        QRectF rest = places.rows[i];
        painter.setPen(style().color(Role::CodeKeyword));
        paintText(painter, rest, fonts.mono, row.keyword, zoom);
        rest.setLeft(rest.left() + keywordWidth);
        painter.setPen(text);
        paintText(painter, rest, fonts.mono, row.rest, zoom);
    }
    if (m_card.hiddenRows > 0) {
        painter.setPen(secondary);
        paintText(painter, places.more, fonts.small, moreRows(m_card.hiddenRows), zoom);
    }
    if (!m_card.problem.isEmpty()) {
        painter.setPen(style().color(Role::Error));
        paintText(painter, places.problem, fonts.small, QStringLiteral("✕ ") + m_card.problem, zoom);
    }
}

/// Where what this stage makes goes out.
void StageItem::paintPort(QPainter &painter) const
{
    constexpr qreal radius = 4.5;
    const QRectF &frame = geometry().frame;
    const QPointF port = style().direction == LayoutDirection::LeftToRight
        ? QPointF(frame.right(), frame.center().y())
        : QPointF(frame.center().x(), frame.bottom());
    painter.setPen(QPen(style().color(Role::EdgeCopy), 1.75));
    painter.setBrush(style().color(Role::Canvas));
    painter.drawEllipse(port, radius, radius);
}

} // namespace drydock::ui
