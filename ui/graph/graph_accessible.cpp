// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_accessible.h"

#include "ui/graph/graph_view.h"
#include "ui/graph/stage_item.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QAction>

#include <algorithm>
#include <array>

namespace drydock::ui {
namespace {

GraphView *viewOf(const QGraphicsItem &item)
{
    if (!item.scene())
        return nullptr;
    for (QGraphicsView *view : item.scene()->views()) {
        if (auto *graphView = qobject_cast<GraphView *>(view))
            return graphView;
    }
    return nullptr;
}

QRect onScreen(const GraphView &view, const QRectF &sceneRect)
{
    const QRect inViewport = view.mapFromScene(sceneRect).boundingRect();
    return {view.viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
}

/// An edit that a screen reader can ask for: the view's action of that name, once the item is chosen.
struct EditAction {
    const char *name; ///< For programs.
    const char *localizedName;
    const char *action; ///< Object name of the QAction.
};

constexpr std::array<EditAction, 3> editActions {{
    {"rename", QT_TRANSLATE_NOOP("drydock::ui::GraphView", "Rename"), "graph.rename"},
    {"delete", QT_TRANSLATE_NOOP("drydock::ui::GraphView", "Delete"), "graph.remove"},
    {"connect", QT_TRANSLATE_NOOP("drydock::ui::GraphView", "Copy from this into…"), "graph.copyFrom"},
}};

/// What boxes and arrows have in common.
template <typename Item>
class ItemAccessible : public QAccessibleObject, public QAccessibleActionInterface {
public:
    explicit ItemAccessible(Item &item)
        : QAccessibleObject(&item)
    { }

    QAccessible::Role role() const override { return QAccessible::TreeItem; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override
    {
        QStringList names {pressAction()};
        for (const EditAction &edit : editActions) {
            if (mayHave(edit) && actionFor(edit))
                names << QLatin1String(edit.name);
        }
        return names;
    }
    QString localizedActionName(const QString &name) const override
    {
        const EditAction *edit = editNamed(name);
        return edit ? GraphView::tr(edit->localizedName)
                    : QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString &name) override
    {
        if (!item())
            return;
        if (name == pressAction()) {
            emit item()->pressed();
            return;
        }
        const EditAction *edit = editNamed(name);
        QAction *action = edit ? actionFor(*edit) : nullptr;
        if (!action)
            return;
        emit item()->pressed(); // Which may enable the action.
        view()->setFocus();
        action->trigger();
    }
    QStringList keyBindingsForAction(const QString &name) const override
    {
        const EditAction *edit = editNamed(name);
        const QAction *action = edit ? actionFor(*edit) : nullptr;
        return action ? QStringList {action->shortcut().toString()} : QStringList();
    }

protected:
    Item *item() const { return qobject_cast<Item *>(object()); }
    GraphView *view() const { return item() ? viewOf(*item()) : nullptr; }
    virtual bool mayHave(const EditAction &edit) const = 0;
    QAction *actionFor(const EditAction &edit) const
    {
        const GraphView *owner = view();
        return owner ? owner->findChild<QAction *>(QLatin1String(edit.action)) : nullptr;
    }
    static const EditAction *editNamed(const QString &name)
    {
        const auto found = std::find_if(editActions.begin(), editActions.end(), [&](const EditAction &edit) {
            return name == QLatin1String(edit.name);
        });
        return found == editActions.end() ? nullptr : found;
    }
};

/// One arrow; child of the box it leaves.
class EdgeAccessible final : public ItemAccessible<EdgeItem> {
public:
    using ItemAccessible::ItemAccessible;

    QAccessibleInterface *parent() const override
    {
        NodeItem *source = view() ? view()->graphScene().sourceOf(*item()) : nullptr;
        return source ? QAccessible::queryAccessibleInterface(source) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return item() && kind == QAccessible::Name ? item()->bundle().accessibleName : QString();
    }
    QRect rect() const override
    {
        return view() ? onScreen(*view(), item()->path().boundingRect()) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = item() && item()->isSelectedEdge();
        return state;
    }

protected:
    bool mayHave(const EditAction &edit) const override { return edit.name == editActions[1].name; }
};

/// One stage or image.
class NodeAccessible final : public ItemAccessible<NodeItem> {
public:
    using ItemAccessible::ItemAccessible;

    QAccessibleInterface *parent() const override
    {
        return view() ? QAccessible::queryAccessibleInterface(view()) : nullptr;
    }
    QAccessibleInterface *child(int index) const override
    {
        const std::vector<EdgeItem *> all = edges();
        return index >= 0 && std::size_t(index) < all.size()
            ? QAccessible::queryAccessibleInterface(all[std::size_t(index)])
            : nullptr;
    }
    int childCount() const override { return int(edges().size()); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const std::vector<EdgeItem *> all = edges();
        const auto found = std::find(all.begin(), all.end(), child->object());
        return found == all.end() ? -1 : int(found - all.begin());
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !view())
            return {};
        return item()->node().isValid() ? view()->graphScene().sentenceFor(item()->node()) : item()->title();
    }
    QRect rect() const override
    {
        return view() ? onScreen(*view(), item()->frame().translated(item()->pos())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = item() && item()->state().isSelected;
        state.focused = state.selected && view() && view()->hasFocus();
        if (const auto *stage = qobject_cast<StageItem *>(item())) {
            state.expandable = stage->card().canExpand;
            state.expanded = stage->card().isExpanded;
            state.collapsed = state.expandable && !stage->card().isExpanded;
        }
        return state;
    }
    QStringList actionNames() const override
    {
        QStringList names = ItemAccessible::actionNames();
        if (state().expandable)
            names.insert(1, toggleAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (item() && name == toggleAction())
            emit item()->toggled();
        else
            ItemAccessible::doAction(name);
    }

protected:
    bool mayHave(const EditAction &) const override { return item() && item()->node().isValid(); }

private:
    std::vector<EdgeItem *> edges() const
    {
        return view() ? view()->graphScene().edgesFrom(*item()) : std::vector<EdgeItem *> {};
    }
};

/// Where sentences appear that nobody asked for.
class AnnouncerAccessible final : public QAccessibleObject {
public:
    explicit AnnouncerAccessible(GraphAnnouncer &announcer)
        : QAccessibleObject(&announcer)
    { }

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(object()->parent());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Notification; }
    QString text(QAccessible::Text kind) const override
    {
        const auto *announcer = qobject_cast<GraphAnnouncer *>(object());
        return announcer && kind == QAccessible::Name ? announcer->lastSentence() : QString();
    }
    QAccessible::State state() const override { return {}; }
};

/// The canvas as a tree of nodes; behind them, the announcer.
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
    int childCount() const override { return int(nodes().size()) + (announcer() ? 1 : 0); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        QObject *object = announcer();
        if (std::size_t(index) < nodes().size())
            object = nodes()[std::size_t(index)];
        return QAccessible::queryAccessibleInterface(object);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child->object() == announcer())
            return int(nodes().size());
        const auto found = std::find(nodes().begin(), nodes().end(), child->object());
        return found == nodes().end() ? -1 : int(found - nodes().begin());
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (std::size_t i = 0; i < nodes().size(); ++i) {
            if (QAccessibleInterface *node = child(int(i)); node && node->rect().contains(x, y))
                return node;
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        NodeItem *item = view().graphScene().selectedItem();
        return item && view().hasFocus() ? QAccessible::queryAccessibleInterface(item) : nullptr;
    }

private:
    GraphView &view() const { return *qobject_cast<GraphView *>(object()); }
    const std::vector<NodeItem *> &nodes() const { return view().graphScene().nodesInOrder(); }
    GraphAnnouncer *announcer() const { return view().findChild<GraphAnnouncer *>(); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<GraphView *>(object))
        return new GraphAccessible(*view); // Owned by Qt's cache, as all here.
    if (auto *item = qobject_cast<NodeItem *>(object))
        return new NodeAccessible(*item);
    if (auto *item = qobject_cast<EdgeItem *>(object))
        return new EdgeAccessible(*item);
    if (auto *announcer = qobject_cast<GraphAnnouncer *>(object))
        return new AnnouncerAccessible(*announcer);
    return nullptr;
}

} // namespace

void installGraphAccessibility()
{
    QAccessible::installFactory(makeInterface); // Installing twice does nothing.
}

void GraphAnnouncer::announce(const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    m_sentence = sentence;
    QAccessibleEvent renamed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    QAccessibleEvent shown(this,
                           QAccessible::ObjectShow); // Screen readers read a notification that shows up.
    QAccessible::updateAccessibility(&shown);
}

} // namespace drydock::ui
