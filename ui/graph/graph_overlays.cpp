// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_view.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace drydock::ui {
namespace {

constexpr qreal sampleLength = 26;
constexpr qreal sampleGap = 6;
constexpr qreal entryGap = 18;

struct LegendEntry {
    EdgeKind kind;
    const char *text;
};

constexpr std::array<LegendEntry, 3> legendEntries {{
    {EdgeKind::From, "FROM"},
    {EdgeKind::Copy, "COPY --from"},
    {EdgeKind::Mount, "RUN --mount"},
}};

} // namespace

GraphLegend::GraphLegend(const GraphScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Legend"));
}

QSize GraphLegend::sizeHint() const
{
    const QFontMetricsF metrics(m_scene.style().fonts.small);
    qreal width = entryGap;
    for (const LegendEntry &entry : legendEntries)
        width += sampleLength + sampleGap + metrics.horizontalAdvance(QLatin1String(entry.text)) + entryGap;
    return QSizeF(width, metrics.height() + 10).toSize();
}

void GraphLegend::paintEvent(QPaintEvent *)
{
    const GraphStyle &style = m_scene.style();
    const QFontMetricsF metrics(style.fonts.small);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor back = style.color(Role::Canvas);
    back.setAlphaF(0.9F); // The picture may run under it when it is larger than the pane.
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setFont(style.fonts.small);
    qreal x = entryGap / 2;
    const qreal middle = height() / 2.0;
    for (const LegendEntry &entry : legendEntries) {
        painter.setPen(edgePen(entry.kind, style.color(edgeRole(entry.kind)), false));
        painter.drawLine(QPointF(x, middle), QPointF(x + sampleLength, middle));
        x += sampleLength + sampleGap;
        painter.setPen(style.color(Role::SecondaryText));
        const QString text = QLatin1String(entry.text);
        const qreal width = metrics.horizontalAdvance(text) + 1;
        painter.drawText(QRectF(x, 0, width, height()), int(Qt::AlignVCenter | Qt::TextSingleLine), text);
        x += width + entryGap;
    }
}

GraphMinimap::GraphMinimap(GraphView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Overview"));
}

QTransform GraphMinimap::fromScene() const
{
    const QRectF picture = m_view.graphScene().pictureRect();
    const QRectF inner = QRectF(rect()).adjusted(7, 7, -7, -7);
    const qreal scale = std::min(inner.width() / std::max(1.0, picture.width()),
                                 inner.height() / std::max(1.0, picture.height()));
    QTransform transform;
    transform.translate(inner.center().x(), inner.center().y());
    transform.scale(scale, scale);
    transform.translate(-picture.center().x(), -picture.center().y());
    return transform;
}

void GraphMinimap::paintEvent(QPaintEvent *)
{
    const GraphScene &scene = m_view.graphScene();
    const GraphStyle &style = scene.style();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.color(Role::Separator), 1));
    painter.setBrush(style.color(Role::Node));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const QTransform transform = fromScene();
    painter.setPen(Qt::NoPen);
    for (const NodeItem *item : scene.nodesInOrder()) {
        const QRectF box = transform.mapRect(item->frame().translated(item->pos()));
        painter.setBrush(style.color(item->state().isSelected ? Role::EdgeCopy : item->blockRole()));
        painter.setOpacity(item->opacity());
        painter.drawRect(QRectF(box.topLeft(), box.size().expandedTo({2, 2})));
    }
    painter.setOpacity(1);
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    painter.setPen(QPen(style.color(Role::EdgeCopy), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(transform.mapRect(seen).intersected(QRectF(rect()).adjusted(3, 3, -3, -3)), 3, 3);
}

void GraphMinimap::mousePressEvent(QMouseEvent *event)
{
    m_view.centerOn(fromScene().inverted().map(event->position()));
    event->accept();
}

void GraphMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        mousePressEvent(event);
}

} // namespace drydock::ui
