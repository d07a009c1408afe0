// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/layers_model.h"

#include "ui/common/tool_tip.h"
#include "ui/size/size_words.h"

#include <QFontDatabase>
#include <QLocale>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr qsizetype shortWords = 32; ///< Characters of one instruction in a row that stands for several.
constexpr qsizetype longestText = 4000; ///< Characters; a heredoc may be endless.

QString shortened(const QString &text, qsizetype length)
{
    return text.size() <= length ? text : text.left(length - 1) + u'…';
}

bool isOfBase(const LayerSize &layer)
{
    return !layer.instruction && layer.category == LayerCategory::Base;
}

} // namespace

void LayersModel::setSize(ComparedSize size, WasteByLayer waste)
{
    beginResetModel();
    m_size = std::move(size);
    m_waste = std::move(waste);
    makeGroups();
    m_rows = rowsOf(false);
    endResetModel();
}

void LayersModel::setSteps(std::vector<LayerStep> steps)
{
    m_steps = std::move(steps);
    if (rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

void LayersModel::setTheme(ThemeKind kind)
{
    m_theme = kind;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LayersModel::makeGroups()
{
    m_groups.clear();
    const std::vector<LayerSize> &layers = m_size.size.layers;
    std::size_t at = 0;
    while (at < layers.size() && isOfBase(layers[at]))
        ++at;
    if (at > 0)
        m_groups.push_back({0, at, true});
    while (at < layers.size()) {
        std::size_t end = at + 1;
        if (layers[at].bytes == 0)
            while (end < layers.size() && layers[end].bytes == 0)
                ++end;
        m_groups.push_back({at, end});
        at = end;
    }
}

std::vector<LayersModel::Row> LayersModel::rowsOf(bool isAllOpen) const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const Group &group = m_groups[i];
        const bool isFold = group.end - group.begin > 1;
        rows.push_back({i, group.begin, isFold, 0});
        if (isFold && (group.isOpen || isAllOpen))
            for (std::size_t layer = group.begin; layer < group.end; ++layer)
                rows.push_back({i, layer, false, 1});
    }
    return rows;
}

bool LayersModel::isOpen(int row) const
{
    const Row &shown = m_rows[std::size_t(row)];
    return shown.isFold && m_groups[shown.group].isOpen;
}

void LayersModel::setOpen(int row, bool isOpen)
{
    const Row shown = m_rows[std::size_t(row)];
    if (!shown.isFold || m_groups[shown.group].isOpen == isOpen)
        return;
    Group &group = m_groups[shown.group];
    const int count = int(group.end - group.begin);
    if (isOpen)
        beginInsertRows({}, row + 1, row + count);
    else
        beginRemoveRows({}, row + 1, row + count);
    group.isOpen = isOpen;
    m_rows = rowsOf(false);
    if (isOpen)
        endInsertRows();
    else
        endRemoveRows();
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

std::size_t LayersModel::endOf(const Row &row) const
{
    return row.isFold ? m_groups[row.group].end : row.layer + 1;
}

std::uint64_t LayersModel::bytesOf(const Row &row) const
{
    std::uint64_t bytes = 0;
    for (std::size_t i = row.layer; i < endOf(row); ++i)
        bytes += m_size.size.layers[i].bytes;
    return bytes;
}

std::uint64_t LayersModel::cumulativeOf(const Row &row) const
{
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < endOf(row); ++i)
        bytes += m_size.size.layers[i].bytes;
    return bytes;
}

bool LayersModel::isWithoutBytes(const Row &row) const
{
    return bytesOf(row) == 0;
}

Segment LayersModel::segmentAt(int row) const
{
    const Row &shown = m_rows[std::size_t(row)];
    Segment segment {m_size.size.layers[shown.layer].category, bytesOf(shown), 0};
    for (std::size_t i = shown.layer; i < endOf(shown); ++i)
        if (const auto found = m_waste.find(i); found != m_waste.end())
            segment.wasted += std::min(found->second, m_size.size.layers[i].bytes);
    return segment;
}

double LayersModel::largest() const
{
    std::uint64_t most = 1;
    for (const Row &row : m_rows)
        most = std::max(most, bytesOf(row));
    return double(most);
}

InstructionIndex LayersModel::instructionAt(int row) const
{
    const Row &shown = m_rows[std::size_t(row)];
    const Analysis *analysis = m_size.analysis.get();
    const StageIndex stage = m_size.size.stage;
    if (m_groups[shown.group].isBase && analysis && stage && stage.value < analysis->syntax.stages.size())
        return analysis->syntax.stages[stage.value].from;
    return shown.isFold ? InstructionIndex() : m_size.size.layers[shown.layer].instruction;
}

int LayersModel::rowOf(InstructionIndex instruction) const
{
    if (!instruction)
        return -1;
    int fold = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const Row &shown = m_rows[std::size_t(row)];
        if (instructionAt(row) == instruction)
            return row;
        for (std::size_t i = shown.layer; shown.isFold && i < endOf(shown); ++i)
            if (m_size.size.layers[i].instruction == instruction)
                fold = row;
    }
    return fold;
}

