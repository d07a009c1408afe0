// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each kind of drag shows while the hand is down.
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_hand.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/stage_item.h"

#include <algorithm>
#include <cmath>

namespace drydock::ui {

QPointF GraphHand::pointer() const
{
    return m_view.mapToScene(m_now);
}

QRectF GraphHand::frameOf(const NodeItem &item) const
{
    return item.frame().translated(item.pos());
}

void GraphHand::say(const QString &text, HandHint::Tone tone)
{
    m_hint->say(text, tone, m_now, *m_view.graphScene().style().theme);
}

EdgeKind GraphHand::kindAt(const GraphSpot &spot) const
{
    if (spot.kind == GraphSpot::Kind::FromPort)
        return EdgeKind::From;
    return m_modifiers & Qt::ControlModifier ? EdgeKind::Mount : EdgeKind::Copy;
}

QString GraphHand::reasonAt(const GraphSpot &spot, EdgeKind kind) const
{
    const std::vector<QString> &reasons = kind == EdgeKind::From ? m_fromReasons
        : kind == EdgeKind::Mount                                ? m_mountReasons
                                                                 : m_copyReasons;
    return spot.node && spot.node->node().value < reasons.size() ? reasons[spot.node->node().value]
                                                                 : QString();
}

void GraphHand::beginConnect()
{
    m_mode = Mode::Connect;
    const NodeIndex source = m_from.node->node();
    m_copyReasons = m_gestures.reasonsAgainst(source, EdgeKind::Copy);
    m_mountReasons = m_gestures.reasonsAgainst(source, EdgeKind::Mount);
    m_fromReasons = m_gestures.reasonsAgainst(source, EdgeKind::From);
    std::vector<DragRole> roles(m_copyReasons.size());
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (i != source.value)
            roles[i] = m_copyReasons[i].isEmpty() || m_fromReasons[i].isEmpty() ? DragRole::Target
                                                                                : DragRole::Illegal;
    }
    m_view.graphScene().setHandBusy(true);
    m_view.graphScene().setDragRoles(std::move(roles));
}

void GraphHand::beginReconnect()
{
    m_mode = Mode::Reconnect;
    const EdgeBundle &held = m_from.edge->bundle();
    // Whichever end the hand is nearer to. Only a COPY can end elsewhere; of the others the beginning is meant.
    const QPointF place = m_view.mapToScene(m_pressed);
    const QPainterPath &path = m_from.edge->path();
    m_isHead = held.kind == EdgeKind::Copy && held.edges.size() == 1
        && QLineF(place, path.pointAtPercent(1)).length() < QLineF(place, path.pointAtPercent(0)).length();
    m_copyReasons = m_isHead ? m_gestures.reasonsToEndIn(held.edges.front())
                             : m_gestures.reasonsToReconnect(held.edges);
    std::vector<DragRole> roles(m_copyReasons.size());
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (i != m_from.edge->bundle().source.value && i != m_from.edge->bundle().target.value)
            roles[i] = m_copyReasons[i].isEmpty() ? DragRole::Target : DragRole::Illegal;
    }
    m_view.graphScene().setHandBusy(true);
    m_view.graphScene().setDragRoles(std::move(roles));
}

void GraphHand::followConnect()
{
    const GraphScene &scene = m_view.graphScene();
    if (!m_from.node)
        return;
    m_over = spotAt(m_view, m_now, true);
    const EdgeKind kind = kindAt(m_over);
    const QString reason = reasonAt(m_over, kind);
    const bool isHome = m_over.node == m_from.node;

    HandMarks marks;
    marks.edge = RubberEdge {outPortOf(*m_from.node), pointer(), kind, reason.isEmpty() && !isHome};
    for (NodeItem *item : scene.nodesInOrder()) {
        const GraphSpot spot {GraphSpot::Kind::FromPort, item, nullptr, {}};
        // At small zooms they would cover the cards.
        if (detailLevelAt(m_view.zoom()) != DetailLevel::Block && item != m_from.node
            && item->type() == StageItem::Type && reasonAt(spot, EdgeKind::From).isEmpty())
            marks.ports.push_back(fromPortOf(*item));
    }
    if (m_over.node && reason.isEmpty() && !isHome)
        marks.target = frameOf(*m_over.node);
    m_marks->setMarks(std::move(marks));
    if (isHome)
        say({});
    else if (!reason.isEmpty())
        say(reason, HandHint::Tone::Refusal);
    else
        say(m_gestures.promise(m_from.node->node(), m_over.node ? m_over.node->node() : NodeIndex {}, kind));
}

