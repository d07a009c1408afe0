// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/compared_size.h"
#include "ui/size/segments.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace drydock::ui {

/// How the last build came by an instruction's layer.
struct LayerStep {
    InstructionIndex instruction;
    bool isCached = false;
    std::optional<std::int64_t> milliseconds; ///< None: not told.
};

/// The layers of a stage in file order. What the base brings is one row that can be opened, and so are neighbours that
/// left no bytes.
class LayersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Text, Size, Bar, Cumulative, Category, Time, ColumnCount };
    enum DataRole {
        SegmentRole = Qt::UserRole, ///< Of the bar: what segmentAt() gives is to be painted.
        FoldRole, ///< bool: the row can be opened and closed.
        OpenRole, ///< bool: it is open.
        DepthRole, ///< int: 1 below a row that is open.
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// \param size its instructions are those of `size.analysis`; without one the builder's words are shown.
    void setSize(ComparedSize size, WasteByLayer waste);
    void setSteps(std::vector<LayerStep> steps);
    bool hasSteps() const { return !m_steps.empty(); }
    void setTheme(ThemeKind kind);

    bool isFold(int row) const { return m_rows[std::size_t(row)].isFold; }
    bool isOpen(int row) const;
    void setOpen(int row, bool isOpen);

    Segment segmentAt(int row) const;
    double largest() const; ///< Bytes of the heaviest row; at least 1.
    /// None for the layers of the base and for rows that stand for several.
    InstructionIndex instructionAt(int row) const;
    /// The row of an instruction or of the fold that hides it; -1 if there is none.
    int rowOf(InstructionIndex instruction) const;
    /// All rows, folded ones opened, separated by tabulators.
    QString asText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A group of neighbours that is shown as one row while it is closed.
    struct Group {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool isBase = false;
        bool isOpen = false;
    };
    struct Row {
        std::size_t group = 0;
        std::size_t layer = 0; ///< The first one, if the row is a fold.
        bool isFold = false;
        int depth = 0;
    };

    void makeGroups();
    std::vector<Row> rowsOf(bool isAllOpen) const;
    std::size_t endOf(const Row &row) const;
    std::uint64_t bytesOf(const Row &row) const;
    std::uint64_t cumulativeOf(const Row &row) const;
    QString textOf(const Row &row) const;
    QString numberOf(const Row &row) const;
    QString categoryOf(const Row &row) const;
    QString timeOf(const Row &row) const;
    QString cell(const Row &row, int column) const;
    bool isWithoutBytes(const Row &row) const;

    ComparedSize m_size;
    WasteByLayer m_waste;
    std::vector<LayerStep> m_steps;
    std::vector<Group> m_groups;
    std::vector<Row> m_rows;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
