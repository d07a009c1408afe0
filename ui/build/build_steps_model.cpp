// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_steps_model.h"

#include "model/build/build_progress.h"
#include "ui/common/mark_words.h"

#include <QFont>

#include <algorithm>

namespace drydock::ui {

void BuildStepsModel::clear()
{
    beginResetModel();
    m_steps.clear();
    m_groups.clear();
    endResetModel();
}

void BuildStepsModel::append(const ProgressStep &step)
{
    const QString stage = QString::fromStdString(step.stage);
    auto group = std::find_if(m_groups.begin(), m_groups.end(),
                              [&](const Group &each) { return each.stage == stage; });
    if (group == m_groups.end()) {
        const int row = int(m_groups.size());
        beginInsertRows({}, row, row);
        m_groups.push_back({stage, {}});
        endInsertRows();
        group = std::prev(m_groups.end());
    }
    const auto groupRow = std::size_t(group - m_groups.begin());
    const int row = int(group->steps.size());
    beginInsertRows(index(int(groupRow), 0), row, row);
    group->steps.push_back(m_steps.size());
    Row made;
    made.group = groupRow;
    made.row = row;
    m_steps.push_back(made);
    endInsertRows();
}

void BuildStepsModel::update(const std::vector<ProgressStep> &steps, const std::vector<std::size_t> &changed)
{
    const bool isMoved = std::any_of(changed.begin(), changed.end(), [&](std::size_t i) {
        return i < m_steps.size() && i < steps.size()
            && m_groups[m_steps[i].group].stage != QString::fromStdString(steps[i].stage);
    });
    if (isMoved || steps.size() < m_steps.size()) // A step may be told of before anyone knows whose it is.
        clear();
    std::vector<std::size_t> all = changed;
    for (std::size_t i = m_steps.size(); i < steps.size(); ++i) {
        append(steps[i]);
        all.push_back(i);
    }
    for (const std::size_t i : all) {
        if (i >= steps.size())
            continue;
        const ProgressStep &step = steps[i];
        Row &row = m_steps[i];
        row.name = QString::fromStdString(step.name).simplified();
        row.state = step.state;
        row.makes = step.instruction && !row.name.startsWith(QLatin1String("FROM "));
        row.started = step.started;
        row.completed = step.completed;
        row.current = step.current;
        row.total = step.total;
        const QModelIndex place = indexOf(i);
        emit dataChanged(place, place.siblingAtColumn(Time));
        emit dataChanged(place.parent(), place.parent().siblingAtColumn(Time));
    }
}

void BuildStepsModel::setNow(std::int64_t now)
{
    m_now = now;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].state == StepState::Running) {
            const QModelIndex place = indexOf(i).siblingAtColumn(Time);
            emit dataChanged(place, place);
        }
    }
}

std::optional<std::size_t> BuildStepsModel::stepAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return std::nullopt;
    const Group &group = m_groups[index.internalId() - 1];
    return std::size_t(index.row()) < group.steps.size()
        ? std::optional(group.steps[std::size_t(index.row())])
        : std::nullopt;
}

QModelIndex BuildStepsModel::indexOf(std::size_t step) const
{
    if (step >= m_steps.size())
        return {};
    return createIndex(m_steps[step].row, 0, quintptr {m_steps[step].group} + 1);
}

QModelIndex BuildStepsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    // The parent's row + 1; 0 says that there is none.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex BuildStepsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId() - 1), 0, quintptr(0));
}

int BuildStepsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0
        ? int(m_groups[std::size_t(parent.row())].steps.size())
        : 0;
}

int BuildStepsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString BuildStepsModel::timeOf(const Row &row) const
{
    if (row.state == StepState::Cached)
        return stateWord(row.state);
    if (!row.started)
        return {};
    if (row.completed)
        return shortDuration(*row.completed - *row.started);
    // By the second: tenths that run by would only be restless.
    const std::int64_t seconds = std::max<std::int64_t>(0, m_now - *row.started) / 1000;
    return row.state == StepState::Running && seconds > 0 ? shortDuration(seconds * 1000) : QString();
}

QVariant BuildStepsModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (column == Step)
        return group.stage.isEmpty() ? tr("Preparation") : group.stage;
    const auto isOver = [&](std::size_t step) {
        return m_steps[step].state == StepState::Done || m_steps[step].state == StepState::Cached;
    };
    return QStringLiteral("%1/%2")
        .arg(std::count_if(group.steps.begin(), group.steps.end(), isOver))
        .arg(group.steps.size());
}

QVariant BuildStepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Time)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const std::optional<std::size_t> step = stepAt(index);
    if (!step)
        return groupData(m_groups[std::size_t(index.row())], index.column(), role);
    const Row &row = m_steps[*step];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Step ? row.name : timeOf(row);
    case Qt::ToolTipRole:
        // As text: what a builder says is never markup.
        return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
            .arg(row.name.left(2000).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return index.column() == Step ? tr("%1, %2").arg(row.name, stateWord(row.state)) : timeOf(row);
    case StateRole:
        return int(row.state);
    case MakesRole:
        return row.makes;
    case FractionRole:
        if (row.state == StepState::Running && row.total > 0)
            return std::min(1.0, double(row.current) / double(row.total));
        return {};
    default:
        return {};
    }
}

QVariant BuildStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Step ? tr("Step") : tr("Time");
}

} // namespace drydock::ui
