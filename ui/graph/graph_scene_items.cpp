// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GraphScene that deals with items: making, placing and marking them.
#include "ui/graph/graph_scene.h"
#include "ui/graph/image_item.h"
#include "ui/graph/stage_item.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace drydock::ui {
namespace {

constexpr std::size_t mostMoving = 300; ///< Boxes; more of them would stutter.

QPointF toQt(Point point)
{
    return {point.x, point.y};
}

} // namespace

NodeItem *GraphScene::makeItem(const PictureNode &node)
{
    NodeItem *item = nullptr; // Owned by the scene.
    if (std::holds_alternative<StageCard>(node.card))
        item = new StageItem(m_style);
    else
        item = new ImageItem(m_style);
    item->setKey(node.key);
    addItem(item);
    connect(item, &NodeItem::pressed, this, [this, item] { onPressed(*item); });
    connect(item, &NodeItem::activated, this, &GraphScene::activated);
    connect(item, &NodeItem::toggled, this,
            [this, item] { setExpanded(item->node(), !isExpanded(item->node())); });
    connect(item, &NodeItem::hovered, this, [this, item](bool isInside) { setHovered(item, isInside); });
    return item;
}

void GraphScene::onPressed(const NodeItem &item)
{
    selectItem(item);
    if (item.node().isValid()) {
        emit nodePressed(item.node());
        return;
    }
    for (const EdgeBundle &bundle : m_picture.edges) {
        if (!bundle.source.isValid()) {
            emit instructionPressed(bundle.instructions.front());
            return;
        }
    }
}

void GraphScene::onPressed(const EdgeItem &item)
{
    if (item.bundle().edges.empty())
        emit instructionPressed(item.bundle().instructions.front());
    else
        emit edgePressed(item.bundle().edges.front());
}

EdgeItem *GraphScene::makeEdge()
{
    auto *item = new EdgeItem(m_style); // Owned by the scene.
    addItem(item);
    connect(item, &EdgeItem::pressed, this, [this, item] { onPressed(*item); });
    connect(item, &EdgeItem::activated, this, &GraphScene::activated);
    connect(item, &EdgeItem::hovered, this, [this, item](bool isInside) { setHovered(item, isInside); });
    return item;
}

/// How far to move the new picture so that what was there before stays where it was: the median movement.
QPointF GraphScene::anchorOffset(const LayoutResult &result) const
{
    std::vector<qreal> dx;
    std::vector<qreal> dy;
    for (std::size_t i = 0; i < m_picture.nodes.size(); ++i) {
        if (const NodeItem *item = itemAt(m_picture.nodes[i].key)) {
            const QPointF place = laidOutPlace(*item);
            dx.push_back(place.x() - result.centres[i].x);
            dy.push_back(place.y() - result.centres[i].y);
        }
    }
    if (m_isOtherFile || dx.empty())
        return {0, 0};
    // Of an even number the lesser of the two in the middle, so that what a change moves its undoing moves back.
    const auto median = [](std::vector<qreal> &values) {
        std::sort(values.begin(), values.end());
        const qreal low = values[(values.size() - 1) / 2];
        const qreal high = values[values.size() / 2];
        return std::round(std::abs(low) < std::abs(high) ? low : high);
    };
    return {median(dx), median(dy)};
}

/// \param result empty: everything stays where it is.
void GraphScene::placeNodes(const LayoutResult &result, QPointF offset)
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_picture.nodes.size(); ++i) {
        const PictureNode &node = m_picture.nodes[i];
        NodeItem *&item = m_items[node.key];
        if (!item)
            item = makeItem(node);
        if (const auto *card = std::get_if<StageCard>(&node.card))
            static_cast<StageItem *>(item)->setCard(*card, node.geometry);
        else
            static_cast<ImageItem *>(item)->setCard(std::get<ImageCard>(node.card), node.geometry);
        if (i < result.centres.size())
            item->setPos(
                (toQt(result.centres[i]) + offset + pinOf(*item)).toPoint()); // On whole pixels: sharp.
        m_shown.push_back(item);
    }
}

