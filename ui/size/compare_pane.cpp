// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/compare_pane.h"

#include "ui/size/compare_bars.h"
#include "ui/size/compare_model.h"
#include "ui/size/size_delegate.h"
#include "ui/size/size_legend.h"
#include "ui/size/size_table.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QTreeView>

namespace drydock::ui {
namespace {

constexpr int otherImage = -2; ///< Item data; others are indexes of choices, -1 is nothing.
constexpr int comboLetters = 22;

} // namespace

ComparePane::ComparePane(QWidget *parent)
    : QWidget(parent)
    , m_bars(new CompareBars(this))
    , m_legend(new SizeLegend(this))
    , m_withWord(makePlainLabel(tr("Compared &with"), this))
    , m_with(new QComboBox(this))
    , m_model(new CompareModel(this))
    , m_table(new QTreeView(this))
    , m_delegate(new SizeDelegate(m_table))
{
    m_withWord->setBuddy(m_with);
    m_withWord->setWordWrap(false);
    m_withWord->setForegroundRole(QPalette::PlaceholderText);
    m_with->setAccessibleName(tr("Compared with"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setMinimumContentsLength(comboLetters);
    connect(m_with, &QComboBox::activated, this, [this](int row) { choose(m_with->itemData(row).toInt()); });
    prepareTree(*m_table, tr("Comparison by category and layer"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparePane::openMenu);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 2, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_legend, 1);
    row->addWidget(m_withWord);
    row->addWidget(m_with);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bars);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void ComparePane::setSizes(std::vector<ComparedSize> choices, ComparedSize after, WasteByLayer waste)
{
    m_choices = std::move(choices);
    m_after = std::move(after);
    m_waste = std::move(waste);
    m_chosen = m_choices.empty() ? -1 : 0;
    const QSignalBlocker silence(m_with);
    m_with->clear();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_with->addItem(m_choices[i].name, int(i));
        if (!m_wanted.isEmpty() && m_choices[i].name == m_wanted)
            m_chosen = int(i);
    }
    m_with->addItem(tr("nothing"), -1);
    m_with->addItem(tr("Another image…"), otherImage);
    refresh();
}

void ComparePane::choose(int entry)
{
    if (entry == otherImage) {
        refresh();
        emit otherImageRequested();
        return;
    }
    m_chosen = entry;
    m_wanted = entry < 0 ? QString() : m_choices[std::size_t(entry)].name;
    refresh();
}

void ComparePane::refresh()
{
    m_with->setCurrentIndex(m_with->findData(m_chosen));
    const std::optional<ComparedSize> before
        = m_chosen < 0 ? std::nullopt : std::optional(m_choices[std::size_t(m_chosen)]);
    m_bars->setSizes(before, m_after, m_waste);
    std::vector<LayerCategory> categories;
    for (const ComparedSize &side : {before.value_or(ComparedSize()), m_after})
        for (const Segment &segment : segmentsOf(side.size))
            categories.push_back(segment.category); // NOLINT(performance-inefficient-vector-operation)
    m_legend->setShown(categories, !m_waste.empty());
    m_model->setSizes(before, m_after);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(CompareModel::What, QHeaderView::Stretch);
    const bool isAlone = !before || !areComparable(*before, m_after);
    m_table->setColumnHidden(CompareModel::Before, isAlone);
    m_table->setColumnHidden(CompareModel::Change, isAlone);
}

void ComparePane::setTheme(ThemeKind kind)
{
    m_bars->setTheme(kind);
    m_legend->setTheme(kind);
    m_model->setTheme(kind);
    m_delegate->setTheme(kind);
    if (!m_after.size.layers.empty())
        refresh();
}

void ComparePane::openMenu(QPoint place)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Copy the Table")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->asText()); });
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

} // namespace drydock::ui
