// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QPushButton;

namespace drydock {
struct Measurement;
struct StageSize;
} // namespace drydock

namespace drydock::ui {

class ElidedLabel;

/// What was measured, where and when, whether it still is so, and what can be done with it.
class SizeHeader final : public QWidget {
    Q_OBJECT

public:
    explicit SizeHeader(QWidget *parent = nullptr);

    /// \param shown the stage whose numbers are shown; one of `measurement.stages`.
    void setMeasurement(const Measurement &measurement, const StageSize &shown);
    /// The text is no longer the one that was built.
    void setStale(bool isStale);
    /// What was measured is proposed and stands in no text yet: nobody has changed it.
    void setProposal(bool isProposal);
    /// What a run of the image showed: "answers 200 on /". Empty: it was not run.
    void setVerification(const QString &text, bool isGood);
    void setTheme(ThemeKind kind);

    /// "8.9 MB unpacked · 3.6 MB download · docker 28.5 · measured 12:04".
    QString facts() const;

signals:
    void rebuildRequested();
    void pinRequested();
    void runRequested();

private:
    void applyColors();

    bool m_isGood = false;
    bool m_isStale = false;
    bool m_isProposal = false;
    ThemeKind m_theme = ThemeKind::Light;
    ElidedLabel *m_image; ///< This and the following are owned by the header.
    ElidedLabel *m_facts;
    ElidedLabel *m_verification;
    ElidedLabel *m_stale;
    QPushButton *m_rebuild;
};

} // namespace drydock::ui
