// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail/stage_order_model.h"

namespace drydock::ui {
namespace {

constexpr qsizetype longestName = 80;

QString shown(const std::string &text)
{
    const QString whole = QString::fromStdString(text);
    return whole.size() > longestName ? whole.left(longestName - 1) + QChar(0x2026) : whole;
}

} // namespace

void StageOrderModel::setAnalysis(std::shared_ptr<const Analysis> analysis)
{
    const int before = rowCount();
    const int after = int(analysis->graph.stageCount());
    if (before != after) {
        // Which one is new or gone is the selection's business, not the list's: it is short and cheap.
        beginResetModel();
        m_analysis = std::move(analysis);
        endResetModel();
        return;
    }
    m_analysis = std::move(analysis);
    if (after > 0)
        emit dataChanged(index(0, 0), index(after - 1, 0));
}

int StageOrderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_analysis->graph.stageCount());
}

QVariant StageOrderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const GraphNode &node = m_analysis->graph.nodes[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return shown(node.label());
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(sentenceFor(std::size_t(index.row())).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return sentenceFor(std::size_t(index.row()));
    case IsTargetRole:
        return node.isTarget;
    case IsReachableRole:
        return node.isReachable;
    default:
        return {};
    }
}

QString StageOrderModel::sentenceFor(std::size_t row) const
{
    const GraphNode &node = m_analysis->graph.nodes[row];
    const QString name = shown(node.label());
    const QString base = shown(node.base);
    const qulonglong place = row + 1;
    const qulonglong count = m_analysis->graph.stageCount();
    if (node.isTarget)
        return tr("%1, from %2, stage %3 of %4, the target").arg(name, base).arg(place).arg(count);
    if (!node.isReachable)
        return tr("%1, from %2, stage %3 of %4, not needed by the target")
            .arg(name, base)
            .arg(place)
            .arg(count);
    return tr("%1, from %2, stage %3 of %4").arg(name, base).arg(place).arg(count);
}

} // namespace drydock::ui
