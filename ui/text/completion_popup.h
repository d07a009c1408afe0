// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/completion.h"
#include "ui/common/theme.h"

#include <QFrame>

#include <vector>

class QKeyEvent;
class QListWidget;

namespace drydock::ui {

/// A list under the caret of what could stand there: the word left, a few words about it right. The keyboard stays
/// in the text, which hands its keys on.
class CompletionPopup final : public QFrame {
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget *parent);

    void setTheme(const Theme &theme);
    /// Shows `completions` under `line`, above it if there is no room below. \param line in the parent's coordinates.
    /// \pre not empty
    void open(std::vector<Completion> completions, const QRect &line, const QFont &font);
    /// \returns whether the key was meant for the list.
    bool takesKey(const QKeyEvent &event);
    const std::vector<Completion> &completions() const { return m_completions; }
    int current() const;

signals:
    void chosen(const drydock::Completion &completion);

private:
    void choose();

    QListWidget *m_list; // Owned by this.
    std::vector<Completion> m_completions;
};

} // namespace drydock::ui
