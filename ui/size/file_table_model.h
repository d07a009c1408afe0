// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <cstddef>

namespace drydock::ui {

/// A table of text, a file in each row. Whoever derives from it says what stands in a cell.
class FileTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr std::size_t mostRows = 2000; ///< What comes behind is told of in sums only.

    void setTheme(ThemeKind kind);
    /// All rows, separated by tabulators.
    QString asText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    FileTableModel(const QStringList &headings, QObject *parent);

    virtual std::size_t fileCount() const = 0;
    virtual QString cell(int row, int column) const = 0;
    virtual bool isNumber(int column) const = 0; ///< Stands at the right edge.
    virtual bool isPale(int column) const = 0; ///< What is read second.
    virtual QString toolTip(int row, int column) const { return cell(row, column); } ///< Plain.

private:
    QStringList m_headings;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
