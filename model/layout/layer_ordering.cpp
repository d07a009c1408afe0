// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layer_ordering.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace drydock {

Ordering::Neighbours Ordering::collect(const LayerGraph &graph, bool after)
{
    Neighbours result;
    result.start.push_back(0);
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        for (const std::size_t link : after ? graph.linksOutOf[node] : graph.linksInto[node])
            result.nodes.push_back(after ? graph.links[link].to : graph.links[link].from);
        result.start.push_back(result.nodes.size());
    }
    return result;
}

Ordering::Ordering(const LayerGraph &graph, std::stop_token stop)
    : m_graph(graph)
    , m_stop(std::move(stop))
    , m_before(collect(graph, false))
    , m_after(collect(graph, true))
    , m_layers(graph.layers)
    , m_place(graph.nodes.size(), 0)
    , m_seenBefore(graph.nodes.size())
    , m_seenAfter(graph.nodes.size())
{
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
        number(layer);
}

void Ordering::number(std::size_t layer)
{
    for (std::size_t place = 0; place < m_layers[layer].size(); ++place)
        m_place[m_layers[layer][place]] = place;
}

void Ordering::restore(const Layers &layers)
{
    m_layers = layers;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
        number(layer);
}

void Ordering::sortBy(const std::vector<double> &seed)
{
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        std::sort(m_layers[layer].begin(), m_layers[layer].end(), [&](std::size_t a, std::size_t b) {
            return seed[a] != seed[b] ? seed[a] < seed[b] : a < b;
        });
        number(layer);
    }
}

/// Accumulator tree of Barth, Jünger and Mutzel, "Simple and Efficient Bilayer Cross Counting" (2002):
/// walking the links in order, a link crosses those before it that end farther on.
std::size_t Ordering::crossings()
{
    std::size_t total = 0;
    std::vector<std::size_t> ends;
    for (std::size_t layer = 0; layer + 1 < m_layers.size(); ++layer) {
        m_tree.assign(m_layers[layer + 1].size() + 1, 0);
        std::size_t entered = 0;
        for (const std::size_t node : m_layers[layer]) {
            ends.clear();
            for (std::size_t i = 0; i < m_after.count(node); ++i)
                ends.push_back(m_place[m_after.begin(node)[i]]);
            std::sort(ends.begin(), ends.end());
            for (const std::size_t end : ends) {
                std::size_t atMost = 0;
                for (std::size_t i = end + 1; i > 0; i &= i - 1)
                    atMost += m_tree[i];
                total += entered - atMost;
                ++m_work;
            }
            for (const std::size_t end : ends) {
                for (std::size_t i = end + 1; i < m_tree.size(); i += i & (~i + 1))
                    ++m_tree[i];
                ++entered;
            }
        }
    }
    return total;
}

/// Where `node` wants to stand: the middle of its neighbours. -1 without neighbours.
double Ordering::target(std::size_t node, const Neighbours &neighbours, bool median)
{
    const std::size_t count = neighbours.count(node);
    if (count == 0)
        return -1;
    std::vector<double> places;
    places.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        places.push_back(double(m_place[neighbours.begin(node)[i]]));
    m_work += count;
    if (!median)
        return std::accumulate(places.begin(), places.end(), 0.0) / double(count);
    std::sort(places.begin(), places.end());
    const std::size_t middle = count / 2;
    if (count % 2 == 1)
        return places[middle];
    if (count == 2)
        return (places[0] + places[1]) / 2;
    const double left = places[middle - 1] - places.front();
    const double right = places.back() - places[middle];
    if (left + right == 0)
        return places[middle];
    return (places[middle - 1] * right + places[middle] * left) / (left + right);
}

/// Goes through the layers and orders each by the layer before it (or behind it).
void Ordering::sweep(bool forward, bool median)
{
    const std::size_t count = m_layers.size();
    std::vector<std::pair<double, std::size_t>> wishes;
    for (std::size_t step = 1; step < count; ++step) {
        const std::size_t layer = forward ? step : count - 1 - step;
        std::vector<std::size_t> &nodes = m_layers[layer];
        wishes.clear();
        std::vector<bool> isFree(nodes.size(), false);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const double wish = target(nodes[i], forward ? m_before : m_after, median);
            isFree[i] = wish >= 0;
            if (isFree[i])
                wishes.emplace_back(wish, nodes[i]);
        }
        std::stable_sort(wishes.begin(), wishes.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        std::size_t next = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (isFree[i])
                nodes[i] = wishes[next++].second;
        }
        number(layer);
    }
}

/// Refreshes the sorted places of the neighbours of all nodes in `layer`.
void Ordering::lookAt(std::size_t layer)
{
    const auto look = [&](std::size_t node, const Neighbours &neighbours, std::vector<std::size_t> &seen) {
        seen.clear();
        for (std::size_t i = 0; i < neighbours.count(node); ++i)
            seen.push_back(m_place[neighbours.begin(node)[i]]);
        std::sort(seen.begin(), seen.end());
        m_work += seen.size();
    };
    for (const std::size_t node : m_layers[layer]) {
        look(node, m_before, m_seenBefore[node]);
        look(node, m_after, m_seenAfter[node]);
    }
}

