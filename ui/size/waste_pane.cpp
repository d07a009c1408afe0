// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/waste_pane.h"

#include "ui/common/tool_tip.h"
#include "ui/common/translated.h"
#include "ui/size/elided_label.h"
#include "ui/size/size_delegate.h"
#include "ui/size/size_table.h"
#include "ui/size/size_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

namespace drydock::ui {

WastePane::WastePane(QWidget *parent)
    : QWidget(parent)
    , m_model(new WasteModel(this))
    , m_summary(new ElidedLabel(this))
    , m_fix(new QPushButton(tr("&Fix…"), this))
    , m_table(new QTableView(this))
    , m_delegate(new SizeDelegate(m_table))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    prepareFileTable(*m_table, tr("Wasted files"));
    m_table->horizontalHeader()->setSectionResizeMode(WasteModel::Fix, QHeaderView::Stretch);
    connect(m_fix, &QPushButton::clicked, this, &WastePane::fixCurrent);
    connect(m_table, &QTableView::activated, this, &WastePane::fixCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WastePane::showFix);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WastePane::showFix);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_summary);
    row->addStretch();
    row->addWidget(m_fix);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void WastePane::setWaste(WasteReport report, std::vector<InstructionIndex> instructions,
                         std::shared_ptr<const Analysis> analysis)
{
    m_model->setWaste(std::move(report), std::move(instructions), std::move(analysis));
    m_table->setVisible(m_model->rowCount() > 0);
    m_summary->setText(summary());
    const QString meaning = tr(
        "Efficiency is the share of all stored bytes that a container can see. A file that a later layer "
        "deletes, replaces or stores again is counted once.");
    m_summary->setToolTip(asToolTip(meaning));
    m_summary->setAccessibleDescription(meaning);
    m_table->setCurrentIndex(m_model->index(0, 0));
}

QString WastePane::summary() const
{
    const WasteReport &report = m_model->report();
    if (report.wastedBytes == 0)
        return tr("Nothing is wasted: a container sees all %1.").arg(sizeText(report.totalBytes));
    const QString files = report.files.size() == 1 ? tr("one file") : tr("%1 files").arg(report.files.size());
    QString text = tr("%1 of %2 wasted · %3 · efficiency %4")
                       .arg(sizeText(report.wastedBytes), sizeText(report.totalBytes), files,
                            percentText(report.efficiency()));
    if (report.files.size() > WasteModel::mostRows)
        text += tr(" · the %1 largest are listed").arg(WasteModel::mostRows);
    return text;
}

void WastePane::setTheme(ThemeKind kind)
{
    m_model->setTheme(kind);
    m_delegate->setTheme(kind);
    m_summary->setColor(Theme::of(kind).color(Role::Text));
}

void WastePane::showFix()
{
    const std::optional<WasteFix> fix = m_model->fixAt(m_table->currentIndex().row());
    m_fix->setEnabled(fix.has_value());
    m_fix->setVisible(m_model->rowCount() > 0);
    m_fix->setToolTip(
        asToolTip(fix ? translated("image", fix->text) : tr("No refactoring of Drydock mends this one.")));
}

void WastePane::fixCurrent()
{
    if (const std::optional<WasteFix> fix = m_model->fixAt(m_table->currentIndex().row()))
        emit fixRequested(QString::fromUtf8(fix->refactoring.data(), qsizetype(fix->refactoring.size())),
                          fix->caret);
}

} // namespace drydock::ui
