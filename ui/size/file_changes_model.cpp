// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/file_changes_model.h"

#include "ui/size/map_tree.h"
#include "ui/size/size_words.h"

#include <QLocale>

#include <algorithm>

namespace drydock::ui {

FileChangesModel::FileChangesModel(QObject *parent)
    : FileTableModel({tr("File"), tr("Before"), tr("After"), tr("Change")}, parent)
{ }

void FileChangesModel::setDifference(ImageDifference difference)
{
    beginResetModel();
    m_difference = std::move(difference);
    endResetModel();
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

} // namespace drydock::ui
