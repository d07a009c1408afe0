// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/popover.h"

#include "ui/graph/graph_view.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int distance = 8;

} // namespace

QString fieldStyle(const Theme &theme, bool isWrong)
{
    return QStringLiteral("QLineEdit { color: %1; background: %2; border: 2px solid %3; border-radius: 4px;"
                          " padding: 2px 5px; selection-background-color: %4; selection-color: %2; }")
        .arg(theme.color(Role::Text).name(), theme.color(Role::Canvas).name(),
             theme.color(isWrong ? Role::Error : Role::EdgeCopy).name(), theme.color(Role::EdgeCopy).name());
}

Popover::Popover(GraphView &view, Place place)
    : QFrame(view.viewport())
    , m_view(view)
    , m_place(std::move(place))
{
    setObjectName(QStringLiteral("popover"));
    setAttribute(Qt::WA_StyledBackground);
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::StrongFocus);
    setStyleSheet(QStringLiteral("#popover { background: %1; border: 1px solid %2; border-radius: 8px; }"
                                 "QLabel { color: %3; background: transparent; }"
                                 "#popoverTitle { font-weight: bold; }"
                                 "#popoverNote { color: %4; }"
                                 "#popoverError { color: %5; }")
                      .arg(theme().color(Role::Node).name(), theme().color(Role::EdgeCopy).name(),
                           theme().color(Role::Text).name(), theme().color(Role::SecondaryText).name(),
                           theme().color(Role::Error).name()));
    connect(&view, &GraphView::zoomChanged, this, &Popover::place);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, &Popover::place);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &Popover::place);
    view.viewport()->installEventFilter(this);
}

const Theme &Popover::theme() const
{
    return *m_view.graphScene().style().theme;
}

void Popover::open()
{
    place();
    show();
    raise();
    // The first field that can be written in.
    setFocus(Qt::PopupFocusReason);
    if (!focusWidget() || focusWidget() == this)
        focusNextPrevChild(true);
}

QRect Popover::geometryFor(const QRect &place) const
{
    const QRect pane = parentWidget()->rect().adjusted(distance, distance, -distance, -distance);
    const QSize size = sizeHint().boundedTo(pane.size());
    const bool fitsBelow = place.bottom() + distance + size.height() <= pane.bottom();
    const int top = fitsBelow ? place.bottom() + distance : place.top() - distance - size.height();
    const int left = place.center().x() - size.width() / 2;
    return {QPoint(std::clamp(left, pane.left(), std::max(pane.left(), pane.right() - size.width())),
                   std::clamp(top, pane.top(), std::max(pane.top(), pane.bottom() - size.height()))),
            size};
}

void Popover::place()
{
    const QRectF place = m_place();
    setGeometry(geometryFor(m_view.mapFromScene(place).boundingRect()));
}

void Popover::accept()
{
    if (m_isDone)
        return;
    m_isDone = true;
    emit accepted();
    close();
}

void Popover::reject()
{
    if (m_isDone)
        return;
    m_isDone = true;
    emit rejected();
    close();
}

void Popover::dismiss()
{
    m_isDone = true;
    close();
}

void Popover::close()
{
    const bool hadFocus = isAncestorOf(m_view.window()->focusWidget()) || hasFocus();
    hide();
    if (hadFocus)
        m_view.setFocus(Qt::PopupFocusReason);
    deleteLater();
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        reject();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        break;
    default:
        break; // And nothing reaches the graph below.
    }
    event->accept();
}

bool Popover::focusNextPrevChild(bool next)
{
    // Round and round: the graph is not to be used before there is an answer.
    const QList<QWidget *> fields = findChildren<QWidget *>();
    QList<QWidget *> stops;
    for (QWidget *field : fields) {
        if (field->isEnabled() && !field->isHidden() && (field->focusPolicy() & Qt::TabFocus))
            stops << field;
    }
    if (stops.isEmpty())
        return true;
    const qsizetype now = stops.indexOf(focusWidget());
    const qsizetype count = stops.size();
    const qsizetype then = now < 0 ? (next ? 0 : count - 1) : (now + (next ? 1 : count - 1)) % count;
    stops[then]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view.viewport() && event->type() == QEvent::Resize)
        place();
    // Down shows everything that is offered, also before anything is written.
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (field && field->completer() && event->type() == QEvent::KeyPress
        && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Down
        && !field->completer()->popup()->isVisible()) {
        field->completer()->setCompletionPrefix({});
        field->completer()->complete();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void Popover::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // Not through to the graph.
}

void Popover::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

} // namespace drydock::ui
