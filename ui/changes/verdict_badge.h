// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"
#include "ui/common/theme.h"

#include <QWidget>

namespace drydock::ui {

/// How sure a change is, as a word with a sign in a frame: ✓ Safe, ▲ Assumes, ✕ Blocked.
class VerdictBadge final : public QWidget {
    Q_OBJECT

public:
    explicit VerdictBadge(QWidget *parent = nullptr);

    void setVerdict(Verdict verdict);
    void setTheme(ThemeKind kind);
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Verdict m_verdict = Verdict::Safe;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
