// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTreeView>

namespace drydock::ui {
namespace {

void prepareView(QAbstractItemView &view, const QString &name)
{
    view.setAccessibleName(name);
    view.setFrameShape(QFrame::NoFrame);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

void prepareTable(QTableView &table, const QString &name)
{
    prepareView(table, name);
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setStretchLastSection(false);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionsClickable(false);
}

void prepareFileTable(QTableView &table, const QString &name)
{
    constexpr int padding = 6; ///< Pixels.
    prepareTable(table, name);
    table.setWordWrap(false);
    QHeaderView *rows = table.verticalHeader();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(0);
    rows->setDefaultSectionSize(table.fontMetrics().height() + padding);
    QHeaderView *header = table.horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setResizeContentsPrecision(50);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
}

void prepareTree(QTreeView &tree, const QString &name)
{
    prepareView(tree, name);
    tree.setUniformRowHeights(true);
    tree.header()->setStretchLastSection(false);
    tree.header()->setSectionsClickable(false);
}

QLabel *makePlainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace drydock::ui
