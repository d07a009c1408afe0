// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_legend.h"

#include "ui/graph/edge_item.h"
#include "ui/graph/graph_scene.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal signLength = 26;
constexpr qreal signGap = 6;
constexpr qreal entryGap = 18;
constexpr qreal padding = 9;

} // namespace

std::vector<LegendEntry> legendOf(const GraphPicture &picture)
{
    using Sign = LegendEntry::Sign;
    const auto has
        = [&](auto &&matches) { return std::any_of(picture.edges.begin(), picture.edges.end(), matches); };
    const std::array<std::pair<EdgeKind, QString>, 4> kinds {{
        {EdgeKind::From, QStringLiteral("FROM")},
        {EdgeKind::Copy, QStringLiteral("COPY --from")},
        {EdgeKind::Mount, QStringLiteral("RUN --mount")},
        {EdgeKind::Add, QStringLiteral("ADD")},
    }};
    std::vector<LegendEntry> entries;
    for (const auto &[kind, text] : kinds) {
        if (has([kind = kind](const EdgeBundle &edge) {
                return edge.kind == kind && !edge.isError && edge.source.isValid();
            }))
            entries.push_back({Sign::Edge, kind, text});
    }
    if (has([](const EdgeBundle &edge) { return !edge.source.isValid(); }))
        entries.push_back({Sign::Edge, EdgeKind::Copy, GraphLegend::tr("from the build context")});
    if (has([](const EdgeBundle &edge) { return edge.isForward && !edge.isError; }))
        entries.push_back({Sign::LaterStage, EdgeKind::Copy, GraphLegend::tr("stage further down")});
    if (has([](const EdgeBundle &edge) { return edge.isError; }))
        entries.push_back({Sign::Error, EdgeKind::Copy, GraphLegend::tr("cannot work")});
    const bool hasUnknown = std::any_of(picture.nodes.begin(), picture.nodes.end(), [](const auto &node) {
        const auto *card = std::get_if<StageCard>(&node.card);
        return card && card->isUnknowable;
    });
    if (hasUnknown)
        entries.push_back({Sign::Unknown, EdgeKind::From, GraphLegend::tr("partly unknown")});
    return entries;
}

GraphLegend::GraphLegend(const GraphScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Legend"));
}

void GraphLegend::arrange(int width)
{
    const QFontMetricsF metrics(m_scene.style().fonts.small);
    m_entries = legendOf(m_scene.picture());
    m_arrangedWidth = width;
    m_places.clear();
    m_lineHeight = std::ceil(metrics.height()) + 6;
    QPointF place(padding, m_lineHeight / 2);
    qreal widest = 0;
    for (const LegendEntry &entry : m_entries) {
        const qreal length = signLength + signGap + std::ceil(metrics.horizontalAdvance(entry.text));
        if (place.x() > padding && place.x() + length + padding > width)
            place = {padding, place.y() + m_lineHeight};
        m_places.push_back(place);
        widest = std::max(widest, place.x() + length + padding);
        place.rx() += length + entryGap;
    }
    resize(int(std::ceil(widest)), m_entries.empty() ? 0 : int(place.y() + m_lineHeight / 2));
    update();
}

void GraphLegend::paintEvent(QPaintEvent *)
{
    const GraphStyle &style = m_scene.style();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor back = style.color(Role::Canvas);
    back.setAlphaF(0.9F); // The picture may run under it when it is larger than the pane.
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setFont(style.fonts.small);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        paintSign(painter, m_entries[i], m_places[i]);
        const qreal left = m_places[i].x() + signLength + signGap;
        painter.setPen(style.color(Role::SecondaryText));
        painter.drawText(QRectF(left, m_places[i].y() - m_lineHeight / 2, width() - left, m_lineHeight),
                         int(Qt::AlignVCenter | Qt::TextSingleLine), m_entries[i].text);
    }
}

void GraphLegend::paintSign(QPainter &painter, const LegendEntry &entry, QPointF left) const
{
    const GraphStyle &style = m_scene.style();
    const QPointF middle = left + QPointF(signLength / 2, 0);
    painter.setBrush(Qt::NoBrush);
    switch (entry.sign) {
    case LegendEntry::Sign::Edge:
        painter.setPen(edgePen(entry.kind, style.color(edgeRole(entry.kind)), false));
        painter.drawLine(left, left + QPointF(signLength, 0));
        break;
    case LegendEntry::Sign::Error: {
        const QColor error = style.color(Role::Error);
        painter.setPen(edgePen(entry.kind, error, false));
        painter.drawLine(left, left + QPointF(signLength - 10, 0));
        painter.setPen(QPen(error, 2));
        const QPointF cross = left + QPointF(signLength - 5, 0);
        painter.drawLine(cross - QPointF(4, 4), cross + QPointF(4, 4));
        painter.drawLine(cross - QPointF(4, -4), cross + QPointF(4, -4));
        break;
    }
    case LegendEntry::Sign::LaterStage:
        paintInfoSign(painter, middle, style.color(edgeRole(entry.kind)));
        break;
    case LegendEntry::Sign::Unknown: {
        QPen pen(style.color(Role::Border), 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawRoundedRect(QRectF(middle - QPointF(10.5, 5.5), QSizeF(21, 11)), 3, 3);
        break;
    }
    }
}

} // namespace drydock::ui
