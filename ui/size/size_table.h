// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QTableView;
class QTreeView;
class QWidget;

namespace drydock::ui {

/// The calm look that all tables of the panel share: whole rows, no frames, no grid, no numbers at the side.
/// \param name what a screen reader calls it.
void prepareTable(QTableView &table, const QString &name);
/// prepareTable() for one with a file in each row: a line each, as close as those of a tree; the first column takes the room.
/// \pre It has its model.
void prepareFileTable(QTableView &table, const QString &name);
void prepareTree(QTreeView &tree, const QString &name);

/// A label that never takes its text for markup; breaks lines.
QLabel *makePlainLabel(const QString &text, QWidget *parent);

} // namespace drydock::ui
