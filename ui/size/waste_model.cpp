// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/waste_model.h"

#include "ui/common/translated.h"
#include "ui/size/map_tree.h"
#include "ui/size/size_words.h"

namespace drydock::ui {

WasteModel::WasteModel(QObject *parent)
    : FileTableModel({tr("File"), tr("Size"), tr("Why no container sees it"), tr("What helps")}, parent)
{ }

void WasteModel::setWaste(WasteReport report, std::vector<InstructionIndex> instructions,
                          std::shared_ptr<const Analysis> analysis)
{
    beginResetModel();
    m_report = std::move(report);
    m_analysis = std::move(analysis);
    m_instructions = m_analysis ? std::move(instructions) : std::vector<InstructionIndex>();
    endResetModel();
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

QString WasteModel::toolTip(int row, int column) const
{
    if (column == Why && m_report.files[std::size_t(row)].kind == WasteKind::Repeated)
        return tr("The same size again: mostly because the owner, the mode or the time was changed.");
    return cell(row, column);
}

} // namespace drydock::ui
