// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/image_difference.h"
#include "ui/common/theme.h"

#include <QAbstractTableModel>

namespace drydock::ui {

/// The files that one of two images has and the other has not, or in another size; the largest change first.
class FileChangesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Path, Before, After, Change, ColumnCount };
    static constexpr std::size_t mostRows = 2000; ///< What comes behind is told of in sums only.

    using QAbstractTableModel::QAbstractTableModel;

    void setDifference(ImageDifference difference);
    void setTheme(ThemeKind kind);
    const ImageDifference &difference() const { return m_difference; }
    /// "Files: 12 gone · 2 new · 1 of another size · 310 alike".
    QString summary() const;
    /// All rows, separated by tabulators.
    QString asText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(int row, int column) const;

    ImageDifference m_difference;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
