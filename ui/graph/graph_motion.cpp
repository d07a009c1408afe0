// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_motion.h"

#include <algorithm>
#include <set>

namespace drydock::ui {

GraphMotion::GraphMotion(QObject *parent)
    : QObject(parent)
{
    m_animation.setStartValue(1.0);
    m_animation.setEndValue(0.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setDuration(0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &rest) { show(rest.toReal()); });
    connect(&m_animation, &QVariantAnimation::finished, this, &GraphMotion::finish);
}

void GraphMotion::setDuration(int milliseconds)
{
    finish();
    m_animation.setDuration(milliseconds);
}

void GraphMotion::start(const std::map<const NodeItem *, QPointF> &before,
                        const std::vector<NodeItem *> &nodes, const std::vector<EdgeItem *> &edges)
{
    finish();
    std::set<NodeIndex> moving;
    for (NodeItem *item : nodes) {
        const auto old = before.find(item);
        const bool isNew = old == before.end();
        if (!isNew && old->second == item->pos())
            continue;
        m_nodes.push_back({item, isNew ? QPointF() : old->second - item->pos(), isNew});
        moving.insert(item->node());
    }
    if (m_nodes.empty())
        return;
    for (EdgeItem *edge : edges) {
        if (moving.contains(edge->bundle().source) || moving.contains(edge->bundle().target))
            m_edges.emplace_back(edge);
    }
    show(1);
    m_animation.start();
}

void GraphMotion::finish()
{
    m_animation.stop();
    show(0);
    m_nodes.clear();
    m_edges.clear();
}

/// \param rest of the way, 1 to 0.
void GraphMotion::show(qreal rest)
{
    constexpr qreal faintest = 0.05; // Qt gives no clicks to what cannot be seen at all.
    const qreal fade = std::max(faintest, 1 - rest);
    for (const MovingNode &node : m_nodes) {
        if (node.item)
            node.item->setDrift(node.drift * rest, node.isNew ? fade : 1);
    }
    for (const QPointer<EdgeItem> &edge : m_edges) {
        if (edge)
            edge->setFade(fade);
    }
}

} // namespace drydock::ui
