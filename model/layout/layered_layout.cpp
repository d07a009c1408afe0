// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layered_layout.h"

#include "model/layout/layer_graph.h"

#include <algorithm>
#include <cmath>

// How the drawing is made
// =======================
//
// A Dockerfile is a story told top to bottom: each stage uses earlier ones. The method of Sugiyama, Tagawa and
// Toda ("Methods for Visual Understanding of Hierarchical System Structures", IEEE SMC 1981) draws such a story
// in layers, every arrow pointing the same way. It goes in steps, each with its own literature:
//
//  1. Components. Parts that nothing connects are drawn one by one and packed like words on lines.
//  2. Cycles. BuildKit refuses them but a person may just be typing one. Inside a strongly connected component
//     (Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972) the arrows that point up the file are
//     turned round for the drawing. File order decides because it is what the reader has in mind.
//  3. Layers. The total length of all arrows is made least by the network simplex method (Gansner, Koutsofios,
//     North, Vo, "A Technique for Drawing Directed Graphs", IEEE TSE 1993). So an image stands right before its
//     first user, and few arrows are long. A label counts as a small box between two ends.
//  4. Bends. An arrow over several layers is cut at each: a place of its own there is what keeps it off boxes.
//  5. Order in the layers. Sweeps with medians (Eades and Wormald 1994) and means (Sugiyama), neighbour swaps
//     (Gansner et al.), then sifting (Matuszewski et al. 1999), counting crossings as Barth, Jünger and Mutzel
//     (2002) do. The file's order is the first beginning and wins ties. When there was a picture before, its
//     order is kept, and only what is new looks for a place.
//  6. Coordinates across. Least squares by layer give a start, the network simplex method the least total of
//     sideways steps (Gansner et al., section 4): most arrows become straight lines.
//  7. Routes. Inside a layer's band an arrow runs straight at its own coordinate, where steps 5 and 6 keep a
//     lane free. It changes coordinate only between bands, where no box is. Hence no arrow can run over a
//     foreign box: there is nothing to repair afterwards.

namespace drydock {
namespace {

constexpr double betweenLayers = 72;
constexpr double betweenComponents = 48;
constexpr double clearance = 12; ///< How far before and behind a band arrows already run straight.

/// One component, drawn; (0, 0) is its top left.
struct Piece {
    std::vector<std::size_t> boxes; ///< Indexes into the whole input.
    std::vector<std::size_t> arrows;
    LayoutInput input;
    LayoutResult result;
    Point corner;
};

std::vector<Piece> splitIntoComponents(const LayoutInput &input)
{
    const std::size_t count = input.boxes.size();
    std::vector<std::size_t> leader(count);
    for (std::size_t i = 0; i < count; ++i)
        leader[i] = i;
    const auto find = [&](std::size_t box) {
        while (leader[box] != box)
            box = leader[box] = leader[leader[box]];
        return box;
    };
    for (const LayoutArrow &arrow : input.arrows) {
        const std::size_t a = find(arrow.source);
        const std::size_t b = find(arrow.target);
        leader[std::max(a, b)] = std::min(a, b); // The leader is the first in the file.
    }

    std::vector<Piece> pieces;
    std::vector<std::size_t> pieceOf(count, 0);
    std::vector<std::size_t> indexIn(count, 0);
    for (std::size_t box = 0; box < count; ++box) {
        const std::size_t first = find(box);
        if (first == box) {
            pieceOf[box] = pieces.size();
            pieces.emplace_back();
            pieces.back().input.direction = input.direction;
        }
        Piece &piece = pieces[pieceOf[box] = pieceOf[first]];
        indexIn[box] = piece.boxes.size();
        piece.boxes.push_back(box);
        piece.input.boxes.push_back(
            {std::max(1.0, input.boxes[box].width), std::max(1.0, input.boxes[box].height)});
    }
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        LayoutArrow arrow = input.arrows[i];
        Piece &piece = pieces[pieceOf[arrow.source]];
        arrow.source = indexIn[arrow.source];
        arrow.target = indexIn[arrow.target];
        piece.arrows.push_back(i);
        piece.input.arrows.push_back(arrow);
    }
    return pieces;
}

/// Drops points that lie on the straight line between their neighbours, and doubles.
void simplify(std::vector<Point> &route)
{
    std::vector<Point> kept;
    for (const Point &point : route) {
        if (!kept.empty() && kept.back() == point)
            continue;
        if (kept.size() > 1 && kept.back().y == point.y && kept[kept.size() - 2].y == point.y)
            kept.back() = point;
        else
            kept.push_back(point);
    }
    route = std::move(kept);
}

/// Steps 2 to 7 for one component, in "along, across" coordinates (x is along).
class Drawing {
public:
    Drawing(const LayoutInput &input, const std::vector<double> &previousAcross);
    LayoutResult result();

private:
    void placeAlong();
    std::vector<Point> routeOf(std::size_t arrow) const;
    std::vector<Point> loopAt(std::size_t box) const;

