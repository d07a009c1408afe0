// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace drydock::ui {

/// Gives screen readers the stage graph: a tree of stages and images in file order, whose children are the arrows
/// that leave them; boxes can be pressed, opened, and edited with the view's own actions.
void installGraphAccessibility();

/// What screen readers say without being asked: what an edit in the graph did. A child of the view.
class GraphAnnouncer final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Says `sentence`; nothing if it is empty.
    void announce(const QString &sentence);
    const QString &lastSentence() const { return m_sentence; }

private:
    QString m_sentence;
};

} // namespace drydock::ui
