// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/popover.h"

#include <QList>
#include <QStringList>

#include <vector>

class QListWidget;
class QPushButton;

namespace drydock::ui {

/// Asks which of several things is meant before something goes: which COPYs of an arrow, what becomes of the stages
/// that need this one. Escape does nothing.
class ChoicePopover final : public Popover {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QString reason; ///< Why it cannot be chosen; empty if it can.
    };
    enum class Lines : std::uint8_t { Listed, Checkable };

    /// \param lines what it is about, one each; may be empty. Checkable ones are all checked at first.
    ChoicePopover(GraphView &view, Place place, const QString &question, const QStringList &lines, Lines kind,
                  const QList<Choice> &choices);

    /// By line. All of them if lines are only listed.
    std::vector<bool> checked() const;

signals:
    /// \param choice counted from 0.
    void chosen(int choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QListWidget *m_list = nullptr; // Owned by this, as the next.
    QList<QPushButton *> m_buttons;
};

} // namespace drydock::ui
