// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_accessible.h"

#include "ui/graph/graph_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace drydock::ui {
namespace {

GraphView *viewOf(const NodeItem &item)
{
    if (!item.scene())
        return nullptr;
    for (QGraphicsView *view : item.scene()->views()) {
        if (auto *graphView = qobject_cast<GraphView *>(view))
            return graphView;
    }
    return nullptr;
}

/// One stage or image.
class NodeAccessible final : public QAccessibleObject, public QAccessibleActionInterface {
public:
    explicit NodeAccessible(NodeItem &item)
        : QAccessibleObject(&item)
    { }

    QAccessibleInterface *parent() const override
    {
        return item() ? QAccessible::queryAccessibleInterface(viewOf(*item())) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::TreeItem; }
    QString text(QAccessible::Text kind) const override
    {
        const GraphView *view = item() ? viewOf(*item()) : nullptr;
        return view && kind == QAccessible::Name ? view->graphScene().sentenceFor(item()->node()) : QString();
    }
    QRect rect() const override
    {
        const GraphView *view = item() ? viewOf(*item()) : nullptr;
        if (!view)
            return {};
        const QRect inViewport = view->mapFromScene(item()->frame().translated(item()->pos())).boundingRect();
        return {view->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const GraphView *view = item() ? viewOf(*item()) : nullptr;
        state.focusable = state.selectable = true;
        state.selected = item() && item()->state().isSelected;
        state.focused = state.selected && view && view->hasFocus();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (item() && name == pressAction())
            emit item()->pressed();
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    NodeItem *item() const { return qobject_cast<NodeItem *>(object()); }
};

/// The canvas as a tree of nodes.
class GraphAccessible final : public QAccessibleWidget {
public:
    explicit GraphAccessible(GraphView &view)
        : QAccessibleWidget(&view, QAccessible::Tree)
    { }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name)
            return QAccessibleWidget::text(kind);
        const int stages = int(view().graphScene().picture().stageCount);
        return stages == 1 ? GraphView::tr("Stage graph, 1 stage")
                           : GraphView::tr("Stage graph, %1 stages").arg(stages);
    }
    int childCount() const override { return int(nodes().size()); }
    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount()
            ? QAccessible::queryAccessibleInterface(nodes()[std::size_t(index)])
            : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto found = std::find(nodes().begin(), nodes().end(), child->object());
        return found == nodes().end() ? -1 : int(found - nodes().begin());
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *node = child(i); node && node->rect().contains(x, y))
                return node;
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const GraphScene &scene = view().graphScene();
        NodeItem *item = scene.nodeItem(scene.selectedNode());
        return item && view().hasFocus() ? QAccessible::queryAccessibleInterface(item) : nullptr;
    }

private:
    GraphView &view() const { return *qobject_cast<GraphView *>(object()); }
    const std::vector<NodeItem *> &nodes() const { return view().graphScene().nodesInOrder(); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<GraphView *>(object))
        return new GraphAccessible(*view); // Owned by Qt's cache.
    if (auto *item = qobject_cast<NodeItem *>(object))
        return new NodeAccessible(*item); // Owned by Qt's cache.
    return nullptr;
}

} // namespace

void installGraphAccessibility()
{
    QAccessible::installFactory(makeInterface); // Installing twice does nothing.
}

} // namespace drydock::ui
