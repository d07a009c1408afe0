// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/inspector/subject_form.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace drydock::ui {

/// A field of a form with its label above and, if what it says is refused, the reason below. What was typed stays
/// there until it is accepted or given up with Escape.
class FieldRow final : public QWidget {
    Q_OBJECT

public:
    FieldRow(const FormField &field, QWidget *parent);

    const QString &id() const { return m_id; }
    FieldShape shape() const { return m_shape; }
    /// The same field of a later text. Something typed and not yet accepted stays.
    void update(const FormField &field);
    /// What is in the field now.
    QString text() const;
    /// What it says now is what the text says; an error is gone.
    void accept();
    /// Shows why not. \param colour of the words.
    void refuse(const QString &sentence, const QColor &color);
    QString error() const;
    /// The widget that has the keyboard.
    QWidget *editor() const { return m_editor; }

signals:
    /// The reader is done with it: Enter, another choice, the keyboard goes elsewhere.
    void committed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEditor(const FormField &field);
    void setText(const QString &text);
    void setChoices(const FormField &field);
    void commit();
    void giveUp();
    bool isChanged() const { return text() != m_accepted; }

    QString m_id;
    FieldShape m_shape;
    QString m_accepted; ///< What the text says.
    QStringList m_choices;
    QWidget *m_editor = nullptr; ///< One of the following. All are owned by the row.
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_switch = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace drydock::ui
