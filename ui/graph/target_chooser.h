// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/hand_hint.h"
#include "ui/graph/hand_marks.h"
#include "ui/graph/node_item.h"

#include <QObject>

#include <functional>
#include <vector>

namespace drydock::ui {

class GraphView;

/// Choosing the other end of an arrow with the keyboard: arrow keys and Tab go through what may be chosen, letters
/// find it by name, Enter takes it, Escape gives up. A click does the same as Enter.
class TargetChooser final : public QObject {
    Q_OBJECT

public:
    /// What choosing `node` would do, as a sentence.
    using Promise = std::function<QString(NodeIndex node)>;
    using Done = std::function<void(NodeIndex node)>;

    explicit TargetChooser(GraphView &view);
    ~TargetChooser() override;

    /// \param reasons by node: why it cannot be chosen; empty if it can. At least one can.
    /// \param done called once if a node is chosen, not at all otherwise.
    /// \param from the node that the choice begins at: the first one behind it in the file is proposed.
    void start(NodeIndex from, const std::vector<QString> &reasons, Promise promise, Done done);
    bool isChoosing() const { return m_isChoosing; }
    NodeIndex proposed() const;
    void cancel();
    const HandHint &hint() const { return *m_hint; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void key(int key, const QString &text);
    void walk(QPointF ahead);
    void find(const QString &typed);
    void propose(std::size_t index);
    void accept();
    void finish();

    GraphView &m_view;
    HandMarksItem *m_marks; // Owned by the scene.
    HandHint *m_hint; // Owned by the viewport.
    std::vector<NodeIndex> m_candidates; ///< In file order.
    std::size_t m_proposed = 0; ///< Into the candidates.
    QString m_typed;
    Promise m_promise;
    Done m_done;
    bool m_isChoosing = false;
};

} // namespace drydock::ui