void GraphHand::followReconnect()
{
    const GraphScene &scene = m_view.graphScene();
    m_over = spotAt(m_view, m_now, true);
    if (m_over.kind == GraphSpot::Kind::FromPort)
        m_over.kind = GraphSpot::Kind::Body;
    const EdgeBundle &bundle = m_from.edge->bundle();
    const QString reason = reasonAt(m_over, EdgeKind::Copy);
    HandMarks marks;
    const NodeItem *source = scene.nodeItem(bundle.source);
    const NodeItem *target = scene.nodeItem(bundle.target);
    const QPointF from = m_over.node ? outPortOf(*m_over.node) : pointer();
    if (m_isHead && source)
        marks.edge = RubberEdge {outPortOf(*source), pointer(), bundle.kind, reason.isEmpty() && m_over.node};
    else if (target)
        marks.edge = RubberEdge {from, fromPortOf(*target), bundle.kind, reason.isEmpty() && m_over.node};
    if (m_over.node && reason.isEmpty())
        marks.target = frameOf(*m_over.node);
    m_marks->setMarks(std::move(marks));
    if (!reason.isEmpty())
        say(reason, HandHint::Tone::Refusal);
    else if (m_over.node)
        say(m_isHead ? m_gestures.promise(bundle.source, m_over.node->node(), bundle.kind)
                     : m_gestures.promise(m_over.node->node(), bundle.target, bundle.kind));
    else
        say({});
}

void GraphHand::followNodes()
{
    GraphScene &scene = m_view.graphScene();
    GraphPins pins = m_pinsBefore;
    const QPointF by = pointer() - m_view.mapToScene(m_pressed);
    const QPointF whole(std::round(by.x()), std::round(by.y())); // Borders stay on whole pixels.
    for (const NodeIndex node : m_moved) {
        const QString key = GraphPins::keyOf(scene.analysis()->graph, node);
        pins.set(key, scene.direction(), m_pinsBefore.offsetOf(key, scene.direction()) + whole);
    }
    scene.setPins(pins);

    // A stage that nothing is linked to may be let into an arrow.
    m_onEdge.reset();
    HandMarks marks;
    QString hint;
    if (m_moved.size() == 1 && m_gestures.canBeInserted(m_moved.front())) {
        const QPointF place = pointer();
        for (const EdgeItem *edge : scene.edgeItems()) {
            const EdgeBundle &bundle = edge->bundle();
            const bool isOwn = bundle.source == m_moved.front() || bundle.target == m_moved.front();
            if (isOwn || bundle.edges.empty() || !edge->boundingRect().contains(place)
                || !edge->shape().contains(place))
                continue;
            m_onEdge = bundle.edges.front();
            marks.target = edge->path().boundingRect();
            hint = m_gestures.promiseToInsert(*m_onEdge, m_moved.front());
            break;
        }
    }
    m_marks->setMarks(std::move(marks));
    say(hint);
}

void GraphHand::followRow()
{
    const Analysis &analysis = *m_view.graphScene().analysis();
    m_over = spotAt(m_view, m_now, true);
    m_rowBehind = {};
    HandMarks marks;
    QString reason;
    if (m_over.node && m_over.node->type() == StageItem::Type) {
        const Stage &stage = analysis.syntax.stages[m_over.node->node().value];
        const std::vector<ShownRow> rows = shownRows(*m_over.node);
        const qreal y = pointer().y();
        const auto next = std::find_if(rows.begin(), rows.end(),
                                       [y](const ShownRow &row) { return y < row.rect.center().y(); });
        m_rowBehind = rows.empty() ? stage.last : next == rows.begin() ? stage.from : (next - 1)->instruction;
        if (!rows.empty()) {
            const QRectF &near = next != rows.end() ? next->rect : rows.back().rect;
            const qreal line = next != rows.end() ? near.top() : near.bottom();
            marks.insertion = QLineF(near.left(), line, near.right(), line);
        }
        reason = m_gestures.reasonToMoveRow(m_from.instruction, m_rowBehind);
        if (reason.isEmpty())
            marks.target = frameOf(*m_over.node);
        else
            marks.insertion.reset();
    }
    m_marks->setMarks(std::move(marks));
    say(reason, HandHint::Tone::Refusal);
}

void GraphHand::followBand()
{
    HandMarks marks;
    marks.band = QRectF(m_view.mapToScene(m_pressed), pointer()).normalized();
    m_marks->setMarks(std::move(marks));
}

} // namespace drydock::ui
