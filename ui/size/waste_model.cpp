// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/waste_model.h"

#include "ui/common/tool_tip.h"
#include "ui/common/translated.h"
#include "ui/size/map_tree.h"
#include "ui/size/size_words.h"

#include <algorithm>

namespace drydock::ui {

void WasteModel::setWaste(WasteReport report, std::vector<InstructionIndex> instructions,
                          std::shared_ptr<const Analysis> analysis)
{
    beginResetModel();
    m_report = std::move(report);
    m_analysis = std::move(analysis);
    m_instructions = m_analysis ? std::move(instructions) : std::vector<InstructionIndex>();
    endResetModel();
}

void WasteModel::setTheme(ThemeKind kind)
{
    m_theme = kind;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::optional<WasteFix> WasteModel::fixAt(int row) const
{
    if (!m_analysis || row < 0 || row >= rowCount())
        return {};
    return fixFor(m_report.files[std::size_t(row)], m_analysis->syntax, m_instructions);
}

QString WasteModel::placeOf(std::size_t layer) const
{
    const InstructionIndex instruction
        = layer < m_instructions.size() ? m_instructions[layer] : InstructionIndex();
    if (instruction && instruction.value < m_analysis->syntax.instructions.size())
        return tr("line %1").arg(m_analysis->syntax.at(instruction).firstLine);
    return m_instructions.empty() ? tr("in layer %1").arg(layer + 1) : tr("by the base image");
}

QString WasteModel::whyOf(const WastedFile &file) const
{
    const QString added = placeOf(file.addedIn);
    const QString lost = placeOf(file.lostIn);
    switch (file.kind) {
    case WasteKind::Removed:
        return tr("added %1, deleted %2").arg(added, lost);
    case WasteKind::Repeated:
        return tr("added %1, stored again %2").arg(added, lost);
    case WasteKind::Replaced:
        break;
    }
    return tr("added %1, replaced %2").arg(added, lost);
}

QString WasteModel::cell(int row, int column) const
{
    const WastedFile &file = m_report.files[std::size_t(row)];
    switch (column) {
    case Path:
        return u'/' + printable(file.path);
    case Size:
        return sizeText(file.bytes);
    case Why:
        return whyOf(file);
    case Fix: {
        const std::optional<WasteFix> fix = fixAt(row);
        return fix ? translated("image", fix->text) : QString();
    }
    default:
        return {};
    }
}

int WasteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min(m_report.files.size(), mostRows));
}

int WasteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WasteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell(index.row(), index.column());
    case Qt::ForegroundRole:
        return Theme::of(m_theme).color(index.column() <= Size ? Role::Text : Role::SecondaryText);
    case Qt::TextAlignmentRole:
        return int((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == Why && m_report.files[std::size_t(index.row())].kind == WasteKind::Repeated)
            return asToolTip(tr("The same size again: mostly because the owner, the mode or the time was "
                                "changed."));
        return asToolTip(cell(index.row(), index.column()));
    default:
        return {};
    }
}

QVariant WasteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path:
        return tr("File");
    case Size:
        return tr("Size");
    case Why:
        return tr("Why no container sees it");
    case Fix:
        return tr("What helps");
    default:
        return {};
    }
}

} // namespace drydock::ui
