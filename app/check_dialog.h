// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_settings.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace drydock::app {

class CheckList;
class WordFilter;
struct ProjectFacts;

/// All rules with their severities, to be found, changed and turned off. Each change holds at once.
class CheckDialog final : public QDialog {
    Q_OBJECT

public:
    /// \param project borrowed: what the project of the file in front says; may be null.
    CheckDialog(const SeverityChoices &choices, const ProjectFacts *project, QWidget *parent = nullptr);

    /// Goes to the rule with this id or alias.
    void showRule(const QString &rule);

signals:
    void chosen(const drydock::SeverityChoices &choices);
    void explainRequested(const QString &rule);

private:
    QWidget *makeEditor();
    void showCurrent();
    void takeChoice(int index);

    const ProjectFacts *m_project;
    CheckList *m_list; ///< This and the following are owned by the dialog.
    WordFilter *m_filtered;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_name = nullptr;
    QComboBox *m_severity = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_explain = nullptr;
};

} // namespace drydock::app
