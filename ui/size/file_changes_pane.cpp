// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/file_changes_pane.h"

#include "ui/size/elided_label.h"
#include "ui/size/file_changes_model.h"
#include "ui/size/size_delegate.h"
#include "ui/size/size_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace drydock::ui {

FileChangesPane::FileChangesPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new FileChangesModel(this))
    , m_summary(new ElidedLabel(this))
    , m_table(new QTableView(this))
    , m_delegate(new SizeDelegate(m_table))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    prepareFileTable(*m_table, tr("Files that differ"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &FileChangesPane::openMenu);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 2, 12, 6);
    line->addWidget(m_summary);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void FileChangesPane::setFiles(std::shared_ptr<const ImageContents> before,
                               std::shared_ptr<const ImageContents> after)
{
    if (before == m_before && after == m_after)
        return;
    m_before = std::move(before);
    m_after = std::move(after);
    m_model->setDifference(differenceOf(*m_before, *m_after));
    m_summary->setText(m_model->summary());
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->setCurrentIndex(m_model->index(0, 0));
}

void FileChangesPane::setTheme(ThemeKind kind)
{
    m_model->setTheme(kind);
    m_delegate->setTheme(kind);
    m_summary->setColor(Theme::of(kind).color(Role::Text));
}

void FileChangesPane::openMenu(QPoint place)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Copy the Table")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->asText()); });
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

} // namespace drydock::ui
