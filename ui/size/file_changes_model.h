// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/image_difference.h"
#include "ui/size/file_table_model.h"

namespace drydock::ui {

/// The files that one of two images has and the other has not, or in another size; the largest change first.
class FileChangesModel final : public FileTableModel {
    Q_OBJECT

public:
    enum Column { Path, Before, After, Change, ColumnCount };

    explicit FileChangesModel(QObject *parent = nullptr);

    void setDifference(ImageDifference difference);
    /// "Files: 12 gone · 2 new · 1 of another size · 310 alike".
    QString summary() const;

protected:
    std::size_t fileCount() const override { return m_difference.files.size(); }
    QString cell(int row, int column) const override;
    bool isNumber(int column) const override { return column != Path; }
    bool isPale(int column) const override { return column == Before || column == After; }

private:
    ImageDifference m_difference;
};

} // namespace drydock::ui
