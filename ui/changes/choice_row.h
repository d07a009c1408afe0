// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace drydock::ui {

/// Something to choose: its title, a list to choose from or a field to type in, and why one would take what is chosen.
class ChoiceRow final : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceRow(const Choice &choice, QWidget *parent = nullptr);

    /// The same choice with other answers. What is being typed stays.
    void update(const Choice &choice);
    const std::string &key() const { return m_choice.key; }
    /// It can show `choice` without being made anew.
    bool fits(const Choice &choice) const;

signals:
    void chosen(const QString &value);

private:
    void fill();
    void commit();
    void showAbout(const QString &value);

    Choice m_choice;
    QComboBox *m_box = nullptr; ///< One of these two; all are owned by the row.
    QLineEdit *m_line = nullptr;
    QLabel *m_about;
};

} // namespace drydock::ui
