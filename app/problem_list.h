// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <QFrame>

class QListWidget;

namespace drydock::app {

/// The problems of one file as a list that opens above the status bar. Enter or a click goes to one.
class ProblemList final : public QFrame {
    Q_OBJECT

public:
    ProblemList(const Analysis &analysis, QWidget *parent);

    /// Opens with its lower left corner at `global`.
    void popUp(const QPoint &global);

signals:
    void chosen(drydock::TextRange range);

private:
    QListWidget *m_list; ///< Owned by the frame.
    std::vector<TextRange> m_ranges; ///< For each row.
};

} // namespace drydock::app
