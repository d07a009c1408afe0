// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace drydock::app {

/// A field that takes the key that is pressed in it, at once. Tab and Escape go on to do what they always do.
class KeyField final : public QLineEdit {
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent = nullptr);

    const QKeySequence &key() const { return m_key; } ///< Empty before one was pressed.
    void setKey(const QKeySequence &key);

signals:
    void keyChanged(const QKeySequence &key);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *) override { } // Nothing in it is text.

private:
    QKeySequence m_key;
};

} // namespace drydock::app
