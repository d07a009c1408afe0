// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcut_list.h"

#include "app/shortcuts.h"

#include <QFont>

namespace drydock::app {

ShortcutList::ShortcutList(Shortcuts &shortcuts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shortcuts(shortcuts)
{
    connect(&shortcuts, &Shortcuts::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

QString ShortcutList::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_shortcuts.actions()[std::size_t(index.row())].id : QString();
}

int ShortcutList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shortcuts.actions().size());
}

int ShortcutList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BoundAction &action = m_shortcuts.actions()[std::size_t(index.row())];
    if (role == Qt::FontRole && index.column() == Keys && !m_shortcuts.isDefault(action.id)) {
        QFont bold;
        bold.setBold(true); // What the reader has chosen stands out.
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case What:
        return action.text;
    case Place:
        return action.place;
    default:
        return QKeySequence::listToString(action.keys, QKeySequence::NativeText);
    }
}

QVariant ShortcutList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("Command") : section == Place ? tr("Menu") : tr("Keys");
}

} // namespace drydock::app
