// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GraphScene that deals with items: making, placing, marking and naming them.
#include "ui/graph/graph_scene.h"
#include "ui/graph/image_item.h"
#include "ui/graph/stage_item.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace drydock::ui {
namespace {

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
    item->setNode(node.node);
    addItem(item);
    connect(item, &NodeItem::pressed, this, [this, item] { emit nodePressed(item->node()); });
    connect(item, &NodeItem::activated, this, &GraphScene::activated);
    connect(item, &NodeItem::hovered, this, [this, item](bool isInside) { setHovered(item, isInside); });
    return item;
}

EdgeItem *GraphScene::makeEdge()
{
    auto *item = new EdgeItem(m_style); // Owned by the scene.
    addItem(item);
    connect(item, &EdgeItem::pressed, this, [this, item] { emit edgePressed(item->bundle().edges.front()); });
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
        if (const NodeItem *item = m_items[m_picture.nodes[i].node.value]) {
            dx.push_back(item->x() - result.centres[i].x);
            dy.push_back(item->y() - result.centres[i].y);
        }
    }
    if (m_isOtherFile || dx.empty())
        return {0, 0};
    const auto median = [](std::vector<qreal> &values) {
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return std::round(*middle);
    };
    return {median(dx), median(dy)};
}

/// \param result empty: everything stays where it is.
void GraphScene::placeNodes(const LayoutResult &result, QPointF offset)
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_picture.nodes.size(); ++i) {
        const PictureNode &node = m_picture.nodes[i];
        NodeItem *&item = m_items[node.node.value];
        if (!item)
            item = makeItem(node);
        if (const auto *card = std::get_if<StageCard>(&node.card))
            static_cast<StageItem *>(item)->setCard(*card, node.geometry);
        else
            static_cast<ImageItem *>(item)->setCard(std::get<ImageCard>(node.card), node.geometry);
        if (i < result.centres.size())
            item->setPos(toQt(result.centres[i]) + offset);
        m_shown.push_back(item);
    }
}

void GraphScene::placeEdges(const LayoutResult &result, QPointF offset)
{
    std::vector<DrawnEdge> old = std::exchange(m_edges, {});
    for (std::size_t i = 0; i < m_picture.edges.size(); ++i) {
        const EdgeBundle &bundle = m_picture.edges[i];
        DrawnEdge drawn {nullptr, m_items[bundle.source.value], m_items[bundle.target.value]};
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
        std::vector<QPointF> route;
        for (const Point &point : result.routes[i])
            route.push_back(toQt(point) + offset);
        drawn.item->setBundle(bundle, route, toQt(result.labelCentres[i]) + offset,
                              m_input.arrows[i].labelWidth > 0);
        m_edges.push_back(drawn);
    }
    for (const DrawnEdge &edge : old)
        delete edge.item;
}

void GraphScene::apply(const LayoutResult &result)
{
    const QPointF offset = anchorOffset(result);
    m_hovered = m_highlighted = nullptr;
    // What is not part of the picture goes: stages that are gone, and those the scope leaves out.
    std::vector<bool> isShown(m_items.size(), false);
    for (const PictureNode &node : m_picture.nodes)
        isShown[node.node.value] = true;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i] && !isShown[i])
            m_gone.push_back(std::exchange(m_items[i], nullptr));
    }
    placeNodes(result, offset);
    placeEdges(result, offset);
    qDeleteAll(m_gone);
    m_gone.clear();
    m_pictureRect = QRectF(offset, QSizeF(result.width, result.height));
    updateStates();
}

NodeItem *GraphScene::nodeItem(NodeIndex node) const
{
    return node.isValid() && node.value < m_items.size() ? m_items[node.value] : nullptr;
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

void GraphScene::select(NodeIndex node, std::optional<std::size_t> edge)
{
    if (node == m_selectedNode && edge == m_selectedEdge)
        return;
    m_selectedNode = node;
    m_selectedEdge = edge;
    updateStates();
    emit selectionMoved();
}

void GraphScene::setHovered(QGraphicsItem *item, bool isInside)
{
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
    const NodeItem *selected = nodeItem(m_selectedNode);
    for (NodeItem *item : m_shown)
        item->setState({selected && item == selected, m_highlighted && !lit.contains(item)});
    const EdgeItem *selectedEdge = m_selectedEdge ? edgeItem(*m_selectedEdge) : nullptr;
    for (const DrawnEdge &edge : m_edges) {
        const bool isLit = litEdges.contains(edge.item);
        edge.item->setSelected(selectedEdge && edge.item == selectedEdge);
        edge.item->setHighlight(edge.item == m_highlighted, m_highlighted && !isLit);
    }
}

QString GraphScene::sentenceFor(NodeIndex index) const
{
    const NodeItem *item = nodeItem(index);
    if (!item || !m_analysis || index.value >= m_analysis->graph.nodes.size())
        return {};
    QStringList parts;
    if (const auto *stage = qgraphicsitem_cast<const StageItem *>(item)) {
        const StageCard &card = stage->card();
        parts << tr("Stage %1").arg(card.title) << tr("based on %1").arg(card.base);
        if (const QString badge = badgeWord(card.pin); !badge.isEmpty())
            parts << tr("image named by %1").arg(badge);
        parts << card.details;
        if (card.isTarget)
            parts << tr("final stage");
        if (card.isUnused)
            parts << tr("unused");
        if (card.problemCount > 0)
            parts << card.problem;
        if (card.warningCount > 0)
            parts << (card.warningCount == 1 ? tr("1 warning") : tr("%1 warnings").arg(card.warningCount));
    } else if (const auto *image = qgraphicsitem_cast<const ImageItem *>(item)) {
        const ImageCard &card = image->card();
        parts << (card.kind == NodeKind::Image ? tr("Image %1").arg(card.title) : card.title);
        if (const QString badge = badgeWord(card.pin); !badge.isEmpty())
            parts << badge;
        if (!card.subtitle.isEmpty())
            parts << card.subtitle;
    }
    for (const DrawnEdge &edge : m_edges) {
        if (edge.source == item)
            parts << edge.item->bundle().accessibleName;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace drydock::ui
