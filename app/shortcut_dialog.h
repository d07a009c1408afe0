// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shortcut_list.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace drydock::app {

class KeyField;
class WordFilter;

/// All commands with their keys, to be found and changed. Each change holds at once; there is nothing to confirm.
class ShortcutDialog final : public QDialog {
    Q_OBJECT

public:
    /// \param shortcuts borrowed; must outlive the dialog.
    explicit ShortcutDialog(Shortcuts &shortcuts, QWidget *parent = nullptr);

private:
    QWidget *makeEditor();
    void showCurrent();
    void judge();
    void assign();
    void remove();
    void resetCurrent();
    QString currentId() const;

    Shortcuts &m_shortcuts;
    ShortcutList *m_list; ///< This and the following are owned by the dialog.
    WordFilter *m_filtered;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_name = nullptr;
    KeyField *m_key = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace drydock::app
