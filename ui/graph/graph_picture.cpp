// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace drydock::ui {
namespace {

constexpr std::size_t rowsUpTo = 8; ///< Stages; more of them get compact cards.
constexpr std::size_t labelsUpTo = 12; ///< Stages.
constexpr qreal widestLabel = 260;

QString words(const char *text)
{
    return QCoreApplication::translate("graph", text);
}

QString fromBytes(const std::string &bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).simplified();
}

/// "…/app": the end says most.
QString shortened(const QString &path)
{
    constexpr qsizetype longest = 15;
    if (path.size() <= longest)
        return path;
    const bool isFolder = path.endsWith(u'/');
    const QString end = QStringLiteral("…/") + lastPart(path) + (isFolder ? QStringLiteral("/") : QString());
    return end.size() <= longest ? end : u'…' + end.right(longest - 1);
}

/// What an arrow brings: "/app → /usr/bin/app".
QString pathsOf(const GraphEdge &edge, bool isShort)
{
    const auto path
        = [&](const std::string &bytes) { return isShort ? shortened(fromBytes(bytes)) : fromBytes(bytes); };
    switch (edge.kind) {
    case EdgeKind::Copy:
        if (!edge.sourcePath.empty() && !edge.targetPath.empty())
            return path(edge.sourcePath) + QStringLiteral(" → ") + path(edge.targetPath);
        return path(edge.sourcePath.empty() ? edge.targetPath : edge.sourcePath);
    case EdgeKind::Mount:
    case EdgeKind::Add:
        return path(edge.targetPath);
    case EdgeKind::From:
        break;
    }
    return {};
}

QString verbOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return words(QT_TRANSLATE_NOOP("graph", "is the base of %1"));
    case EdgeKind::Copy:
        return words(QT_TRANSLATE_NOOP("graph", "is copied into %1"));
    case EdgeKind::Mount:
        return words(QT_TRANSLATE_NOOP("graph", "is mounted in %1"));
    case EdgeKind::Add:
        break;
    }
    return words(QT_TRANSLATE_NOOP("graph", "is added to %1"));
}

void describe(EdgeBundle &bundle, const StageGraph &graph)
{
    const GraphEdge &first = graph.edges[bundle.edges.front()];
    const GraphNode &source = graph.nodes[bundle.source.value];
    const QString from = fromBytes(source.label());
    const QString into = fromBytes(graph.nodes[bundle.target.value].label());
    const bool isCircle = std::any_of(bundle.edges.begin(), bundle.edges.end(),
                                      [&](std::size_t edge) { return graph.edges[edge].isInCycle; });
    bundle.isError = isCircle || source.kind == NodeKind::Missing;

    if (isCircle)
        bundle.label = words(QT_TRANSLATE_NOOP("graph", "✕ circular"));
    else if (bundle.isError)
        bundle.label = words(QT_TRANSLATE_NOOP("graph", "✕ no such stage"));
    else
        bundle.label = pathsOf(first, true);
    if (bundle.edges.size() > 1 && !bundle.isError) {
        const QString times = QStringLiteral("×%1").arg(bundle.edges.size());
        bundle.label = bundle.label.isEmpty() ? times : times + QStringLiteral(" · ") + bundle.label;
    }

    bundle.accessibleName = from + u' ' + verbOf(bundle.kind).arg(into);
    QStringList tips {bundle.accessibleName};
    for (const std::size_t edge : bundle.edges) {
        QString line = pathsOf(graph.edges[edge], false);
        if (graph.edges[edge].isForward)
            line += words(QT_TRANSLATE_NOOP("graph", " (a later stage)"));
        if (graph.edges[edge].isInherited)
            line += words(QT_TRANSLATE_NOOP("graph", " (from ONBUILD of its base)"));
        if (!line.trimmed().isEmpty())
            tips << line.trimmed();
    }
    if (bundle.isError)
        tips << bundle.label;
    if (tips.size() > 1 && !bundle.isError)
        bundle.accessibleName += QStringLiteral(": ") + QStringList(tips.mid(1)).join(QStringLiteral(", "));
    else if (bundle.isError)
        bundle.accessibleName += QStringLiteral(", ") + bundle.label;
    bundle.toolTip = tips.join(u'\n');
}

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

