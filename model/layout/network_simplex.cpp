// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/network_simplex.h"

#include <algorithm>
#include <limits>

namespace drydock {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// A spanning tree of tight edges, exchanged edge by edge.
///
/// A tree edge splits the nodes in two; its cut value is what moving the halves apart by one would cost. The
/// paper sums the weights of the edges between the halves. As edges inside a half cancel out, that is the sum
/// of (outgoing - incoming weight) over the nodes below the tree edge: one number per node, kept in m_below.
class Simplex {
public:
    Simplex(std::vector<int> start, const std::vector<SimplexEdge> &edges);
    std::vector<int> run(std::size_t maxPivots, const std::stop_token &stop);

private:
    int slack(const SimplexEdge &edge) const
    {
        return m_position[edge.head] - m_position[edge.tail] - edge.minimum;
    }
    std::size_t otherEnd(std::size_t edge, std::size_t node) const
    {
        return m_edges[edge].tail == node ? m_edges[edge].head : m_edges[edge].tail;
    }
    bool isBelow(std::size_t node, std::size_t top) const
    {
        return m_last[node] >= m_first[top] && m_last[node] <= m_last[top];
    }
    int cutValue(std::size_t node) const
    {
        return m_edges[m_parentEdge[node]].tail == node ? m_below[node] : -m_below[node];
    }
    void growTightTree();
    void number(std::size_t top, std::size_t first);
    std::size_t findLeaving();
    std::size_t findEntering(std::size_t node) const;
    void exchange(std::size_t node, std::size_t entering);

    const std::vector<SimplexEdge> &m_edges;
    std::vector<int> m_position;
    std::vector<int> m_balance; ///< Outgoing minus incoming weight of a node.
    std::vector<std::vector<std::size_t>> m_incident;
    std::vector<std::vector<std::size_t>> m_tree; ///< Tree edges at a node.
    // The tree, rooted at node 0 and numbered in postorder: below a node are the numbers m_first … m_last.
    std::vector<std::size_t> m_parentEdge;
    std::vector<std::size_t> m_first;
    std::vector<std::size_t> m_last;
    std::vector<std::size_t> m_numbered;
    std::vector<int> m_below; ///< Sum of m_balance over the node and all below it.
    std::size_t m_searchFrom = 0;
};

Simplex::Simplex(std::vector<int> start, const std::vector<SimplexEdge> &edges)
    : m_edges(edges)
    , m_position(std::move(start))
    , m_balance(m_position.size(), 0)
    , m_incident(m_position.size())
    , m_tree(m_position.size())
    , m_parentEdge(m_position.size(), none)
    , m_first(m_position.size(), 0)
    , m_last(m_position.size(), 0)
    , m_numbered(m_position.size(), 0)
    , m_below(m_position.size(), 0)
{
    for (std::size_t i = 0; i < edges.size(); ++i) {
        m_balance[edges[i].tail] += edges[i].weight;
        m_balance[edges[i].head] -= edges[i].weight;
        m_incident[edges[i].tail].push_back(i);
        m_incident[edges[i].head].push_back(i);
    }
}

/// Grows a tree from node 0 over edges without slack; when stuck, moves the whole tree until the nearest edge
/// out of it is tight.
void Simplex::growTightTree()
{
    std::vector<bool> inTree(m_position.size(), false);
    std::vector<std::size_t> members {0};
    inTree[0] = true;
    std::size_t next = 0;
    const auto take = [&](std::size_t edge, std::size_t from) {
        const std::size_t node = otherEnd(edge, from);
        m_tree[from].push_back(edge);
        m_tree[node].push_back(edge);
        inTree[node] = true;
        members.push_back(node);
    };
    std::vector<std::size_t> border; // Edges seen that may leave the tree.
    while (members.size() < m_position.size()) {
        for (; next < members.size(); ++next) {
            const std::size_t node = members[next];
            for (const std::size_t edge : m_incident[node]) {
                if (inTree[otherEnd(edge, node)])
                    continue;
                if (slack(m_edges[edge]) == 0)
                    take(edge, node);
                else
                    border.push_back(edge);
            }
        }
        if (members.size() == m_position.size())
            return;
        std::erase_if(border, [&](std::size_t edge) {
            return inTree[m_edges[edge].tail] && inTree[m_edges[edge].head];
        });
        if (border.empty())
            return; // Not connected, against the precondition; the positions stay feasible.
        const std::size_t nearest
            = *std::min_element(border.begin(), border.end(), [&](std::size_t a, std::size_t b) {
                  return slack(m_edges[a]) < slack(m_edges[b]);
              });
        const SimplexEdge &edge = m_edges[nearest];
        const bool tailIsIn = inTree[edge.tail];
        const int shift = tailIsIn ? slack(edge) : -slack(edge);
        for (const std::size_t node : members)
            m_position[node] += shift;
        take(nearest, tailIsIn ? edge.tail : edge.head);
    }
}

/// Numbers the nodes below `top` in postorder from `first` on and sums their balances.
void Simplex::number(std::size_t top, std::size_t first)
{
    struct Visit {
        std::size_t node;
        std::size_t child;
    };
    std::vector<Visit> stack {{top, 0}};
    std::size_t counter = first;
    m_first[top] = counter;
    m_below[top] = m_balance[top];
    while (!stack.empty()) {
        const std::size_t node = stack.back().node;
        if (stack.back().child < m_tree[node].size()) {
            const std::size_t edge = m_tree[node][stack.back().child++];
            if (edge == m_parentEdge[node])
                continue;
            const std::size_t child = otherEnd(edge, node);
            m_parentEdge[child] = edge;
            m_first[child] = counter;
            m_below[child] = m_balance[child];
            stack.push_back({child, 0});
            continue;
        }
        m_last[node] = counter;
        m_numbered[counter++] = node;
        stack.pop_back();
        if (!stack.empty())
            m_below[stack.back().node] += m_below[node];
    }
}

/// \returns the node below a tree edge of negative cut value, or none: the positions are optimal.
std::size_t Simplex::findLeaving()
{
    constexpr std::size_t enough = 30; // The paper's compromise between the first and the worst.
    std::size_t best = none;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < m_position.size() && seen < enough; ++i) {
        const std::size_t node = (m_searchFrom + i) % m_position.size();
        if (m_parentEdge[node] == none || cutValue(node) >= 0)
            continue;
        ++seen;
        if (best == none || cutValue(node) < cutValue(best))
            best = node;
        m_searchFrom = node + 1;
    }
    return best;
}

