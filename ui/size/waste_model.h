// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/image/waste.h"
#include "ui/size/file_table_model.h"

#include <memory>
#include <optional>

namespace drydock::ui {

/// The files of an image that no container sees, the largest first.
class WasteModel final : public FileTableModel {
    Q_OBJECT

public:
    enum Column { Path, Size, Why, Fix, ColumnCount };

    explicit WasteModel(QObject *parent = nullptr);

    /// \param instructions of each layer of the image; none for those of the base. \param analysis of the text that was
    /// built; null: nobody knows the lines.
    void setWaste(WasteReport report, std::vector<InstructionIndex> instructions,
                  std::shared_ptr<const Analysis> analysis);
    const WasteReport &report() const { return m_report; }
    /// What would mend the waste of a row; nothing if no refactoring does.
    std::optional<WasteFix> fixAt(int row) const;

protected:
    std::size_t fileCount() const override { return m_report.files.size(); }
    QString cell(int row, int column) const override;
    bool isNumber(int column) const override { return column == Size; }
    bool isPale(int column) const override { return column > Size; }
    QString toolTip(int row, int column) const override;

private:
    QString placeOf(std::size_t layer) const;
    QString whyOf(const WastedFile &file) const;

    WasteReport m_report;
    std::shared_ptr<const Analysis> m_analysis;
    std::vector<InstructionIndex> m_instructions; ///< By layer; empty without an analysis.
};

} // namespace drydock::ui
