// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFrame>

#include <functional>

namespace drydock::ui {

class GraphView;

/// A small panel over the graph that asks one thing and stays beside what it is about while the picture moves.
/// Enter accepts, Escape gives up, Tab stays inside. Deletes itself when it is done; the keyboard goes back to the
/// graph.
class Popover : public QFrame {
    Q_OBJECT

public:
    /// Where the thing is that this is about, in scene coordinates; a null rectangle if it is gone.
    using Place = std::function<QRectF()>;

    /// \param view borrowed; its viewport owns the popover.
    Popover(GraphView &view, Place place);

    /// Puts itself beside its place and takes the keyboard.
    void open();
    /// Done without an answer: what was asked for so far stays as it is.
    void dismiss();
    /// Something else is wanted now: what is written counts if it does, else as dismiss().
    virtual void settle() { dismiss(); }

signals:
    void accepted();
    void rejected(); ///< Escape.

protected:
    GraphView &view() { return m_view; }
    const Theme &theme() const;
    /// Where to stand for a place in the viewport; below it, or above where there is no room.
    virtual QRect geometryFor(const QRect &place) const;
    void place();
    void accept();
    void reject();
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void close();

    GraphView &m_view;
    Place m_place;
    bool m_isDone = false;
};

/// The look of fields in popovers. \param isWrong what is written in it does not do.
QString fieldStyle(const Theme &theme, bool isWrong);

} // namespace drydock::ui
