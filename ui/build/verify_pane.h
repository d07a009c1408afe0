// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/verify_view.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTableView;

namespace drydock::ui {

class VerifyForm;
class VerifyTable;

/// "Run and Verify": starts the image before and the one after and shows whether they do the same. Told everything; asks
/// no engine.
class VerifyPane final : public QWidget {
    Q_OBJECT

public:
    explicit VerifyPane(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// What is compared, as a person calls it, and the ports that it offers. Without `before`, the image runs alone; without
    /// both, there is nothing to run yet.
    void setImages(const QString &before, const QString &after, const QStringList &ports);
    VerifyForm &form() { return *m_form; }

    /// May be called again and again while it runs.
    void showReport(const VerifyReport &report);
    /// It could not be done at all. \param words one sentence. \param detail the engine's own.
    void showError(const QString &words, const QString &detail);

    bool isRunning() const { return m_isRunning; }

signals:
    void runRequested(const drydock::ui::VerifyWish &wish);
    void stopRequested();

private:
    QWidget *makeQuestions();
    QWidget *makeAnswers();
    void updateButtons();
    void showVerdict(const QString &glyph, Role role, const QString &words);

    QString m_before;
    QString m_after;
    bool m_isRunning = false;
    ThemeKind m_theme = ThemeKind::Light;
    Role m_verdictRole = Role::Text;
    VerifyForm *m_form; ///< This and the following are owned by the pane.
    VerifyTable *m_table;
    QLabel *m_images = nullptr;
    QLabel *m_complaint = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_stop = nullptr;
    QLabel *m_glyph = nullptr;
    QLabel *m_verdict = nullptr;
    QTableView *m_rows = nullptr;
    QTabWidget *m_texts = nullptr;
    QPlainTextEdit *m_logBefore = nullptr;
    QPlainTextEdit *m_logAfter = nullptr;
    QPlainTextEdit *m_difference = nullptr;
};

} // namespace drydock::ui
