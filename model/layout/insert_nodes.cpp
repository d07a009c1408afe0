// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/insert_nodes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace drydock {
namespace {

// Prices in pixels.
constexpr double crossingPrice = 120;
constexpr double movedBoxPrice = 60; ///< For each box that has to make room, besides its way.
constexpr double lanePart = 0.1; ///< A lane that makes room costs this part of what a box does.
constexpr double distancePartOfNew = 0.25; ///< Of a node from where its neighbours would have it.
constexpr double distancePartOfKnown = 1; ///< Of a node that changes its layer from where it stood.

class Insertion {
public:
    explicit Insertion(LayerGraph &graph);
    void run();

private:
    bool isIn(std::size_t node) const { return m_isIn[node]; }
    void number(std::size_t layer);
    void seeBoxes();
    void seeBends();
    void seeNeighbours(std::size_t node);
    double crossingsIfBefore(std::size_t first, std::size_t second) const;
    double priceOfPlace(const std::vector<std::size_t> &layer, std::size_t place, std::size_t node) const;
    double priceOfPushing(const std::vector<std::size_t> &layer, std::size_t from, bool down,
                          std::size_t node, double at) const;
    bool settle(std::size_t node);

    LayerGraph &m_graph;
    std::vector<double> m_wish; ///< Where across each node stands or would.
    std::vector<bool> m_isIn; ///< It stands in its layer already.
    std::vector<std::size_t> m_place;
    std::vector<std::vector<std::size_t>>
        m_before; ///< Sorted places of a node's neighbours, see seeNeighbours().
    std::vector<std::vector<std::size_t>> m_after;
    std::vector<std::size_t> m_loose; ///< Nodes to insert: boxes, then bends from the first layer on.
};

Insertion::Insertion(LayerGraph &graph)
    : m_graph(graph)
    , m_wish(graph.nodes.size(), 0)
    , m_isIn(graph.isSettled)
    , m_place(graph.nodes.size(), 0)
    , m_before(graph.nodes.size())
    , m_after(graph.nodes.size())
{
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        m_wish[node] = graph.past[node].value_or(0);
        if (!m_isIn[node])
            m_loose.push_back(node);
    }
    seeBoxes();
    seeBends();
    for (std::size_t layer = 0; layer < graph.layers.size(); ++layer) {
        std::vector<std::size_t> &nodes = graph.layers[layer];
        std::erase_if(nodes, [&](std::size_t node) { return !m_isIn[node]; });
        std::stable_sort(nodes.begin(), nodes.end(),
                         [&](std::size_t a, std::size_t b) { return m_wish[a] < m_wish[b]; });
        number(layer);
    }
}

/// A new box wishes to stand in the middle of what it is tied to; a chain of new ones is seen link by link.
void Insertion::seeBoxes()
{
    std::vector<bool> isSeen(m_graph.nodes.size(), false);
    std::vector<std::vector<std::size_t>> tied(m_graph.nodes.size());
    for (const auto &path : m_graph.paths) {
        if (path.empty())
            continue;
        const std::size_t source = m_graph.links[path.front()].from;
        const std::size_t target = m_graph.links[path.back()].to;
        tied[source].push_back(target);
        tied[target].push_back(source);
    }
    std::vector<std::size_t> open;
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
        isSeen[node] = m_graph.past[node].has_value();
        if (m_graph.nodes[node].kind == LayerNodeKind::Box && !isSeen[node])
            open.push_back(node);
    }
    for (bool isNew = true; isNew && !open.empty();) {
        isNew = false;
        std::vector<std::size_t> later;
        for (const std::size_t node : open) {
            double sum = 0;
            std::size_t count = 0;
            for (const std::size_t other : tied[node]) {
                if (isSeen[other]) {
                    sum += m_wish[other];
                    ++count;
                }
            }
            if (count == 0) {
                later.push_back(node);
                continue;
            }
            m_wish[node] = sum / double(count);
            isSeen[node] = isNew = true;
        }
        open = std::move(later);
    }
}

/// A new bend wishes to stand on the line between the nodes before and behind it that have a place.
void Insertion::seeBends()
{
    for (const auto &path : m_graph.paths) {
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            const std::size_t node = m_graph.links[path[i]].to;
            if (m_graph.past[node])
                continue;
            std::size_t next = i + 1;
            while (next + 1 < path.size() && !m_graph.past[m_graph.links[path[next]].to])
                ++next;
            const double from = m_wish[m_graph.links[path[i]].from];
            const double to = m_wish[m_graph.links[path[next]].to];
            m_wish[node] = std::round(from + (to - from) / double(next - i + 1));
        }
    }
}

void Insertion::number(std::size_t layer)
{
    const std::vector<std::size_t> &nodes = m_graph.layers[layer];
    for (std::size_t place = 0; place < nodes.size(); ++place)
        m_place[nodes[place]] = place;
}

