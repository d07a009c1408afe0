// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/mini_graphs.h"

#include "model/graph/graph_diff.h"
#include "model/layout/layered_layout.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <set>

namespace drydock::ui {
namespace {

constexpr qreal widestBox = 124;
constexpr qreal boxMargin = 7;
constexpr LayoutSpacing spacing {12, 24};
constexpr int gap = 16; ///< Between the two.
constexpr qreal smallestZoom = 0.35;

} // namespace

MiniGraphs::MiniGraphs(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MiniGraphs::setTheme(ThemeKind kind)
{
    m_theme = kind;
    update();
}

void MiniGraphs::setGraphs(std::shared_ptr<const Analysis> before, std::shared_ptr<const Analysis> after,
                           const EditSet &edits)
{
    m_analysis = std::move(before);
    m_afterAnalysis = std::move(after);
    m_edits = edits;
    arrange();
}

MiniGraphs::Picture MiniGraphs::pictureOf(const Analysis &analysis, const std::vector<bool> &isKept,
                                          Fate otherwise) const
{
    Picture picture;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF strong(bold);
    const QFontMetricsF plain(font());
    const StageGraph &graph = analysis.graph;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const GraphNode &node = graph.nodes[i];
        Box box;
        box.title = QString::fromStdString(node.label());
        box.kind = node.kind;
        if (node.kind == NodeKind::Stage)
            box.base = QString::fromStdString(node.base);
        box.fate = i < isKept.size() && !isKept[i] ? otherwise : Fate::Stays;
        box.isTarget = node.isTarget;
        if (box.fate == Fate::New)
            box.title.prepend(QStringLiteral("+ "));
        else if (box.fate == Fate::Gone)
            box.title.prepend(QStringLiteral("− "));
        const qreal width = std::max(
            strong.horizontalAdvance(box.title + (box.isTarget ? QStringLiteral(" ◎") : QString())),
            plain.horizontalAdvance(box.base));
        const qreal lines = box.kind == NodeKind::Stage ? 2 : 1;
        picture.input.boxes.push_back(
            {std::min(width, widestBox) + 2 * boxMargin, lines * plain.height() + boxMargin, false});
        picture.boxes.push_back(std::move(box));
    }
    std::set<std::pair<std::size_t, std::size_t>> drawn;
    for (const GraphEdge &edge : graph.edges) {
        if (drawn.emplace(edge.source.value, edge.target.value).second)
            picture.input.arrows.push_back({edge.source.value, edge.target.value});
    }
    picture.input.spacing = spacing;
    return picture;
}

void MiniGraphs::arrange()
{
    m_before = {};
    m_after = {};
    if (m_analysis) {
        const LayeredLayout layout;
        GraphDiff diff;
        std::vector<bool> stays;
        std::vector<bool> isOld;
        if (m_afterAnalysis) {
            diff = diffGraphs(m_analysis->syntax, m_analysis->graph, m_edits, m_afterAnalysis->syntax,
                              m_afterAnalysis->graph);
            for (const NodeIndex next : diff.newOf)
                stays.push_back(next.isValid());
            for (const NodeIndex previous : diff.oldOf)
                isOld.push_back(previous.isValid());
        }
        m_before = pictureOf(*m_analysis, stays, Fate::Gone);
        m_before.layout = layout.arrange(m_before.input, {}, {});
        if (m_afterAnalysis) {
            m_after = pictureOf(*m_afterAnalysis, isOld, Fate::New);
            std::vector<std::optional<std::size_t>> oldBoxes;
            for (const NodeIndex previous : diff.oldOf)
                oldBoxes.push_back(previous ? std::optional(previous.value) : std::nullopt);
            m_after.layout = layout.arrange(
                m_after.input, carryOver(m_before.input, m_before.layout, oldBoxes, m_after.input), {});
        }
    }
    setAccessibleName(tr("Graph before and after"));
    setAccessibleDescription(sentence());
    setToolTip(sentence());
    updateGeometry();
    update();
}

QString MiniGraphs::sentence() const
{
    const auto namesOf = [](const Picture &picture, Fate fate) {
        QStringList names;
        for (const Box &box : picture.boxes)
            if (box.fate == fate)
                names << box.title.mid(fate == Fate::Stays ? 0 : 2);
        return names;
    };
    const QStringList gone = namesOf(m_before, Fate::Gone);
    const QStringList fresh = namesOf(m_after, Fate::New);
    QStringList sentences;
    if (!fresh.isEmpty())
        sentences << tr("New: %1.").arg(fresh.join(QStringLiteral(", ")));
    if (!gone.isEmpty())
        sentences << tr("No longer used: %1.").arg(gone.join(QStringLiteral(", ")));
    if (m_afterAnalysis && sentences.isEmpty())
        sentences << tr("The graph stays as it is.");
    return sentences.join(u' ');
}

int MiniGraphs::captionHeight() const
{
    return fontMetrics().height() + 4;
}

/// Of either; both get the same room, so that what stays is seen to stay.
QSizeF MiniGraphs::drawingSize() const
{
    return {std::max({m_before.layout.width, m_after.layout.width, 1.0}),
            std::max({m_before.layout.height, m_after.layout.height, 1.0})};
}

bool MiniGraphs::isSideBySide(int width) const
{
    return m_after.boxes.empty() || 2 * drawingSize().width() + gap <= width * 1.4;
}

qreal MiniGraphs::zoomIn(int width) const
{
    const int room = m_after.boxes.empty() || !isSideBySide(width) ? width : (width - gap) / 2;
    return std::clamp((room - 4) / drawingSize().width(), smallestZoom, 1.0);
}

int MiniGraphs::heightForWidth(int width) const
{
    const int one = captionHeight() + int(std::ceil(drawingSize().height() * zoomIn(width))) + 6;
    return isSideBySide(width) ? one : 2 * one + 6;
}

QSize MiniGraphs::sizeHint() const
{
    return {320, heightForWidth(320)};
}

bool MiniGraphs::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        arrange();
    return QWidget::event(event);
}