/// \returns the edge of least slack that points the other way over the cut above `node`.
std::size_t Simplex::findEntering(std::size_t node) const
{
    const bool outwards = m_edges[m_parentEdge[node]].head == node;
    std::size_t best = none;
    for (std::size_t i = m_first[node]; i <= m_last[node]; ++i) {
        const std::size_t inside = m_numbered[i];
        for (const std::size_t edge : m_incident[inside]) {
            const std::size_t here = outwards ? m_edges[edge].tail : m_edges[edge].head;
            const std::size_t there = outwards ? m_edges[edge].head : m_edges[edge].tail;
            if (here != inside || isBelow(there, node))
                continue;
            if (best == none || slack(m_edges[edge]) < slack(m_edges[best]))
                best = edge;
        }
    }
    return best;
}

void Simplex::exchange(std::size_t node, std::size_t entering)
{
    const std::size_t leaving = m_parentEdge[node];
    const SimplexEdge &edge = m_edges[entering];
    const bool headIsBelow = isBelow(edge.head, node);
    const int shift = headIsBelow ? -slack(edge) : slack(edge);
    for (std::size_t i = m_first[node]; i <= m_last[node]; ++i)
        m_position[m_numbered[i]] += shift;

    // The deepest node above both ends of both edges: only below it the numbering changes.
    std::size_t top = otherEnd(leaving, node);
    const std::size_t outside = headIsBelow ? edge.tail : edge.head;
    while (!isBelow(outside, top))
        top = otherEnd(m_parentEdge[top], top);

    std::erase(m_tree[m_edges[leaving].tail], leaving);
    std::erase(m_tree[m_edges[leaving].head], leaving);
    m_tree[edge.tail].push_back(entering);
    m_tree[edge.head].push_back(entering);
    number(top, m_first[top]); // The same nodes hang below `top` as before, so nothing above it changes.
}

std::vector<int> Simplex::run(std::size_t maxPivots, const std::stop_token &stop)
{
    if (m_position.size() < 2)
        return m_position;
    growTightTree();
    number(0, 0);
    for (std::size_t pivot = 0; pivot < maxPivots && !stop.stop_requested(); ++pivot) {
        const std::size_t node = findLeaving();
        if (node == none)
            break;
        const std::size_t entering = findEntering(node);
        if (entering == none)
            break;
        exchange(node, entering);
    }
    const int least = *std::min_element(m_position.begin(), m_position.end());
    for (int &position : m_position)
        position -= least;
    return m_position;
}

} // namespace

std::vector<int> earliestPositions(const std::vector<SimplexEdge> &edges, const std::vector<int> &bounds)
{
    const std::size_t nodeCount = bounds.size();
    std::vector<std::vector<std::size_t>> outgoing(nodeCount);
    std::vector<std::size_t> waitsFor(nodeCount, 0);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        outgoing[edges[i].tail].push_back(i);
        ++waitsFor[edges[i].head];
    }
    std::vector<int> position = bounds;
    std::vector<std::size_t> ready;
    for (std::size_t node = 0; node < nodeCount; ++node) {
        if (waitsFor[node] == 0)
            ready.push_back(node);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
        for (const std::size_t edge : outgoing[ready[i]]) {
            const std::size_t head = edges[edge].head;
            position[head] = std::max(position[head], position[ready[i]] + edges[edge].minimum);
            if (--waitsFor[head] == 0)
                ready.push_back(head);
        }
    }
    return position;
}

std::vector<int> cheapestPositions(std::vector<int> start, const std::vector<SimplexEdge> &edges,
                                   std::size_t maxPivots, const std::stop_token &stop)
{
    return Simplex(std::move(start), edges).run(maxPivots, stop);
}

} // namespace drydock
