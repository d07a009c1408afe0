// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail/order_rail.h"

#include "model/refactor/gestures/move_stage.h"
#include "ui/common/translated.h"
#include "ui/rail/rail_cell.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int scrollStep = 8; ///< Pixels for each mouse event while a drag is at the edge.

GestureContext contextOf(const Document &document)
{
    const Analysis &analysis = document.analysis();
    return {analysis.syntax, analysis.graph, analysis.options};
}

} // namespace

OrderRail::OrderRail(Document &document, Selection &selection, QWidget *parent)
    : QListView(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new StageOrderModel(this))
    , m_moveUp(new QAction(tr("Move Stage &Up in the File"), this))
    , m_moveDown(new QAction(tr("Move Stage &Down in the File"), this))
    , m_theme(Theme::kindFor(palette()))
{
    setModel(m_model);
    setItemDelegate(new RailCell(this));
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Order of the stages in the file"));
    setWhatsThis(
        tr("The stages in the order of the file. Drag a cell, or press Alt+Shift+Up or Down, to move a "
           "stage: its block of text moves with it."));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // There is no room; wheel and arrow keys scroll.
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    setFixedWidth(sizeHint().width());

    const auto makeMove = [this](QAction *action, const char *name, const char *keys, int by) {
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(QLatin1String(keys)));
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, by] {
            const int row = currentIndex().row();
            if (row >= 0)
                move(row, row + by);
        });
    };
    makeMove(m_moveUp, "rail.moveUp", "Alt+Shift+Up", -1);
    makeMove(m_moveDown, "rail.moveDown", "Alt+Shift+Down", 1);

    connect(&document, &Document::changed, this, [this](const Change &change) {
        const QScopedValueRollback following(m_isFollowing, true);
        endDrag();
        m_model->setAnalysis(change.after);
        follow();
    });
    connect(&selection, &Selection::changed, this, [this](TextRange, const QObject *by) {
        // While a change is on its way the ranges belong to another text; changed() follows.
        if (by != this && &m_model->analysis() == &m_document.analysis())
            follow();
    });
    m_model->setAnalysis(document.snapshot());
    setTheme(m_theme);
    follow();
}

void OrderRail::setTheme(ThemeKind kind)
{
    m_theme = kind;
    static_cast<RailCell *>(itemDelegate())->setTheme(kind);
    const Theme &theme = Theme::of(kind);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.color(Role::Header));
    setPalette(colors);
    setFixedWidth(sizeHint().width());
    viewport()->update();
}

void OrderRail::setHeaderHeight(int height)
{
    setViewportMargins(0, height, 0, 0);
}

QSize OrderRail::sizeHint() const
{
    return {RailCell::cellSize(fontMetrics()).width(), 200};
}

/// Shows which stage is selected, wherever it was selected.
void OrderRail::follow()
{
    const QScopedValueRollback following(m_isFollowing, true);
    const Syntax &syntax = m_document.analysis().syntax;
    const StageIndex stage = syntax.stageAt(std::min(m_selection.range().begin, syntax.text.size()));
    const QModelIndex index = stage ? m_model->index(int(stage.value), 0) : QModelIndex();
    setCurrentIndex(index);
    if (!index.isValid())
        clearSelection();
}

void OrderRail::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isFollowing || !current.isValid())
        return;
    m_selection.set(m_document.analysis().graph.nodes[std::size_t(current.row())].range, this);
}

void OrderRail::move(int from, int to)
{
    if (to < 0 || to >= m_model->rowCount()) {
        emit statusText(to < 0 ? tr("It is the first stage of the file.")
                               : tr("It is the last stage of the file."));
        return;
    }
    const Result<Plan> plan
        = moveStage(contextOf(m_document), StageIndex {std::size_t(from)}, std::size_t(to));
    if (!plan) {
        emit statusText(translated("refactor", plan.error().text));
        return;
    }
    const Plan &accepted = *plan;
    m_document.apply(accepted.edits, Origin::Graph, translated("refactor", accepted.name));
    // The stage itself, not what stands now where it stood.
    m_selection.set(m_document.analysis().graph.nodes[std::size_t(to)].range, this);
    follow();
    emit statusText(translated("refactor", accepted.notice.source.empty() ? accepted.name : accepted.notice));
}

// A drag of our own: the platform's would need a clipboard format and takes the keyboard away.

int OrderRail::gapAt(int y) const
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (y < visualRect(m_model->index(row, 0)).center().y())
            return row;
    return m_model->rowCount();
}

void OrderRail::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressedAt.reset();
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        m_pressedAt = event->position().toPoint();
}

void OrderRail::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt || !(event->buttons() & Qt::LeftButton)) {
        QListView::mouseMoveEvent(event);
        return;
    }
    const QPoint at = event->position().toPoint();
    if (!m_drag && (at - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag {indexAt(*m_pressedAt).row(), -1, true};
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag)
        dragTo(at.y());
}

void OrderRail::dragTo(int y)
{
    if (y < scrollStep || y > viewport()->height() - scrollStep)
        verticalScrollBar()->setValue(verticalScrollBar()->value()
                                      + (y < scrollStep ? -scrollStep : scrollStep));
    const int gap = gapAt(y);
    if (gap == m_drag->gap)
        return;
    m_drag->gap = gap;
    const int to = gap > m_drag->from ? gap - 1 : gap;
    m_drag->isAllowed = true;
    if (to != m_drag->from) {
        // Asked each time the gap changes, so that a place that will not do is known before the drop.
        const Result<Plan> plan
            = moveStage(contextOf(m_document), StageIndex {std::size_t(m_drag->from)}, std::size_t(to));
        m_drag->isAllowed = plan.has_value();
        emit statusText(translated("refactor", plan ? plan->explanation : plan.error().text));
    }
    viewport()->update();
}

void OrderRail::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<Drag> drag = m_drag;
    m_pressedAt.reset();
    endDrag();
    if (!drag) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    const int to = drag->gap > drag->from ? drag->gap - 1 : drag->gap;
    if (to != drag->from)
        move(drag->from, to);
}

void OrderRail::endDrag()
{
    if (!m_drag)
        return;
    m_drag.reset();
    m_pressedAt.reset();
    viewport()->unsetCursor();
    viewport()->update();
}

void OrderRail::keyPressEvent(QKeyEvent *event)
{
    if (m_drag && event->key() == Qt::Key_Escape)
        endDrag();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit textRequested();
    else
        QListView::keyPressEvent(event);
}

void OrderRail::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse
        ? indexAt(event->pos() - QPoint(0, viewportMargins().top()))
        : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    emit menuRequested(viewport()->mapToGlobal(visualRect(index).bottomRight()));
}

void OrderRail::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_drag || m_drag->gap < 0)
        return;
    const bool isEnd = m_drag->gap == m_model->rowCount();
    const QRect cell = visualRect(m_model->index(isEnd ? m_drag->gap - 1 : m_drag->gap, 0));
    const int y = isEnd ? cell.bottom() + 1 : cell.top();
    QPainter painter(viewport());
    const Theme &theme = Theme::of(m_theme);
    // A place that will not do differs in line, not in colour alone.
    painter.setPen(QPen(theme.color(m_drag->isAllowed ? Role::EdgeCopy : Role::Error), 3,
                        m_drag->isAllowed ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(1, y, viewport()->width() - 2, y);
}

} // namespace drydock::ui
