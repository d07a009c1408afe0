// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace drydock::app {

class EngineButton;

/// The status bar: the engine, stages and target, what BuildKit would refuse, caret, encoding, line ends.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Nothing is open.
    void clearAll();
    void setAnalysis(const Analysis &analysis);
    /// "Ln 8, Col 12".
    void setCaretText(const QString &text);
    /// Shown as soon as it has a status.
    EngineButton &engine() { return *m_engine; }

signals:
    void problemsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    EngineButton *m_engine; ///< This and the following are owned by the bar.
    QLabel *m_stages;
    QToolButton *m_problems;
    QLabel *m_caret;
    QLabel *m_encoding;
    QLabel *m_lineEnd;
};

} // namespace drydock::app