/// Crossings between the links of two nodes of one layer if `first` stands before `second`. \pre lookAt()
long Ordering::crossingsIfBefore(std::size_t first, std::size_t second)
{
    long total = 0;
    const auto count = [&](const std::vector<std::size_t> &a, const std::vector<std::size_t> &b) {
        std::size_t less = 0;
        for (const std::size_t place : a) {
            while (less < b.size() && b[less] < place)
                ++less;
            total += long(less);
        }
        m_work += a.size() + b.size() + 1;
    };
    count(m_seenBefore[first], m_seenBefore[second]);
    count(m_seenAfter[first], m_seenAfter[second]);
    return total;
}

/// Swaps neighbours as long as that saves crossings.
bool Ordering::transpose()
{
    bool changed = false;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        std::vector<std::size_t> &nodes = m_layers[layer];
        lookAt(layer);
        for (bool again = true; again && !isTired();) {
            again = false;
            for (std::size_t i = 1; i < nodes.size(); ++i) {
                if (crossingsIfBefore(nodes[i - 1], nodes[i]) > crossingsIfBefore(nodes[i], nodes[i - 1])) {
                    std::swap(nodes[i - 1], nodes[i]);
                    again = changed = true;
                }
            }
        }
        number(layer);
    }
    return changed;
}

bool Ordering::siftLayer(std::size_t layer)
{
    bool changed = false;
    lookAt(layer);
    std::vector<std::size_t> &nodes = m_layers[layer];
    const std::vector<std::size_t> candidates = nodes;
    for (const std::size_t node : candidates) {
        if (isTired())
            break;
        const std::size_t here = std::size_t(std::find(nodes.begin(), nodes.end(), node) - nodes.begin());
        long best = 0;
        std::size_t bestPlace = here;
        long gain = 0;
        for (std::size_t i = here; i > 0; --i) {
            gain += crossingsIfBefore(nodes[i - 1], node) - crossingsIfBefore(node, nodes[i - 1]);
            if (gain > best) {
                best = gain;
                bestPlace = i - 1;
            }
        }
        gain = 0;
        for (std::size_t i = here + 1; i < nodes.size(); ++i) {
            gain += crossingsIfBefore(node, nodes[i]) - crossingsIfBefore(nodes[i], node);
            if (gain > best) {
                best = gain;
                bestPlace = i;
            }
        }
        if (best == 0)
            continue;
        nodes.erase(nodes.begin() + std::ptrdiff_t(here));
        nodes.insert(nodes.begin() + std::ptrdiff_t(bestPlace), node);
        changed = true;
    }
    number(layer);
    return changed;
}

/// Moves single nodes to their best place in their layer (Matuszewski, Schönfeld and Molitor, "Using Sifting
/// for k-Layer Straightline Crossing Minimization", 1999).
void Ordering::sift()
{
    constexpr int maxRounds = 20;
    for (int round = 0; round < maxRounds && !isTired(); ++round) {
        bool changed = false;
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
            changed = siftLayer(layer) || changed;
        for (std::size_t layer = m_layers.size(); layer-- > 0;)
            changed = siftLayer(layer) || changed;
        if (!changed)
            return;
    }
}

/// Sweeps to and fro, medians and means by turns, and keeps the best order met.
void Ordering::improve()
{
    constexpr int maxSweeps = 24;
    constexpr int patience = 6;
    Layers best = m_layers;
    std::size_t least = crossings();
    int idle = 0;
    for (int i = 0; i < maxSweeps && least > 0 && idle < patience && !(i > 1 && isTired()); ++i) {
        sweep(i % 2 == 0, i % 4 < 2);
        if (!isTired())
            transpose();
        const std::size_t now = crossings();
        ++idle;
        if (now < least) {
            least = now;
            best = m_layers;
            idle = 0;
        }
    }
    restore(best);
    if (least > 0)
        sift();
}

/// Numbers the nodes as a depth-first walk meets them, so that chains stand beside each other.
std::vector<double> Ordering::depthFirstSeed(bool fromSources) const
{
    const Neighbours &onwards = fromSources ? m_after : m_before;
    const Neighbours &backwards = fromSources ? m_before : m_after;
    std::vector<double> seed(m_graph.nodes.size(), -1);
    double counter = 0;
    std::vector<std::size_t> stack;
    for (std::size_t root = 0; root < seed.size(); ++root) {
        if (backwards.count(root) > 0)
            continue;
        stack.push_back(root);
        while (!stack.empty()) {
            const std::size_t node = stack.back();
            stack.pop_back();
            if (seed[node] >= 0)
                continue;
            seed[node] = counter++;
            for (std::size_t i = onwards.count(node); i-- > 0;)
                stack.push_back(onwards.begin(node)[i]);
        }
    }
    return seed;
}

} // namespace drydock