    const LayoutInput &m_input;
    LayerGraph m_graph;
    std::vector<double> m_across; ///< Middle of each node.
    std::vector<double> m_begin; ///< Of each node, along.
    std::vector<double> m_bandBegin; ///< Of each layer, along.
    std::vector<double> m_bandEnd;
};

Drawing::Drawing(const LayoutInput &input, const std::vector<double> &previousAcross)
    : m_input(input)
    , m_graph(makeLayerGraph(input))
{
    orderLayers(m_graph, previousAcross);
    m_across = placeAcross(m_graph);
    placeAlong();
}

void Drawing::placeAlong()
{
    m_begin.resize(m_graph.nodes.size());
    double at = 0;
    for (const auto &layer : m_graph.layers) {
        double size = 0;
        for (const std::size_t node : layer)
            size = std::max(size, m_graph.nodes[node].along);
        for (const std::size_t node : layer) {
            const double rest = size - m_graph.nodes[node].along;
            const bool isLabel = m_graph.nodes[node].kind == LayerNodeKind::Label;
            const bool isSource = m_graph.linksInto[node].empty() && !m_graph.linksOutOf[node].empty();
            // What only feeds others stands close to them, like an image to its stage.
            m_begin[node] = at + (isLabel ? rest / 2 : isSource ? rest : 0);
        }
        m_bandBegin.push_back(at);
        m_bandEnd.push_back(at + size);
        at += size + betweenLayers;
    }
}

std::vector<Point> Drawing::routeOf(std::size_t arrow) const
{
    std::vector<Point> route;
    for (const std::size_t index : m_graph.paths[arrow]) {
        const LayerLink &link = m_graph.links[index];
        const LayerNode &from = m_graph.nodes[link.from];
        const LayerNode &to = m_graph.nodes[link.to];
        if (from.kind == LayerNodeKind::Box)
            route.push_back({m_begin[link.from] + from.along, m_across[link.from]});
        route.push_back({m_bandEnd[from.layer] + clearance, m_across[link.from]});
        const double arrival = m_across[link.to] + link.portOffset;
        route.push_back({m_bandBegin[to.layer] - clearance, arrival});
        if (to.kind == LayerNodeKind::Box)
            route.push_back({m_begin[link.to], arrival});
    }
    if (m_graph.isReversed[arrow])
        std::reverse(route.begin(), route.end());
    simplify(route);
    return route;
}

/// A stage that copies from itself: a small bow at its end, inside its own strip and the gap behind.
std::vector<Point> Drawing::loopAt(std::size_t box) const
{
    const LayerNode &node = m_graph.nodes[box];
    constexpr double reach = betweenLayers / 4;
    const double half = std::min(12.0, node.across / 4);
    const double end = m_begin[box] + node.along;
    const double middle = m_across[box];
    return {{end, middle - half},
            {end + reach, middle - half},
            {end + reach, middle + half},
            {end, middle + half}};
}

LayoutResult Drawing::result()
{
    LayoutResult result;
    for (std::size_t box = 0; box < m_input.boxes.size(); ++box)
        result.centres.push_back({m_begin[box] + m_graph.nodes[box].along / 2, m_across[box]});
    result.labelCentres.resize(m_input.arrows.size());
    for (std::size_t i = 0; i < m_input.arrows.size(); ++i) {
        const LayoutArrow &arrow = m_input.arrows[i];
        result.routes.push_back(arrow.source == arrow.target ? loopAt(arrow.source) : routeOf(i));
        result.labelCentres[i] = result.routes.back()[result.routes.back().size() / 2];
    }
    for (std::size_t node = m_input.boxes.size(); node < m_graph.nodes.size(); ++node) {
        const LayerNode &bend = m_graph.nodes[node];
        if (bend.kind == LayerNodeKind::Label)
            result.labelCentres[bend.origin] = {m_begin[node] + bend.along / 2, m_across[node]};
    }
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
        result.width = std::max(result.width, m_begin[node] + m_graph.nodes[node].along);
        result.height = std::max(result.height, m_across[node] + m_graph.nodes[node].across / 2);
    }
    for (const auto &route : result.routes) {
        for (const Point &point : route) {
            result.width = std::max(result.width, point.x);
            result.height = std::max(result.height, point.y);
        }
    }
    if (m_input.direction == LayoutDirection::TopToBottom) {
        const auto turn = [](Point &point) { std::swap(point.x, point.y); };
        std::for_each(result.centres.begin(), result.centres.end(), turn);
        std::for_each(result.labelCentres.begin(), result.labelCentres.end(), turn);
        for (auto &route : result.routes)
            std::for_each(route.begin(), route.end(), turn);
        std::swap(result.width, result.height);
    }
    return result;
}

