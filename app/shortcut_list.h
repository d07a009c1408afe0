// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace drydock::app {

class Shortcuts;

/// All actions with their keys, as a table: what, where its menu is, keys.
class ShortcutList final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : std::uint8_t { What, Place, Keys, ColumnCount };

    /// \param shortcuts borrowed; must outlive the list.
    explicit ShortcutList(Shortcuts &shortcuts, QObject *parent = nullptr);

    QString idAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Shortcuts &m_shortcuts;
};

} // namespace drydock::app
