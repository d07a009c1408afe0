// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <cstdint>
#include <optional>
#include <vector>

namespace drydock {
enum class StepState : std::uint8_t;
struct ProgressStep;
} // namespace drydock

namespace drydock::ui {

/// The steps of a build under the stages that they belong to, in the order in which the builder told of them.
class BuildStepsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Step, Time, ColumnCount };
    enum ItemRole {
        StateRole = Qt::UserRole, ///< int of a StepState; none for what is no step.
        FractionRole, ///< 0 to 1 of a download; none if nobody knows.
        MakesRole, ///< bool: it makes something of the image that may be cached or made anew.
    };

    using QAbstractItemModel::QAbstractItemModel;

    void clear();
    /// \param changed indexes of the steps that changed; new ones are found without.
    void update(const std::vector<ProgressStep> &steps, const std::vector<std::size_t> &changed);
    /// Steps that run have run until `now`, in milliseconds since 1970.
    void setNow(std::int64_t now);

    /// The step of a row; none for the row of a stage.
    std::optional<std::size_t> stepAt(const QModelIndex &index) const;
    QModelIndex indexOf(std::size_t step) const;
    std::size_t stepCount() const { return m_steps.size(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        StepState state {}; ///< Waiting.
        std::optional<std::int64_t> started;
        std::optional<std::int64_t> completed;
        std::uint64_t current = 0;
        std::uint64_t total = 0;
        bool makes = false;
        std::size_t group = 0;
        int row = 0; ///< In its group.
    };
    struct Group {
        QString stage; ///< Empty: of no stage.
        std::vector<std::size_t> steps;
    };
    void append(const ProgressStep &step);
    QString timeOf(const Row &row) const;
    QVariant groupData(const Group &group, int column, int role) const;

    std::vector<Row> m_steps;
    std::vector<Group> m_groups;
    std::int64_t m_now = 0;
};

} // namespace drydock::ui