QString LayersModel::textOf(const Row &row) const
{
    const Analysis *analysis = m_size.analysis.get();
    const auto &layers = m_size.size.layers;
    if (m_groups[row.group].isBase && row.depth == 0) {
        const StageIndex stage = m_size.size.stage;
        if (!analysis || !stage || stage.value >= analysis->syntax.stages.size())
            return tr("Base image");
        LayerSize from;
        from.instruction = analysis->syntax.stages[stage.value].from;
        return layerText(analysis, from);
    }
    if (!row.isFold) {
        const QString text = layerText(analysis, layers[row.layer]);
        return text.isEmpty() ? tr("(the builder does not say)") : shortened(text, longestText);
    }
    QStringList words;
    for (std::size_t i = row.layer; i < endOf(row); ++i)
        words.append(shortened(layerText(analysis, layers[i]), shortWords));
    return words.join(QStringLiteral(" · "));
}

QString LayersModel::numberOf(const Row &row) const
{
    // The base counts as one: it stands for FROM.
    const bool hasBase = !m_groups.empty() && m_groups.front().isBase;
    const std::size_t ofBase = hasBase ? m_groups.front().end : 0;
    const auto number = [&](std::size_t layer) { return qulonglong {layer - ofBase + (hasBase ? 2U : 1U)}; };
    if (m_groups[row.group].isBase)
        return row.depth == 0 ? QStringLiteral("1") : QString();
    return row.isFold ? tr("%1–%2").arg(number(row.layer)).arg(number(endOf(row) - 1))
                      : QString::number(number(row.layer));
}

QString LayersModel::categoryOf(const Row &row) const
{
    return isWithoutBytes(row) ? tr("metadata") : categoryWord(m_size.size.layers[row.layer].category);
}

QString LayersModel::timeOf(const Row &row) const
{
    if (row.isFold && !m_groups[row.group].isBase)
        return {};
    const InstructionIndex instruction = m_size.size.layers[row.layer].instruction;
    for (const LayerStep &step : m_steps) {
        if (!instruction || step.instruction != instruction)
            continue;
        if (step.isCached)
            return tr("≡ cached");
        constexpr double second = 1000;
        return step.milliseconds
            ? tr("⟳ %1 s").arg(QLocale().toString(double(*step.milliseconds) / second, 'f', 1))
            : tr("⟳ rebuilt");
    }
    return {};
}

QString LayersModel::cell(const Row &row, int column) const
{
    switch (column) {
    case Number:
        return numberOf(row);
    case Text:
        return textOf(row);
    case Size:
        return m_size.isEstimate() ? estimateText(bytesOf(row)) : sizeText(bytesOf(row));
    case Cumulative:
        return sizeText(cumulativeOf(row));
    case Category:
        return categoryOf(row);
    case Time:
        return timeOf(row);
    default:
        return {};
    }
}

QString LayersModel::asText() const
{
    QString text;
    for (const Row &row : rowsOf(true)) {
        QStringList cells;
        for (const int column : {Number, Text, Size, Cumulative, Category, Time})
            cells.append(cell(row, column));
        text.append(cells.join(u'\t').trimmed());
        text.append(u'\n');
    }
    return text;
}

int LayersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LayersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LayersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const bool isNumber = index.column() == Size || index.column() == Cumulative || index.column() == Number;
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::FontRole:
        return index.column() == Text && !row.isFold ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                                     : QVariant();
    case Qt::ForegroundRole:
        return Theme::of(m_theme).color(
            (index.column() == Text || index.column() == Size) && !isWithoutBytes(row) ? Role::Text
                                                                                       : Role::SecondaryText);
    case Qt::TextAlignmentRole:
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == Text ? asToolTip(
                   row.isFold ? textOf(row) : QString::fromStdString(m_size.size.layers[row.layer].createdBy))
                                      : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Text && row.isFold)
            return (m_groups[row.group].isOpen ? tr("%1, open") : tr("%1, closed")).arg(textOf(row));
        return cell(row, index.column());
    case FoldRole:
        return row.isFold;
    case OpenRole:
        return row.isFold && m_groups[row.group].isOpen;
    case DepthRole:
        return row.depth;
    default:
        return {};
    }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section == Size || section == Cumulative || section == Number ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Cumulative)
        return asToolTip(tr("What the image weighs after this instruction."));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return QStringLiteral("#");
    case Text:
        return tr("Instruction");
    case Size:
        return tr("Size");
    case Cumulative:
        return tr("Cumulative");
    case Category:
        return tr("Category");
    case Time:
        return tr("Last build");
    default:
        return {};
    }
}

} // namespace drydock::ui
