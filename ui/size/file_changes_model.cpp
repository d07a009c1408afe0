// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/file_changes_model.h"

#include "ui/common/tool_tip.h"
#include "ui/size/map_tree.h"
#include "ui/size/size_words.h"

#include <QLocale>

#include <algorithm>

namespace drydock::ui {

void FileChangesModel::setDifference(ImageDifference difference)
{
    beginResetModel();
    m_difference = std::move(difference);
    endResetModel();
}

void FileChangesModel::setTheme(ThemeKind kind)
{
    m_theme = kind;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString FileChangesModel::summary() const
{
    const auto countOf = [this](FileChange change) {
        return int(std::ranges::count(m_difference.files, change, &FileDifference::change));
    };
    const int alike = int(m_difference.sameFiles);
    if (m_difference.files.empty())
        return tr("Both have the same files in the same sizes: %1.").arg(alike);
    QStringList parts;
    const auto add = [&parts](const QString &words, int count) {
        if (count > 0)
            parts.append(words.arg(QLocale().toString(count)));
    };
    add(tr("%1 gone"), countOf(FileChange::Removed));
    add(tr("%1 new"), countOf(FileChange::Added));
    add(tr("%1 of another size"), countOf(FileChange::Resized));
    add(tr("%1 alike"), alike);
    if (m_difference.files.size() > mostRows)
        add(tr("the %1 largest changes are listed"), int(mostRows));
    return tr("Files: %1").arg(parts.join(QStringLiteral(" · ")));
}

QString FileChangesModel::cell(int row, int column) const
{
    const FileDifference &file = m_difference.files[std::size_t(row)];
    switch (column) {
    case Path:
        return u'/' + printable(file.path);
    case Before:
        return file.change == FileChange::Added ? QStringLiteral("–") : sizeText(file.bytes.before);
    case After:
        return file.change == FileChange::Removed ? QStringLiteral("–") : sizeText(file.bytes.after);
    case Change:
        return changeText(file.bytes.before, file.bytes.after);
    default:
        return {};
    }
}

QString FileChangesModel::asText() const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < ColumnCount; ++column) {
            text.append(cell(row, column));
            text.append(column + 1 < ColumnCount ? u'\t' : u'\n');
        }
    }
    return text;
}

int FileChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min(m_difference.files.size(), mostRows));
}

int FileChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FileChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell(index.row(), index.column());
    case Qt::ForegroundRole:
        return Theme::of(m_theme).color(
            index.column() == Path || index.column() == Change ? Role::Text : Role::SecondaryText);
    case Qt::TextAlignmentRole:
        return int((index.column() == Path ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return asToolTip(cell(index.row(), index.column()));
    default:
        return {};
    }
}

QVariant FileChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Path ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path:
        return tr("File");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case Change:
        return tr("Change");
    default:
        return {};
    }
}

} // namespace drydock::ui
