// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_pins.h"
#include "ui/graph/graph_spot.h"
#include "ui/graph/hand_hint.h"
#include "ui/graph/hand_marks.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QKeyEvent;
class QMouseEvent;

namespace drydock::ui {

class GraphGestures;
class GraphView;

/// The mouse on the graph: finds out what a press, a drag and a drop mean, shows it while the hand is down, and asks
/// GraphGestures for it once, at the drop. Changes nothing itself.
///
/// Watches the viewport as an event filter, so the view needs to know nothing of it.
class GraphHand final : public QObject {
    Q_OBJECT

public:
    /// \param gestures, view borrowed; must outlive the hand.
    GraphHand(GraphGestures &gestures, GraphView &view);
    ~GraphHand() override;

    /// Something is being dragged.
    bool isBusy() const { return m_mode != Mode::Idle && m_mode != Mode::Pressed; }
    /// Lets go without doing anything.
    void cancel();

    /// What is shown over the picture now.
    const HandMarks &marks() const { return m_marks->marks(); }
    const HandHint &hint() const { return *m_hint; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Mode : std::uint8_t { Idle, Pressed, Connect, Reconnect, MoveNodes, MoveRow, Band };

    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool doubleClick(const QMouseEvent &event);
    bool key(const QKeyEvent &event);
    void begin();
    void beginConnect();
    void beginReconnect();
    void freeze();
    void follow();
    void followConnect();
    void followReconnect();
    void followNodes();
    void followRow();
    void followBand();
    void drop();
    void dropConnect();
    void finish();
    void scrollNearBorder();
    void showCursor(QPoint position);
    void say(const QString &text, HandHint::Tone tone = HandHint::Tone::Plain);
    QPointF pointer() const;
    QRectF frameOf(const NodeItem &item) const;
    EdgeKind kindAt(const GraphSpot &spot) const;
    QString reasonAt(const GraphSpot &spot, EdgeKind kind) const;

    GraphGestures &m_gestures;
    GraphView &m_view;
    HandMarksItem *m_marks; // Owned by the scene.
    HandHint *m_hint; // Owned by the viewport.
    QTimer m_scroll;

    Mode m_mode = Mode::Idle;
    GraphSpot m_from; ///< Where the button went down. Valid while the mode is not Idle.
    QPoint m_pressed; ///< In the viewport, as the next.
    QPoint m_now;
    Qt::KeyboardModifiers m_modifiers;
    bool m_isHead = false; ///< The end of an arrow is dragged, not its beginning.
    bool m_isOurs = false; ///< The scene was not told of the press.
    GraphSpot m_over; ///< What is under the hand while it drags.
    std::vector<QString> m_copyReasons; ///< By node: why it is no target; empty: it is one.
    std::vector<QString> m_mountReasons;
    std::vector<QString> m_fromReasons;
    GraphPins m_pinsBefore;
    std::vector<NodeIndex> m_moved;
    std::optional<std::size_t> m_onEdge; ///< An arrow that would take the moved stage in.
    InstructionIndex m_rowBehind; ///< What a row would follow; none: it would go nowhere.
};

} // namespace drydock::ui
