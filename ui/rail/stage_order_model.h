// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <QAbstractListModel>

#include <memory>

namespace drydock::ui {

/// The stages of a file, one row each, in file order.
class StageOrderModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role : std::uint16_t {
        IsTargetRole = Qt::UserRole,
        IsReachableRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setAnalysis(std::shared_ptr<const Analysis> analysis);
    const Analysis &analysis() const { return *m_analysis; }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the stage's name. Tool tip and accessible text: what else there is to know of it.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString sentenceFor(std::size_t row) const;

    std::shared_ptr<const Analysis> m_analysis = analyse(SourceText());
};

} // namespace drydock::ui
