// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/popover.h"

#include <QStringList>

class QLabel;
class QLineEdit;

namespace drydock::ui {

/// Asks what a new COPY copies and where to. Stands on the new arrow, which is in the text already with the paths
/// proposed; Enter keeps what is written, Escape removes everything.
class PathPopover final : public Popover {
    Q_OBJECT

public:
    struct Paths {
        QString from;
        QString to;
    };
    /// \returns why these paths do not do; empty if they do.
    using Check = std::function<QString(const Paths &paths)>;

    /// \param fromCandidates what the source seems to make, the best first.
    PathPopover(GraphView &view, Place place, const QString &title, const Paths &proposed,
                const QStringList &fromCandidates, const QStringList &toCandidates, Check check);

    Paths paths() const;
    void settle() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *makeField(const QString &name, const QString &text, const QStringList &candidates);
    void update();

    QLineEdit *m_from; // Owned by this, as all below.
    QLineEdit *m_to;
    QLabel *m_note;
    Check m_check;
};

} // namespace drydock::ui
