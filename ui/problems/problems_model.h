// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/common/theme.h"

#include <QAbstractTableModel>
#include <QPixmap>

#include <memory>

namespace drydock::ui {

/// The findings of one file as a table, in file order.
class ProblemsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Message, RuleId, Line, Saves, ColumnCount };
    /// What rows are sorted by.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// \param analysis shared; null empties the table.
    void setAnalysis(std::shared_ptr<const Analysis> analysis);
    void setTheme(ThemeKind kind);
    const Diagnostic &at(int row) const { return m_analysis->diagnostics[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(const Diagnostic &finding, int column) const;
    QPixmap sign(Severity severity) const;
    QVariant sortKey(const Diagnostic &finding, int column) const;
    std::size_t lineOf(const Diagnostic &finding) const;

    std::shared_ptr<const Analysis> m_analysis;
    ThemeKind m_theme = ThemeKind::Light;
};

/// "Error", "Warning", "Advice".
QString wordFor(Severity severity);
/// The sign that stands for it beside the word: ✕ ▲ ●.
QString glyphFor(Severity severity);
Role roleFor(Severity severity);

} // namespace drydock::ui