void Insertion::seeNeighbours(std::size_t node)
{
    const auto see = [&](const std::vector<std::size_t> &links, bool into, std::vector<std::size_t> &places) {
        places.clear();
        for (const std::size_t link : links) {
            const std::size_t other = into ? m_graph.links[link].from : m_graph.links[link].to;
            if (m_isIn[other])
                places.push_back(m_place[other]);
        }
        std::sort(places.begin(), places.end());
    };
    see(m_graph.linksInto[node], true, m_before[node]);
    see(m_graph.linksOutOf[node], false, m_after[node]);
}

/// \pre seeNeighbours() of both.
double Insertion::crossingsIfBefore(std::size_t first, std::size_t second) const
{
    std::size_t total = 0;
    const auto count = [&](const std::vector<std::size_t> &a, const std::vector<std::size_t> &b) {
        std::size_t less = 0;
        for (const std::size_t place : a) {
            while (less < b.size() && b[less] < place)
                ++less;
            total += less;
        }
    };
    count(m_before[first], m_before[second]);
    count(m_after[first], m_after[second]);
    return double(total);
}

/// What it costs if `node` stands at `at` and everything from place `from` on gives way in one direction.
double Insertion::priceOfPushing(const std::vector<std::size_t> &layer, std::size_t from, bool down,
                                 std::size_t node, double at) const
{
    double price = 0;
    std::size_t last = node;
    double edge = at;
    for (std::size_t place = from; place < layer.size(); down ? ++place : --place) {
        const std::size_t other = layer[place];
        const double distance = distanceBetween(m_graph, last, other);
        const double needed = down ? edge + distance - m_wish[other] : m_wish[other] - (edge - distance);
        const bool isBox = m_graph.nodes[other].kind == LayerNodeKind::Box;
        if (needed <= 0 && isBox)
            break;
        if (needed > 0)
            price += (needed + movedBoxPrice) * (isBox ? 1 : lanePart);
        edge = m_wish[other] + (down ? std::max(0.0, needed) : -std::max(0.0, needed));
        last = other;
        if (!down && place == 0)
            break;
    }
    return price;
}

/// What it costs to put `node` before layer[place], besides crossings.
double Insertion::priceOfPlace(const std::vector<std::size_t> &layer, std::size_t place,
                               std::size_t node) const
{
    const double wish = m_wish[node];
    const double distancePart = m_graph.past[node] ? distancePartOfKnown : distancePartOfNew;
    const bool hasBefore = place > 0;
    const bool hasAfter = place < layer.size();
    const double least
        = hasBefore ? m_wish[layer[place - 1]] + distanceBetween(m_graph, layer[place - 1], node) : wish;
    const double most = hasAfter ? m_wish[layer[place]] - distanceBetween(m_graph, node, layer[place])
                                 : std::max(wish, least);
    const double low = hasBefore ? least : std::min(wish, most);
    if (low <= most)
        return distancePart * std::abs(std::clamp(wish, low, most) - wish);
    // No room: those behind give way, or those before.
    const double down = priceOfPushing(layer, place, true, node, low) + distancePart * std::abs(low - wish);
    const double up = hasBefore
        ? priceOfPushing(layer, place - 1, false, node, most) + distancePart * std::abs(most - wish)
        : down;
    return std::min(down, up);
}

/// Puts `node` at its best place. \returns whether that is another than before.
bool Insertion::settle(std::size_t node)
{
    const std::size_t layer = m_graph.nodes[node].layer;
    std::vector<std::size_t> &nodes = m_graph.layers[layer];
    const std::size_t old = m_isIn[node] ? m_place[node] : nodes.size();
    if (m_isIn[node])
        nodes.erase(nodes.begin() + std::ptrdiff_t(old));
    seeNeighbours(node);
    double crossings = 0; // Compared with standing first.
    double best = std::numeric_limits<double>::infinity();
    std::size_t bestPlace = 0;
    for (std::size_t place = 0; place <= nodes.size(); ++place) {
        if (place > 0) {
            const std::size_t passed = nodes[place - 1];
            seeNeighbours(passed);
            crossings += crossingsIfBefore(passed, node) - crossingsIfBefore(node, passed);
        }
        const double price = crossings * crossingPrice + priceOfPlace(nodes, place, node);
        if (price < best - 1e-9) {
            best = price;
            bestPlace = place;
        }
    }
    nodes.insert(nodes.begin() + std::ptrdiff_t(bestPlace), node);
    number(layer);
    const bool isChanged = !m_isIn[node] || bestPlace != old;
    m_isIn[node] = true;
    return isChanged;
}

void Insertion::run()
{
    constexpr int maxRounds = 4;
    for (int round = 0; round < maxRounds; ++round) {
        bool isChanged = false;
        for (const std::size_t node : m_loose)
            isChanged = settle(node) || isChanged;
        if (!isChanged)
            break;
    }
}

} // namespace

void insertNodes(LayerGraph &graph)
{
    Insertion(graph).run();
}

} // namespace drydock
