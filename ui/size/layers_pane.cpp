// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/layers_pane.h"

#include "ui/size/layers_delegate.h"
#include "ui/size/size_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int roomForText = 260; ///< Pixels that the instruction keeps before other columns are hidden.
constexpr int barWidth = 170;
constexpr int narrowBar = 90;

} // namespace

LayersPane::LayersPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new LayersModel(this))
    , m_table(new QTableView(this))
    , m_delegate(new LayersDelegate(m_model, m_table))
{
    prepareTable(*m_table, tr("Layers in the order of the file"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(LayersModel::Text, QHeaderView::Stretch);
    header->setSectionResizeMode(LayersModel::Bar, QHeaderView::Fixed);
    m_table->setMouseTracking(true);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LayersPane::openMenu);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        toggle(index);
        choose(index);
    });
    connect(m_table, &QTableView::entered, this,
            [this](const QModelIndex &index) { emit pointedAt(m_model->instructionAt(index.row())); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_isFollowing && m_table->hasFocus())
                    choose(current);
            });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    setFocusProxy(m_table);
}

void LayersPane::setSize(ComparedSize size, WasteByLayer waste)
{
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    m_model->setSize(std::move(size), std::move(waste));
    fitColumns();
}

void LayersPane::setSteps(std::vector<LayerStep> steps)
{
    m_model->setSteps(std::move(steps));
    fitColumns();
}

void LayersPane::setTheme(ThemeKind kind)
{
    m_model->setTheme(kind);
    m_delegate->setTheme(kind);
}

void LayersPane::setCurrent(InstructionIndex instruction)
{
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    const int row = m_model->rowOf(instruction);
    if (row < 0)
        m_table->clearSelection();
    else
        m_table->setCurrentIndex(m_model->index(row, LayersModel::Text));
}

void LayersPane::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (const InstructionIndex instruction = m_model->instructionAt(index.row()))
        emit chosen(instruction);
}

void LayersPane::toggle(const QModelIndex &index)
{
    if (index.isValid() && m_model->isFold(index.row()))
        m_model->setOpen(index.row(), !m_model->isOpen(index.row()));
}

bool LayersPane::onKey(int key)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return false;
    const bool opens = isRightToLeft() ? key == Qt::Key_Left : key == Qt::Key_Right;
    const bool closes = isRightToLeft() ? key == Qt::Key_Right : key == Qt::Key_Left;
    if (opens || closes)
        m_model->setOpen(current.row(), opens);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        toggle(current);
        choose(current);
    } else
        return false;
    return true;
}

bool LayersPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && onKey(key->key()))
            return true;
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Leave)
        emit pointedAt({});
    return QWidget::eventFilter(watched, event);
}

void LayersPane::fitColumns()
{
    // What a narrow panel can do without goes first.
    const int room = m_table->viewport()->width();
    const bool isWide = room > 900;
    m_table->setColumnHidden(LayersModel::Time, !m_model->hasSteps());
    m_table->setColumnHidden(LayersModel::Cumulative, room < 2 * roomForText);
    m_table->setColumnHidden(LayersModel::Bar, room < 2 * roomForText);
    m_table->setColumnWidth(LayersModel::Bar, isWide ? barWidth : narrowBar);
}

void LayersPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void LayersPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitColumns();
}

void LayersPane::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->asText());
}

void LayersPane::openMenu(QPoint place)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Copy the Table")), &QAction::triggered, this, &LayersPane::copy);
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

} // namespace drydock::ui
