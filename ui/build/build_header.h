// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/build_phase.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace drydock::ui {

/// The top of the Build panel: what is built, how far it is, how it ended, what can be done.
class BuildHeader final : public QWidget {
    Q_OBJECT

public:
    explicit BuildHeader(QWidget *parent = nullptr);

    void showStart(const BuildStart &start);
    /// \param known 0: nobody knows yet how many there are.
    void showSteps(std::size_t over, std::size_t known);
    void showElapsed(std::int64_t milliseconds);
    void showEnd(const BuildEnd &end);
    /// Where the step that failed stands. \param line from 1; 0: none failed, or it stands nowhere in the file.
    void setFailedLine(std::uint32_t line);
    /// What a build would make, while none runs.
    void setTarget(const QString &target);
    void setTheme(ThemeKind kind);

    BuildPhase phase() const { return m_phase; }
    /// "Building final", "Build failed" …
    QString title() const;

signals:
    void buildRequested();
    void cancelRequested();
    void failedLineRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFailure();
    void setPhase(BuildPhase phase);
    void updateWords();
    void updateFailure();

    BuildPhase m_phase = BuildPhase::Idle;
    ThemeKind m_theme = ThemeKind::Light;
    BuildStart m_start;
    QString m_target;
    std::uint32_t m_failedLine = 0; ///< From 1; 0: none.
    QLabel *m_title; ///< This and the following are owned by the header.
    QLabel *m_facts;
    QLabel *m_elapsed;
    QPushButton *m_build;
    QPushButton *m_cancel;
    QProgressBar *m_bar;
    QLabel *m_command;
    QToolButton *m_copy;
    QWidget *m_failure = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_detail = nullptr;
    QPushButton *m_goTo = nullptr;
};

} // namespace drydock::ui