GraphPicture GraphPicture::of(const Analysis &analysis, PictureScope scope, PictureDetail detail,
                              const GraphFonts &fonts)
{
    const StageGraph &graph = analysis.graph;
    GraphPicture picture;
    picture.detail = detail;
    picture.stageCount = graph.stageCount();
    std::vector<bool> isShown(graph.nodes.size(), true);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const GraphNode &node = graph.nodes[i];
        picture.imageCount += std::size_t(node.kind == NodeKind::Image && node.pin != ImagePin::Scratch);
        isShown[i] = scope == PictureScope::All || node.isReachable;
        if (node.kind != NodeKind::Stage)
            continue;
        picture.hiddenStages += std::size_t(!isShown[i]);
    }

    const CardDensity density = detail == PictureDetail::Rows ? CardDensity::WithRows : CardDensity::Compact;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (!isShown[i])
            continue;
        PictureNode node {{i}, {}, {}};
        if (graph.nodes[i].kind == NodeKind::Stage) {
            StageCard card = makeStageCard(analysis, {i}, density);
            node.geometry = CardGeometry::of(card, fonts);
            node.card = std::move(card);
        } else {
            ImageCard card = makeImageCard(analysis, {i});
            node.geometry = CardGeometry::of(card, fonts);
            node.card = std::move(card);
        }
        picture.nodes.push_back(std::move(node));
    }

    const std::vector<bool> isFinal = finalChain(graph);
    std::map<std::tuple<EdgeKind, std::size_t, std::size_t>, std::size_t> bundleOf;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const GraphEdge &edge = graph.edges[i];
        if (!isShown[edge.source.value] || !isShown[edge.target.value])
            continue;
        const auto [found, isNew]
            = bundleOf.try_emplace({edge.kind, edge.source.value, edge.target.value}, picture.edges.size());
        if (isNew) {
            EdgeBundle bundle;
            bundle.kind = edge.kind;
            bundle.source = edge.source;
            bundle.target = edge.target;
            bundle.startsAtPort = graph.nodes[edge.source.value].kind == NodeKind::Stage;
            bundle.isOnFinalPath = isFinal[edge.target.value] && edge.kind != EdgeKind::Mount;
            bundle.isUnused = !graph.nodes[edge.target.value].isReachable;
            picture.edges.push_back(std::move(bundle));
        }
        picture.edges[found->second].edges.push_back(i);
    }
    for (EdgeBundle &bundle : picture.edges)
        describe(bundle, graph);
    return picture;
}

LayoutInput GraphPicture::layoutInput(const GraphFonts &fonts, LayoutDirection direction) const
{
    LayoutInput input;
    input.direction = direction;
    std::map<std::size_t, std::size_t> boxOf;
    for (const PictureNode &node : nodes) {
        boxOf[node.node.value] = input.boxes.size();
        input.boxes.push_back({node.geometry.frame.width(), node.geometry.frame.height()});
    }
    for (const EdgeBundle &edge : edges) {
        LayoutArrow arrow {boxOf.at(edge.source.value), boxOf.at(edge.target.value), 0, 0};
        if (detail != PictureDetail::Plain) {
            const QSizeF size = labelSize(edge, fonts);
            arrow.labelWidth = size.width();
            arrow.labelHeight = size.height();
        }
        input.arrows.push_back(arrow);
    }
    return input;
}

QSizeF labelSize(const EdgeBundle &bundle, const GraphFonts &fonts)
{
    if (bundle.label.isEmpty())
        return {0, 0};
    const QFontMetricsF metrics(fonts.mono);
    return {std::min(widestLabel, std::ceil(metrics.horizontalAdvance(bundle.label)) + 18),
            std::ceil(metrics.height()) + 6};
}

} // namespace drydock::ui