void GraphScene::placeEdges(const LayoutResult &result, QPointF offset)
{
    std::vector<DrawnEdge> old = std::exchange(m_edges, {});
    for (std::size_t i = 0; i < m_picture.edges.size(); ++i) {
        const EdgeBundle &bundle = m_picture.edges[i];
        DrawnEdge drawn {nullptr, m_shown[bundle.sourceBox], m_shown[bundle.targetBox], {}, {}};
        const auto same = std::find_if(old.begin(), old.end(), [&](const DrawnEdge &edge) {
            return edge.source == drawn.source && edge.target == drawn.target
                && edge.item->bundle().kind == bundle.kind;
        });
        if (same != old.end()) {
            drawn.item = same->item;
            old.erase(same);
        } else {
            drawn.item = makeEdge();
        }
        for (const Point &point : result.routes[i])
            drawn.route.push_back(toQt(point) + offset);
        drawn.labelCentre = toQt(result.labelCentres[i]) + offset;
        drawn.hasLabelRoom = m_input.arrows[i].labelWidth > 0;
        drawn.item->updateBundle(bundle);
        leadEdge(drawn);
        m_edges.push_back(std::move(drawn));
    }
    for (const DrawnEdge &edge : old)
        delete edge.item;
}

void GraphScene::apply(const LayoutResult &result)
{
    const QPointF offset = anchorOffset(result);
    std::map<const NodeItem *, QPointF> before;
    if (m_motion.isOn() && !m_isOtherFile && m_picture.nodes.size() <= mostMoving) {
        for (const auto &[key, item] : m_items)
            before[item] = GraphMotion::seenPlace(*item);
    }
    m_hovered = m_highlighted = nullptr;
    // What is not part of the picture goes: stages that are gone, and those the scope leaves out.
    std::set<BoxKey> isShown;
    for (const PictureNode &node : m_picture.nodes)
        isShown.insert(node.key);
    std::erase_if(m_items, [&](const auto &entry) {
        const bool goes = !isShown.contains(entry.first);
        if (goes)
            m_gone.push_back(entry.second);
        return goes;
    });
    placeNodes(result, offset);
    placeEdges(result, offset);
    qDeleteAll(m_gone);
    m_gone.clear();
    m_drawnInput = m_input;
    m_drawn = result;
    m_pictureRect = QRectF(offset, QSizeF(result.width, result.height));
    growPicture();
    updateStates();
    if (before.empty())
        m_motion.finish();
    else
        m_motion.start(before, m_shown, edgeItems());
}

NodeItem *GraphScene::itemAt(const BoxKey &key) const
{
    const auto found = m_items.find(key);
    return found == m_items.end() ? nullptr : found->second;
}

NodeItem *GraphScene::nodeItem(NodeIndex node) const
{
    if (!node.isValid())
        return nullptr;
    if (m_selectedBox && m_selectedBox->node == node) {
        if (NodeItem *item = itemAt(*m_selectedBox))
            return item;
    }
    const auto first = m_items.lower_bound({node, {0}}); // "None" sorts last.
    return first != m_items.end() && first->first.node == node ? first->second : nullptr;
}

NodeItem *GraphScene::selectedItem() const
{
    return m_selectedBox ? itemAt(*m_selectedBox) : nodeItem(m_selectedNode);
}

EdgeItem *GraphScene::edgeItem(std::size_t edge) const
{
    for (const DrawnEdge &drawn : m_edges) {
        const auto &edges = drawn.item->bundle().edges;
        if (std::find(edges.begin(), edges.end(), edge) != edges.end())
            return drawn.item;
    }
    return nullptr;
}

std::vector<EdgeItem *> GraphScene::edgeItems() const
{
    std::vector<EdgeItem *> items;
    for (const DrawnEdge &edge : m_edges)
        items.push_back(edge.item);
    return items;
}

