// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <QComboBox>

namespace drydock::app {

/// Which stage the build is for: the last one, or one by name.
class TargetBox final : public QComboBox {
    Q_OBJECT

public:
    explicit TargetBox(QWidget *parent = nullptr);

    /// Lists the stages of the file; the choice comes from its options.
    void setAnalysis(const Analysis &analysis);

signals:
    /// The reader has chosen. \param target as in BuildOptions.
    void targetChosen(const std::string &target);

private:
    std::vector<std::string> m_targets; ///< For each entry.
};

} // namespace drydock::app
