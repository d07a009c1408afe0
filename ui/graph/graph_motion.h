// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/edge_item.h"
#include "ui/graph/node_item.h"

#include <QPointer>
#include <QVariantAnimation>

#include <map>
#include <vector>

namespace drydock::ui {

/// Lets boxes slide to a place at which they already are, and what is new fade in: the eye follows, the hand need
/// not wait. Off until it is given a duration.
class GraphMotion final : public QObject {
    Q_OBJECT

public:
    explicit GraphMotion(QObject *parent = nullptr);

    /// \param milliseconds 0: everything is where it belongs at once.
    void setDuration(int milliseconds);
    bool isOn() const { return m_animation.duration() > 0; }

    /// Where a box seems to be just now, on its way or not.
    static QPointF seenPlace(const NodeItem &item) { return item.pos() + item.drift(); }
    /// \param before the seen places of the boxes that were there; others fade in, as do arrows of boxes that move.
    void start(const std::map<const NodeItem *, QPointF> &before, const std::vector<NodeItem *> &nodes,
               const std::vector<EdgeItem *> &edges);
    void finish();

private:
    struct MovingNode {
        QPointer<NodeItem> item;
        QPointF drift; ///< At the beginning.
        bool isNew = false;
    };
    void show(qreal rest);

    QVariantAnimation m_animation;
    std::vector<MovingNode> m_nodes;
    std::vector<QPointer<EdgeItem>> m_edges;
};

} // namespace drydock::ui