void MiniGraphs::paintEvent(QPaintEvent *)
{
    if (!m_analysis)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(m_theme);
    const qreal zoom = zoomIn(width());
    const bool isBeside = isSideBySide(width());
    const qreal top = captionHeight();
    const QPointF second = isBeside ? QPointF((width() + gap) / 2.0, 0)
                                    : QPointF(0, top + std::ceil(drawingSize().height() * zoom) + 12);
    painter.setPen(theme.color(Role::SecondaryText));
    const QRectF caption(0, 0, width(), top);
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignTop, m_after.boxes.empty() ? tr("Now") : tr("Before"));
    paintPicture(painter, m_before, {2, top}, zoom);
    if (m_after.boxes.empty())
        return;
    painter.setPen(theme.color(Role::SecondaryText));
    painter.drawText(caption.translated(second), Qt::AlignLeft | Qt::AlignTop, tr("After"));
    paintPicture(painter, m_after, second + QPointF(2, top), zoom);
}

void MiniGraphs::paintPicture(QPainter &painter, const Picture &picture, QPointF origin, qreal zoom) const
{
    const Theme &theme = Theme::of(m_theme);
    painter.save();
    painter.translate(origin);
    painter.scale(zoom, zoom);
    painter.setPen(QPen(theme.color(Role::EdgeFrom), 1.4));
    painter.setBrush(Qt::NoBrush);
    for (const std::vector<Point> &route : picture.layout.routes) {
        if (route.size() < 2)
            continue;
        QPainterPath path(QPointF(route.front().x, route.front().y));
        for (std::size_t i = 1; i < route.size(); ++i)
            path.lineTo(route[i].x, route[i].y);
        painter.drawPath(path);
        const QPointF end(route.back().x, route.back().y);
        const QPointF from(route[route.size() - 2].x, route[route.size() - 2].y);
        const qreal angle = std::atan2(end.y() - from.y(), end.x() - from.x());
        for (const qreal side : {2.6, -2.6})
            painter.drawLine(end, end + QPointF(std::cos(angle + side) * 6, std::sin(angle + side) * 6));
    }
    for (std::size_t i = 0; i < picture.boxes.size(); ++i) {
        const LayoutBox &box = picture.input.boxes[i];
        const Point centre = picture.layout.centres[i];
        paintBox(painter, picture.boxes[i],
                 {centre.x - box.width / 2, centre.y - box.height / 2, box.width, box.height});
    }
    painter.restore();
}

void MiniGraphs::paintBox(QPainter &painter, const Box &box, const QRectF &rect) const
{
    const Theme &theme = Theme::of(m_theme);
    const bool isStage = box.kind == NodeKind::Stage;
    QPen frame(theme.color(box.fate == Fate::New        ? Role::EdgeCopy
                               : box.fate == Fate::Gone ? Role::Error
                                                        : Role::Border),
               box.fate == Fate::Stays ? 1.2 : 2);
    if (!isStage)
        frame.setStyle(Qt::DashLine);
    painter.setPen(frame);
    painter.setBrush(theme.color(isStage ? Role::Node : Role::Canvas));
    painter.drawRoundedRect(rect, 4, 4);
    const QRectF inside = rect.adjusted(boxMargin, boxMargin / 2, -boxMargin, -boxMargin / 2);
    QFont bold = font();
    bold.setBold(true);
    bold.setStrikeOut(box.fate == Fate::Gone);
    painter.setFont(isStage || box.fate == Fate::Gone ? bold : font());
    painter.setPen(theme.color(Role::Text));
    const QString mark = box.isTarget ? QStringLiteral(" ◎") : QString();
    const QFontMetricsF metrics(painter.font());
    painter.drawText(
        inside, Qt::AlignLeft | (isStage ? Qt::AlignTop : Qt::AlignVCenter),
        metrics.elidedText(box.title, Qt::ElideMiddle, inside.width() - metrics.horizontalAdvance(mark) + 1)
            + mark);
    if (!isStage)
        return;
    painter.setFont(font());
    painter.setPen(theme.color(Role::SecondaryText));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetricsF(font()).elidedText(box.base, Qt::ElideMiddle, inside.width() + 1));
}

} // namespace drydock::ui