std::vector<EdgeItem *> GraphScene::edgesFrom(const NodeItem &node) const
{
    std::vector<EdgeItem *> items;
    for (const DrawnEdge &edge : m_edges) {
        if (edge.source == &node)
            items.push_back(edge.item);
    }
    return items;
}

NodeItem *GraphScene::sourceOf(const EdgeItem &edge) const
{
    const auto found = std::find_if(m_edges.begin(), m_edges.end(),
                                    [&](const DrawnEdge &drawn) { return drawn.item == &edge; });
    return found == m_edges.end() ? nullptr : found->source;
}

void GraphScene::select(NodeIndex node, std::optional<std::size_t> edge)
{
    const bool isSameNode = m_selectedBox && node.isValid() && m_selectedBox->node == node;
    setSelected(node, edge, isSameNode ? m_selectedBox : std::nullopt);
}

void GraphScene::selectItem(const NodeItem &item)
{
    setSelected(item.node(), std::nullopt, item.key());
}

void GraphScene::setSelected(NodeIndex node, std::optional<std::size_t> edge, std::optional<BoxKey> box)
{
    if (node == m_selectedNode && edge == m_selectedEdge && box == m_selectedBox && m_marked.empty())
        return;
    m_marked.clear();
    m_selectedNode = node;
    m_selectedEdge = edge;
    m_selectedBox = box;
    updateStates();
    emit selectionMoved();
}

void GraphScene::setHovered(QGraphicsItem *item, bool isInside)
{
    if (m_isHandBusy)
        return;
    if (isInside)
        m_hovered = item;
    else if (m_hovered == item)
        m_hovered = nullptr;
    if (m_hovered) {
        m_hoverDelay.start();
    } else {
        m_hoverDelay.stop();
        if (m_highlighted) {
            m_highlighted = nullptr;
            updateStates();
        }
    }
}

/// Selection, and what leads to and from the thing under the pointer.
void GraphScene::updateStates()
{
    std::set<const NodeItem *> lit;
    std::set<const EdgeItem *> litEdges;
    const auto walk = [&](const NodeItem *from, bool upstream) {
        std::vector<const NodeItem *> open {from};
        std::set<const NodeItem *> seen {from};
        while (!open.empty()) {
            const NodeItem *node = open.back();
            open.pop_back();
            lit.insert(node);
            for (const DrawnEdge &edge : m_edges) {
                if ((upstream ? edge.target : edge.source) != node)
                    continue;
                litEdges.insert(edge.item);
                const NodeItem *next = upstream ? edge.source : edge.target;
                if (seen.insert(next).second)
                    open.push_back(next);
            }
        }
    };
    if (m_highlighted) {
        for (const DrawnEdge &edge : m_edges) {
            if (edge.item != m_highlighted)
                continue;
            litEdges.insert(edge.item);
            walk(edge.source, true);
            walk(edge.target, false);
        }
        for (const NodeItem *item : m_shown) {
            if (item != m_highlighted)
                continue;
            walk(item, true);
            walk(item, false);
        }
    }
    const NodeItem *selected = selectedItem();
    for (NodeItem *item : m_shown) {
        NodeState state;
        state.isSelected = (selected && item == selected) || m_marked.contains(item->node());
        state.isDimmed = m_highlighted && !lit.contains(item);
        if (item->node().value < m_dragRoles.size()) {
            state.isDropTarget = m_dragRoles[item->node().value] == DragRole::Target;
            state.isIllegal = m_dragRoles[item->node().value] == DragRole::Illegal;
        }
        item->setState(state);
    }
    const EdgeItem *selectedEdge = m_selectedEdge ? edgeItem(*m_selectedEdge) : nullptr;
    for (const DrawnEdge &edge : m_edges) {
        const bool isLit = litEdges.contains(edge.item);
        edge.item->setSelected(selectedEdge && edge.item == selectedEdge);
        edge.item->setHighlight(edge.item == m_highlighted, m_highlighted && !isLit);
    }
}

} // namespace drydock::ui
