// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_picture.h"

#include "model/syntax/values.h"

#include <algorithm>
#include <tuple>

namespace drydock::ui {
namespace {

constexpr std::size_t rowsUpTo = 8; ///< Stages; more of them get collapsed cards.
constexpr std::size_t labelsUpTo = 12; ///< Stages.
constexpr std::size_t sharedUpTo
    = 6; ///< Arrows out of an image, where images may be drawn once for each use.

/// The target and the stages it is built on: what arrives there is in the final image.
std::vector<bool> finalChain(const StageGraph &graph)
{
    std::vector<bool> isInside(graph.nodes.size(), false);
    std::vector<std::size_t> open;
    if (graph.target.isValid() && graph.target.value < graph.nodes.size())
        open.push_back(graph.target.value);
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        if (isInside[node] || graph.nodes[node].kind != NodeKind::Stage)
            continue;
        isInside[node] = true;
        for (const std::size_t edge : graph.edgesInto({node})) {
            if (graph.edges[edge].kind == EdgeKind::From)
                open.push_back(graph.edges[edge].source.value);
        }
    }
    return isInside;
}

/// COPY and ADD of files of the build context.
bool readsContext(const Syntax &syntax, const Instruction &instruction)
{
    if (instruction.keyword != Keyword::Copy && instruction.keyword != Keyword::Add)
        return false;
    if (syntax.flagNamed(instruction, "--from"))
        return false;
    const auto arguments = argumentValues(syntax, instruction);
    if (arguments.size() < 2)
        return false;
    return std::any_of(arguments.begin(), arguments.end() - 1, [](const std::string &source) {
        return !source.starts_with("<<") && source.find("://") == std::string::npos
            && !source.starts_with("git@");
    });
}

class PictureMaker {
public:
    PictureMaker(const Analysis &analysis, const PictureOptions &options, PictureDetail detail,
                 const GraphFonts &fonts, const TextMarks *marks)
        : m_analysis(analysis)
        , m_marks(marks && marks->analysis.get() == &analysis ? marks : nullptr)
        , m_graph(analysis.graph)
        , m_options(options)
        , m_fonts(fonts)
        , m_isFinal(finalChain(analysis.graph))
    {
        m_picture.detail = detail;
        m_picture.stageCount = m_graph.stageCount();
    }

    GraphPicture make()
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            addNode({i});
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i)
            addEdge(i);
        if (m_options.hasContext)
            addContext();
        for (EdgeBundle &bundle : m_picture.edges)
            describe(bundle, m_analysis);
        return std::move(m_picture);
    }

