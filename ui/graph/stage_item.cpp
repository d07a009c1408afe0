// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/stage_item.h"

#include "ui/common/mark_words.h"
#include "ui/graph/pixel_frame.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

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
        if (level == DetailLevel::Name)
            paintBar(painter, geometry().frame.adjusted(10, geometry().frame.height() - 12, -10, -6));
        paintName(painter, zoom, m_card.title,
                  level == DetailLevel::Name ? lastPart(m_card.base) : QString());
    }
    if (level != DetailLevel::Block)
        paintPorts(painter);
    paintStateBadge(painter, zoom);
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
    paintState(painter, outline);
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
    QString details = m_card.details;
    if (!m_card.marks.activity.isEmpty())
        details += QStringLiteral(" · ") + m_card.marks.activity;
    paintText(painter, places.details, fonts.small, details, zoom);
    paintSize(painter, zoom);
    paintBar(painter, places.bar);
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
        if (m_card.marks.hasRoom)
            rest = paintRowMarks(painter, row, rest, zoom);
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

/// "4 kB ≡" at the end of a row. \returns what is left of it.
QRectF StageItem::paintRowMarks(QPainter &painter, const CardRow &row, const QRectF &place, qreal zoom) const
{
    constexpr qreal signRoom = 16;
    const QFont &font = style().fonts.small;
    QRectF rest = place;
    if (row.state && *row.state != StepState::Waiting) {
        const QColor color = style().color(row.isStale ? Role::Dimmed : stateRole(*row.state));
        paintStateSign(painter, {rest.right() - 5, rest.center().y()}, 5, *row.state, color);
    }
    rest.setRight(rest.right() - signRoom);
    if (row.size.isEmpty())
        return rest;
    painter.setPen(style().color(row.isStale ? Role::Dimmed : Role::SecondaryText));
    paintText(painter, rest, font, row.size, zoom, Qt::AlignRight);
    rest.setRight(rest.right() - QFontMetricsF(GraphFonts::legible(font, zoom)).horizontalAdvance(row.size)
                  - 8);
    return rest;
}

/// "847 MB" as measured, in italics if it is a guess; grey with a clock if the text is newer.
void StageItem::paintSize(QPainter &painter, qreal zoom) const
{
    const CardMarks &marks = m_card.marks;
    if (marks.size.isEmpty())
        return;
    QFont font = style().fonts.small;
    const bool isKnown = marks.fill > 0 || !marks.shares.empty();
    font.setBold(isKnown && !marks.isSizeStale && !marks.isEstimate);
    font.setItalic(marks.isEstimate);
    const QRectF place = geometry().size;
    painter.setPen(style().color(marks.isSizeStale || !isKnown ? Role::SecondaryText : Role::Text));
    paintText(painter, place, font, marks.size, zoom, Qt::AlignRight);
    if (marks.isSizeStale) {
        const qreal width = QFontMetricsF(GraphFonts::legible(font, zoom)).horizontalAdvance(marks.size);
        paintClock(painter, {place.right() - width - 10, place.center().y()}, 5.5,
                   style().color(Role::SecondaryText));
    }
}

/// As long as the stage is heavy, in the colours of what it is heavy with.
void StageItem::paintBar(QPainter &painter, const QRectF &track) const
{
    const CardMarks &marks = m_card.marks;
    if (marks.size.isEmpty() || track.isEmpty() || (marks.shares.empty() && marks.fill <= 0))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(style().color(Role::Separator));
    painter.drawRect(track);
    std::uint64_t total = 0;
    for (const SizeShare &share : marks.shares)
        total += share.bytes;
    constexpr qreal least = 2; // Nothing that is there is drawn as nothing.
    const qreal length = std::max(least, track.width() * marks.fill);
    qreal x = track.left();
    std::uint64_t sum = 0;
    for (const SizeShare &share : marks.shares) {
        sum += share.bytes;
        const qreal end = std::min(
            track.right(), std::max(x + least, track.left() + length * (double(sum) / double(total))));
        QColor color = style().color(categoryRole(share.category));
        if (marks.isSizeStale)
            color.setAlphaF(0.45F);
        painter.fillRect(QRectF(x, track.top(), end - x, track.height()), color);
        if (x > track.left()) // Neighbours must not run into each other.
            painter.fillRect(QRectF(x, track.top(), 1, track.height()), style().color(Role::Node));
        x = end;
    }
}

/// The strip at the left edge, below the header.
void StageItem::paintState(QPainter &painter, const QPainterPath &outline) const
{
    const CardMarks &marks = m_card.marks;
    if (!marks.state || *marks.state == StepState::Waiting)
        return;
    constexpr qreal width = 4;
    QRectF strip = geometry().frame;
    strip.setTop(geometry().header.bottom());
    strip.setWidth(width);
    painter.save();
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.fillRect(strip, style().color(marks.isStateStale ? Role::Dimmed : stateRole(*marks.state)));
    painter.restore();
}

/// The same as a sign, on the corner: it is seen at every zoom and does not hang on colour.
void StageItem::paintStateBadge(QPainter &painter, qreal zoom) const
{
    const CardMarks &marks = m_card.marks;
    if (!marks.state || *marks.state == StepState::Waiting)
        return;
    const qreal radius = std::min(7.5 / std::min(zoom, 1.0), geometry().frame.height() / 3);
    const QPointF centre(geometry().frame.left(), geometry().header.center().y());
    painter.setPen(QPen(style().color(Role::Canvas), radius / 5));
    painter.setBrush(style().color(marks.isStateStale ? Role::Dimmed : stateRole(*marks.state)));
    painter.drawEllipse(centre, radius, radius);
    paintStateSign(painter, centre, radius * 0.6, *marks.state, style().color(Role::Node));
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
