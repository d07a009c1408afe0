// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_pins.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace drydock::ui {
namespace {

constexpr std::array directions {LayoutDirection::LeftToRight, LayoutDirection::TopToBottom};

QString nameOf(LayoutDirection direction)
{
    return direction == LayoutDirection::LeftToRight ? QStringLiteral("leftToRight")
                                                     : QStringLiteral("topToBottom");
}

} // namespace

QString GraphPins::keyOf(const StageGraph &graph, NodeIndex node)
{
    const GraphNode &found = graph.nodes[node.value];
    if (found.kind == NodeKind::Stage) {
        const QString name = QString::fromStdString(found.name);
        return QStringLiteral("stage ") + (name.isEmpty() ? QString::number(node.value) : name);
    }
    return QStringLiteral("image ") + QString::fromStdString(found.name);
}

QPointF GraphPins::offsetOf(const QString &key, LayoutDirection direction) const
{
    return of(direction).value(key);
}

void GraphPins::set(const QString &key, LayoutDirection direction, QPointF offset)
{
    if (offset.isNull())
        of(direction).remove(key);
    else
        of(direction).insert(key, offset);
}

bool GraphPins::isEmpty() const
{
    return m_offsets[0].isEmpty() && m_offsets[1].isEmpty();
}

void GraphPins::clear()
{
    for (Offsets &offsets : m_offsets)
        offsets.clear();
}

void GraphPins::follow(const StageGraph &before, const StageGraph &after, const GraphDiff &diff)
{
    if (isEmpty())
        return;
    std::array<Offsets, 2> next = m_offsets;
    for (std::size_t old = 0; old < before.nodes.size() && old < diff.newOf.size(); ++old) {
        if (!diff.newOf[old].isValid())
            continue;
        const QString key = keyOf(before, {old});
        for (Offsets &offsets : next)
            offsets.remove(key);
    }
    for (std::size_t old = 0; old < before.nodes.size() && old < diff.newOf.size(); ++old) {
        if (!diff.newOf[old].isValid())
            continue;
        const QString key = keyOf(before, {old});
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (const auto pin = m_offsets[i].constFind(key); pin != m_offsets[i].constEnd())
                next[i].insert(keyOf(after, diff.newOf[old]), *pin);
        }
    }
    m_offsets = std::move(next);
}

QByteArray GraphPins::toBytes() const
{
    QJsonObject root;
    for (const LayoutDirection direction : directions) {
        QJsonObject pins;
        for (auto pin = of(direction).constBegin(); pin != of(direction).constEnd(); ++pin)
            pins.insert(pin.key(), QJsonArray {pin->x(), pin->y()});
        root.insert(nameOf(direction), pins);
    }
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

GraphPins GraphPins::fromBytes(const QByteArray &bytes)
{
    GraphPins pins;
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    for (const LayoutDirection direction : directions) {
        const QJsonObject object = root.value(nameOf(direction)).toObject();
        for (auto pin = object.constBegin(); pin != object.constEnd(); ++pin) {
            const QJsonArray place = pin->toArray();
            if (place.size() == 2)
                pins.set(pin.key(), direction, {place[0].toDouble(), place[1].toDouble()});
        }
    }
    return pins;
}

} // namespace drydock::ui