private:
    bool isShown(NodeIndex node) const
    {
        return m_options.scope == PictureScope::All || m_graph.nodes[node.value].isReachable;
    }

    void addNode(NodeIndex index)
    {
        const GraphNode &node = m_graph.nodes[index.value];
        m_picture.imageCount += std::size_t(node.kind == NodeKind::Image && node.pin != ImagePin::Scratch);
        m_picture.hiddenStages += std::size_t(node.kind == NodeKind::Stage && !isShown(index));
        if (!isShown(index))
            return;
        if (node.kind == NodeKind::Stage) {
            const auto chosen = m_options.isExpanded.find(index.value);
            const bool isExpanded = chosen != m_options.isExpanded.end()
                ? chosen->second
                : m_picture.detail == PictureDetail::Rows;
            const StageCard card = makeStageCard(
                m_analysis, index, isExpanded ? CardForm::Expanded : CardForm::Collapsed, m_marks);
            add({index, {}}, card);
            return;
        }
        const ImageCard card = makeImageCard(m_analysis, index, m_marks);
        const std::vector<std::size_t> uses = m_graph.edgesOutOf(index);
        if (!m_options.isImagePerUse || node.kind != NodeKind::Image || uses.size() <= sharedUpTo) {
            add({index, {}}, card);
            return;
        }
        for (const std::size_t use : uses) {
            const NodeIndex user = m_graph.edges[use].target;
            if (isShown(user) && !m_boxOf.contains({index, user}))
                add({index, user}, card);
        }
    }

    template <typename Card>
    void add(BoxKey key, const Card &card)
    {
        m_boxOf[key] = m_picture.nodes.size();
        m_picture.nodes.push_back({key, card, CardGeometry::of(card, m_fonts)});
    }

    void addEdge(std::size_t index)
    {
        const GraphEdge &edge = m_graph.edges[index];
        if (!isShown(edge.source) || !isShown(edge.target))
            return;
        EdgeBundle &bundle = bundleFor(edge.kind, edge.source, edge.target);
        bundle.edges.push_back(index);
        bundle.instructions.push_back(edge.instruction);
    }

    EdgeBundle &bundleFor(EdgeKind kind, NodeIndex source, NodeIndex target)
    {
        const auto [found, isNew] = m_bundleOf.try_emplace({kind, source, target}, m_picture.edges.size());
        if (!isNew)
            return m_picture.edges[found->second];
        EdgeBundle bundle;
        bundle.kind = kind;
        bundle.source = source;
        bundle.target = target;
        const auto copy = m_boxOf.find({source, target});
        bundle.sourceBox = copy != m_boxOf.end() ? copy->second : m_boxOf.at({source, {}});
        bundle.targetBox = m_boxOf.at({target, {}});
        bundle.startsAtPort = source.isValid() && m_graph.nodes[source.value].kind == NodeKind::Stage;
        bundle.isOnFinalPath = m_isFinal[target.value] && kind != EdgeKind::Mount;
        bundle.isUnused = !m_graph.nodes[target.value].isReachable;
        m_picture.edges.push_back(std::move(bundle));
        return m_picture.edges.back();
    }

    void addContext()
    {
        const Syntax &syntax = m_analysis.syntax;
        for (std::size_t i = 0; i < syntax.stages.size(); ++i) {
            if (!isShown({i}))
                continue;
            const Stage &stage = syntax.stages[i];
            for (std::size_t j = stage.from.value + 1; j <= stage.last.value; ++j) {
                if (!readsContext(syntax, syntax.instructions[j]))
                    continue;
                if (!m_boxOf.contains({}))
                    add({}, makeContextCard());
                bundleFor(EdgeKind::Copy, {}, {i}).instructions.push_back({j});
            }
        }
    }

    const Analysis &m_analysis;
    const TextMarks *m_marks;
    const StageGraph &m_graph;
    const PictureOptions &m_options;
    const GraphFonts &m_fonts;
    std::vector<bool> m_isFinal;
    std::map<BoxKey, std::size_t> m_boxOf;
    std::map<std::tuple<EdgeKind, NodeIndex, NodeIndex>, std::size_t> m_bundleOf;
    GraphPicture m_picture;
};

} // namespace

PictureDetail GraphPicture::mostDetail(const Analysis &analysis, PictureScope scope)
{
    std::size_t stages = 0;
    for (const GraphNode &node : analysis.graph.nodes)
        stages
            += std::size_t(node.kind == NodeKind::Stage && (scope == PictureScope::All || node.isReachable));
    return stages <= rowsUpTo  ? PictureDetail::Rows
        : stages <= labelsUpTo ? PictureDetail::Labels
                               : PictureDetail::Plain;
}

GraphPicture GraphPicture::of(const Analysis &analysis, const PictureOptions &options, PictureDetail detail,
                              const GraphFonts &fonts, const TextMarks *marks)
{
    return PictureMaker(analysis, options, detail, fonts, marks).make();
}

LayoutInput GraphPicture::layoutInput(const GraphFonts &fonts, LayoutDirection direction) const
{
    LayoutInput input;
    input.direction = direction;
    for (const PictureNode &node : nodes) {
        const bool isImage = std::holds_alternative<ImageCard>(node.card); // Only stages have an out port.
        input.boxes.push_back({node.geometry.frame.width(), node.geometry.frame.height(), isImage});
    }
    for (const EdgeBundle &edge : edges) {
        LayoutArrow arrow {edge.sourceBox, edge.targetBox, 0, 0};
        if (detail != PictureDetail::Plain) {
            const QSizeF size = labelSize(edge, fonts);
            arrow.labelWidth = size.width();
            arrow.labelHeight = size.height();
        }
        input.arrows.push_back(arrow);
    }
    return input;
}

} // namespace drydock::ui
