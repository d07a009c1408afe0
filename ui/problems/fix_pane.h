// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace drydock::ui {

/// One finding with the ways to mend it, and what the chosen one would do to the text.
class FixPane final : public QWidget {
    Q_OBJECT

public:
    explicit FixPane(QWidget *parent = nullptr);

    /// \param index into the analysis' diagnostics. Null shows nothing.
    void show(std::shared_ptr<const Analysis> analysis, std::size_t index);
    void setTheme(ThemeKind kind);
    /// The fixes on offer; the last may silence the rule here.
    const std::vector<Fix> &fixes() const { return m_fixes; }
    /// What the preview says, for tests.
    QString previewText() const;
    void applyCurrent();

signals:
    void fixChosen(const drydock::Fix &fix);
    /// The reader wants to know more about a rule.
    void explainRequested(const QString &rule);

private:
    void showPreview();

    std::shared_ptr<const Analysis> m_analysis;
    QString m_rule;
    std::vector<Fix> m_fixes;
    ThemeKind m_theme = ThemeKind::Light;
    QLabel *m_title; ///< This and the following are owned by the pane.
    QLabel *m_message;
    QListWidget *m_list;
    QPlainTextEdit *m_preview;
    QPushButton *m_apply;
    QPushButton *m_explain;
};

} // namespace drydock::ui
