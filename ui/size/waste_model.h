// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/image/waste.h"
#include "ui/common/theme.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace drydock::ui {

/// The files of an image that no container sees, the largest first.
class WasteModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Path, Size, Why, Fix, ColumnCount };
    static constexpr std::size_t mostRows = 2000; ///< What comes behind is told of in sums only.

    using QAbstractTableModel::QAbstractTableModel;

    /// \param instructions of each layer of the image; none for those of the base. \param analysis of the text that was
    /// built; null: nobody knows the lines.
    void setWaste(WasteReport report, std::vector<InstructionIndex> instructions,
                  std::shared_ptr<const Analysis> analysis);
    void setTheme(ThemeKind kind);
    const WasteReport &report() const { return m_report; }
    /// What would mend the waste of a row; nothing if no refactoring does.
    std::optional<WasteFix> fixAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString placeOf(std::size_t layer) const;
    QString whyOf(const WastedFile &file) const;
    QString cell(int row, int column) const;

    WasteReport m_report;
    std::shared_ptr<const Analysis> m_analysis;
    std::vector<InstructionIndex> m_instructions; ///< By layer; empty without an analysis.
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
