// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace drydock::ui {

class CodeEdit;

/// A row under the editor that asks one thing: fields at the left, a note in words, a button that closes it.
/// Escape closes it and gives the focus back to the text.
class EditBar : public QFrame {
    Q_OBJECT

public:
    /// \param editor borrowed; must outlive the bar.
    EditBar(CodeEdit &editor, QWidget *parent);

    /// Shows the bar and puts the keyboard into its first field.
    virtual void open();
    void closeBar();

signals:
    void closed();

protected:
    CodeEdit &editor() { return m_editor; }
    QHBoxLayout *row() { return m_row; } ///< Fields go in front of the note.
    void addField(QWidget *field, int stretch = 0);
    QLineEdit *makeField(const QString &placeholder, const QString &accessibleName);
    void setNote(const QString &note, bool isProblem = false);
    QString note() const;
    void keyPressEvent(QKeyEvent *event) override;

private:
    CodeEdit &m_editor;
    QHBoxLayout *m_row; // Owned by this, as are all below.
    QLabel *m_note;
    int m_fields = 0;
};

} // namespace drydock::ui
