// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/target_chooser.h"

#include "ui/graph/graph_spot.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/graph_walk.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace drydock::ui {

TargetChooser::TargetChooser(GraphView &view)
    : QObject(&view)
    , m_view(view)
    , m_marks(new HandMarksItem(view.graphScene().style()))
    , m_hint(new HandHint(view.viewport()))
{
    view.graphScene().addItem(m_marks);
    connect(&view.graphScene(), &GraphScene::pictureChanged, this, &TargetChooser::cancel);
}

TargetChooser::~TargetChooser() = default;

void TargetChooser::start(NodeIndex from, const std::vector<QString> &reasons, Promise promise, Done done)
{
    m_candidates.clear();
    std::vector<DragRole> roles(reasons.size());
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        roles[i] = reasons[i].isEmpty() ? DragRole::Target
            : i == from.value           ? DragRole::None
                                        : DragRole::Illegal;
        if (reasons[i].isEmpty() && m_view.graphScene().nodeItem({i}))
            m_candidates.push_back({i});
    }
    if (m_candidates.empty())
        return;
    m_promise = std::move(promise);
    m_done = std::move(done);
    m_typed.clear();
    m_isChoosing = true;
    m_view.graphScene().setHandBusy(true);
    m_view.graphScene().setDragRoles(std::move(roles));
    m_view.installEventFilter(this);
    m_view.viewport()->installEventFilter(this);
    const auto behind = std::find_if(m_candidates.begin(), m_candidates.end(),
                                     [from](NodeIndex node) { return node > from; });
    propose(behind == m_candidates.end() ? m_candidates.size() - 1
                                         : std::size_t(behind - m_candidates.begin()));
}

NodeIndex TargetChooser::proposed() const
{
    return m_isChoosing ? m_candidates[m_proposed] : NodeIndex {};
}

void TargetChooser::propose(std::size_t index)
{
    m_proposed = index;
    const GraphScene &scene = m_view.graphScene();
    NodeItem *item = scene.nodeItem(m_candidates[index]);
    if (!item)
        return;
    m_view.showItem(*item);
    HandMarks marks;
    marks.target = item->frame().translated(item->pos());
    const QRect box = m_view.mapFromScene(marks.target).boundingRect();
    m_marks->setMarks(std::move(marks));
    QString text = tr("%1. Enter: do it, arrows or a name: another, Esc: leave it")
                       .arg(m_promise(m_candidates[index]));
    if (!m_typed.isEmpty())
        text += QStringLiteral("\n%1▏").arg(m_typed);
    m_hint->say(text, HandHint::Tone::Plain, box.bottomLeft() - QPoint(18, 8), *scene.style().theme);
    QAccessibleEvent event(item, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

bool TargetChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isChoosing)
        return false;
    if (watched == m_view.viewport()) {
        if (event->type() != QEvent::MouseButtonPress)
            return event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonDblClick;
        const GraphSpot spot = spotAt(m_view, static_cast<const QMouseEvent *>(event)->pos(), true);
        const auto clicked = spot.node
            ? std::find(m_candidates.begin(), m_candidates.end(), spot.node->node())
            : m_candidates.end();
        if (clicked != m_candidates.end()) {
            m_proposed = std::size_t(clicked - m_candidates.begin());
            accept();
        } else {
            cancel();
        }
        return true;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        event->accept();
        return true;
    case QEvent::KeyPress: {
        const auto *press = static_cast<const QKeyEvent *>(event);
        key(press->key(), press->text());
        return true;
    }
    case QEvent::FocusOut:
        cancel();
        return false;
    default:
        return false;
    }
}

void TargetChooser::key(int key, const QString &text)
{
    const std::size_t count = m_candidates.size();
    switch (key) {
    case Qt::Key_Escape:
        return cancel();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return accept();
    case Qt::Key_Left:
        return walk({-1, 0});
    case Qt::Key_Right:
        return walk({1, 0});
    case Qt::Key_Up:
        return walk({0, -1});
    case Qt::Key_Down:
        return walk({0, 1});
    case Qt::Key_Tab:
        m_typed.clear();
        return propose((m_proposed + 1) % count);
    case Qt::Key_Backtab:
        m_typed.clear();
        return propose((m_proposed + count - 1) % count);
    case Qt::Key_Backspace:
        return find(m_typed.left(m_typed.size() - 1));
    default:
        if (!text.isEmpty() && text[0].isPrint())
            find(m_typed + text);
    }
}

void TargetChooser::walk(QPointF ahead)
{
    m_typed.clear();
    std::vector<NodeItem *> items;
    for (const NodeIndex node : m_candidates) {
        if (NodeItem *item = m_view.graphScene().nodeItem(node))
            items.push_back(item);
    }
    const NodeItem *current = m_view.graphScene().nodeItem(m_candidates[m_proposed]);
    if (const NodeItem *next = current ? nearestThatWay(*current, items, ahead) : nullptr) {
        const auto found = std::find(m_candidates.begin(), m_candidates.end(), next->node());
        propose(std::size_t(found - m_candidates.begin()));
    } else if (ahead.x() + ahead.y() > 0) { // Nothing lies there: through the file instead.
        propose((m_proposed + 1) % m_candidates.size());
    } else {
        propose((m_proposed + m_candidates.size() - 1) % m_candidates.size());
    }
}

/// What is called like that; what only contains it if nothing begins with it. Letters that fit nothing are not kept.
void TargetChooser::find(const QString &typed)
{
    const auto titleOf = [this](NodeIndex node) {
        const NodeItem *item = m_view.graphScene().nodeItem(node);
        return item ? item->title() : QString();
    };
    std::size_t found = m_candidates.size();
    for (std::size_t i = 0; i < m_candidates.size() && found == m_candidates.size(); ++i) {
        if (titleOf(m_candidates[i]).startsWith(typed, Qt::CaseInsensitive))
            found = i;
    }
    for (std::size_t i = 0; i < m_candidates.size() && found == m_candidates.size(); ++i) {
        if (titleOf(m_candidates[i]).contains(typed, Qt::CaseInsensitive))
            found = i;
    }
    if (found == m_candidates.size())
        return;
    m_typed = typed;
    propose(found);
}

void TargetChooser::accept()
{
    const NodeIndex node = m_candidates[m_proposed];
    const Done done = std::move(m_done);
    finish();
    done(node);
}

void TargetChooser::cancel()
{
    if (m_isChoosing)
        finish();
}

void TargetChooser::finish()
{
    m_isChoosing = false;
    m_hint->hide();
    m_marks->setMarks({});
    m_view.removeEventFilter(this);
    m_view.viewport()->removeEventFilter(this);
    m_view.graphScene().setHandBusy(false);
}

} // namespace drydock::ui