/// Puts the pieces on lines like words, in file order; the lines are as long as the widest piece or as makes the
/// whole a pleasant rectangle.
void pack(std::vector<Piece> &pieces)
{
    constexpr double pleasant = 1.6;
    double area = 0;
    double widest = 0;
    for (const Piece &piece : pieces) {
        area += (piece.result.width + betweenComponents) * (piece.result.height + betweenComponents);
        widest = std::max(widest, piece.result.width);
    }
    const double lineLength = std::max(widest, std::sqrt(area * pleasant));
    Point at;
    double lineHeight = 0;
    for (Piece &piece : pieces) {
        if (at.x > 0 && at.x + piece.result.width > lineLength) {
            at = {0, at.y + lineHeight + betweenComponents};
            lineHeight = 0;
        }
        piece.corner = at;
        at.x += piece.result.width + betweenComponents;
        lineHeight = std::max(lineHeight, piece.result.height);
    }
}

} // namespace

LayoutResult LayeredLayout::arrange(const LayoutInput &input, const std::vector<Point> &previous) const
{
    std::vector<Piece> pieces = splitIntoComponents(input);
    for (Piece &piece : pieces) {
        std::vector<double> across;
        if (previous.size() == input.boxes.size()) {
            for (const std::size_t box : piece.boxes) {
                const Point &point = previous[box];
                const bool isFlat = input.direction == LayoutDirection::LeftToRight;
                across.push_back(std::isnan(point.x) ? point.x : isFlat ? point.y : point.x);
            }
        }
        piece.result = Drawing(piece.input, across).result();
    }
    pack(pieces);

    LayoutResult whole;
    whole.centres.resize(input.boxes.size());
    whole.routes.resize(input.arrows.size());
    whole.labelCentres.resize(input.arrows.size());
    for (const Piece &piece : pieces) {
        const auto moved = [&](const Point &point) {
            return Point {point.x + piece.corner.x, point.y + piece.corner.y};
        };
        for (std::size_t i = 0; i < piece.boxes.size(); ++i)
            whole.centres[piece.boxes[i]] = moved(piece.result.centres[i]);
        for (std::size_t i = 0; i < piece.arrows.size(); ++i) {
            whole.labelCentres[piece.arrows[i]] = moved(piece.result.labelCentres[i]);
            for (const Point &point : piece.result.routes[i])
                whole.routes[piece.arrows[i]].push_back(moved(point));
        }
        whole.width = std::max(whole.width, piece.corner.x + piece.result.width);
        whole.height = std::max(whole.height, piece.corner.y + piece.result.height);
    }
    return whole;
}

} // namespace drydock
