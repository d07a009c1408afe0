// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_drop.h"

#include "model/graph/image_reference.h"
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/stage_item.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace drydock::ui {
namespace {

constexpr qsizetype longestName = 500;

} // namespace

GraphDrop::GraphDrop(GraphGestures &gestures, GraphView &view)
    : QObject(&view)
    , m_gestures(gestures)
    , m_view(view)
    , m_marks(new HandMarksItem(view.graphScene().style()))
    , m_hint(new HandHint(view.viewport()))
{
    view.graphScene().addItem(m_marks);
    view.viewport()->setAcceptDrops(true);
    view.viewport()->installEventFilter(this);
}

QString GraphDrop::imageIn(const QMimeData &dragged)
{
    const QString text = dragged.text().trimmed();
    if (dragged.hasUrls() || text.isEmpty() || text.size() > longestName)
        return {};
    return parseImageReference(text.toStdString()) ? text : QString();
}

bool GraphDrop::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        follow(*static_cast<QDropEvent *>(event));
        return true;
    case QEvent::DragLeave:
        finish();
        return true;
    case QEvent::Drop:
        drop(*static_cast<QDropEvent *>(event));
        return true;
    default:
        return false;
    }
}

void GraphDrop::follow(QDropEvent &event)
{
    const QString image = imageIn(*event.mimeData());
    if (image.isEmpty()) {
        event.ignore(); // The window may know what to do with it.
        finish();
        return;
    }
    const QPoint position = event.position().toPoint();
    const GraphSpot spot = spotAt(m_view, position, true);
    HandMarks marks;
    QString text = GraphGestures::tr("New stage from %1").arg(image);
    if (spot.node && spot.node->type() == StageItem::Type) {
        marks.target = spot.node->frame().translated(spot.node->pos());
        marks.ports.push_back(fromPortOf(*spot.node));
        text = GraphGestures::tr("Build %2 on %1").arg(image, m_gestures.nameOf(spot.node->node()));
    }
    m_marks->setMarks(std::move(marks));
    m_hint->say(text, HandHint::Tone::Plain, position, *m_view.graphScene().style().theme);
    event.setDropAction(Qt::CopyAction);
    event.accept();
}

void GraphDrop::drop(QDropEvent &event)
{
    finish();
    const QString image = imageIn(*event.mimeData());
    if (image.isEmpty() || !m_gestures.isReady()) {
        event.ignore();
        return;
    }
    const GraphSpot spot = spotAt(m_view, event.position().toPoint(), true);
    event.setDropAction(Qt::CopyAction);
    event.accept();
    m_view.setFocus(Qt::MouseFocusReason);
    if (spot.node && spot.node->type() == StageItem::Type)
        m_gestures.changeBase(spot.node->node(), image);
    else
        m_gestures.newStageFromImage(image);
}

void GraphDrop::finish()
{
    m_hint->hide();
    m_marks->setMarks({});
}

} // namespace drydock::ui
