// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_sentences.h"

#include "model/graph/graph_diff.h"
#include "ui/graph/stage_card.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <tuple>
#include <vector>

namespace drydock::ui {
namespace {

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("graph", text, nullptr, count);
}

QString fromBytes(const std::string &bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).simplified();
}

/// "golang 1.22": a colon is read aloud or swallowed, neither helps.
QString spokenImage(const QString &name)
{
    const qsizetype colon = name.lastIndexOf(u':');
    return colon > 0 && name.indexOf(u'/', colon) < 0 ? QString(name).replace(colon, 1, u' ') : name;
}

QString spokenPin(ImagePin pin)
{
    switch (pin) {
    case ImagePin::Digest:
        return words(QT_TRANSLATE_NOOP("graph", "pinned by digest"));
    case ImagePin::Tag:
        return words(QT_TRANSLATE_NOOP("graph", "floating tag"));
    case ImagePin::Latest:
        return words(QT_TRANSLATE_NOOP("graph", "latest tag"));
    case ImagePin::None:
        return words(QT_TRANSLATE_NOOP("graph", "no tag"));
    case ImagePin::Variable:
        return words(QT_TRANSLATE_NOOP("graph", "depends on a variable"));
    case ImagePin::Scratch:
        break;
    }
    return {};
}

QString use(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return words(QT_TRANSLATE_NOOP("graph", "base of %1"));
    case EdgeKind::Copy:
        return words(QT_TRANSLATE_NOOP("graph", "copied into %1"));
    case EdgeKind::Mount:
        return words(QT_TRANSLATE_NOOP("graph", "mounted in %1"));
    case EdgeKind::Add:
        break;
    }
    return words(QT_TRANSLATE_NOOP("graph", "added to %1"));
}

QString countOf(int count, const char *one, const char *many)
{
    return count == 1 ? words(one) : words(many, count);
}

void describeStage(QStringList &parts, const Analysis &analysis, NodeIndex node, const TextMarks *marks)
{
    const StageCard card = makeStageCard(analysis, node, CardForm::Collapsed, marks);
    // An unnamed one is called "stage 2" already.
    const bool isNamed = !analysis.graph.nodes[node.value].name.empty();
    parts << words(QT_TRANSLATE_NOOP("graph", "Stage %1"))
                 .arg(isNamed ? card.title : QString::number(node.value))
          << (card.isBroken ? card.base
                            : words(QT_TRANSLATE_NOOP("graph", "based on %1")).arg(spokenImage(card.base)))
          << spokenPin(card.pin) << card.details.split(QStringLiteral(" · ")) << card.marks.spoken;
    if (card.isTarget)
        parts << words(QT_TRANSLATE_NOOP("graph", "final stage"));
    if (card.isUnused)
        parts << words(QT_TRANSLATE_NOOP("graph", "unused"));
    if (card.isUnknowable)
        parts << words(QT_TRANSLATE_NOOP("graph", "partly unknown"));
}

void describeOther(QStringList &parts, const Analysis &analysis, NodeIndex node, const TextMarks *marks)
{
    const ImageCard card = makeImageCard(analysis, node, marks);
    switch (card.kind) {
    case NodeKind::Image:
        parts << words(QT_TRANSLATE_NOOP("graph", "Image %1")).arg(spokenImage(card.title))
              << spokenPin(card.pin);
        break;
    case NodeKind::Missing:
        parts << words(QT_TRANSLATE_NOOP("graph", "Missing stage %1"))
                     .arg(fromBytes(analysis.graph.nodes[node.value].name));
        break;
    default:
        parts << card.title;
    }
    // Of an image this is a variable, which was said, or a registry.
    if (card.pin != ImagePin::Variable)
        parts << card.subtitle.split(QStringLiteral(" · "));
}

/// An edge as a listener knows it again after an edit.
struct KnownEdge {
    EdgeKind kind;
    NodeIndex source; ///< In the new graph, or none.
    NodeIndex target;
    std::string image; ///< If the source is no stage: another image in the same place is news.
    std::string sourcePath;
    std::string targetPath;

    auto operator<=>(const KnownEdge &) const = default; // NOLINT(modernize-use-nullptr)
};

QString added(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return words(QT_TRANSLATE_NOOP("graph", "Base %1 set at line %2"));
    case EdgeKind::Copy:
        return words(QT_TRANSLATE_NOOP("graph", "Copy from %1 added at line %2"));
    case EdgeKind::Mount:
        return words(QT_TRANSLATE_NOOP("graph", "Mount of %1 added at line %2"));
    case EdgeKind::Add:
        break;
    }
    return words(QT_TRANSLATE_NOOP("graph", "Download of %1 added at line %2"));
}

QString removed(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return {}; // The new base, or the stage that is gone, is worth the sentence.
    case EdgeKind::Copy:
        return words(QT_TRANSLATE_NOOP("graph", "Copy from %1 removed from %2"));
    case EdgeKind::Mount:
        return words(QT_TRANSLATE_NOOP("graph", "Mount of %1 removed from %2"));
    case EdgeKind::Add:
        break;
    }
    return words(QT_TRANSLATE_NOOP("graph", "Download of %1 removed from %2"));
}

} // namespace

QString sentenceOf(const Analysis &analysis, NodeIndex node, const TextMarks *marks)
{
    if (marks && marks->analysis.get() != &analysis)
        marks = nullptr;
    const StageGraph &graph = analysis.graph;
    QStringList parts;
    const bool isStage = graph.nodes[node.value].kind == NodeKind::Stage;
    if (isStage)
        describeStage(parts, analysis, node, marks);
    else
        describeOther(parts, analysis, node, marks);
    QStringList uses;
    for (const std::size_t index : graph.edgesOutOf(node)) {
        const GraphEdge &edge = graph.edges[index];
        const QString text = use(edge.kind).arg(fromBytes(graph.nodes[edge.target.value].label()));
        if (!uses.contains(text))
            uses << text;
    }
    parts << uses;
    if (isStage) {
        const StageCard card = makeStageCard(analysis, node, CardForm::Collapsed);
        if (card.problemCount > 0)
            parts << countOf(card.problemCount, QT_TRANSLATE_NOOP("graph", "1 problem"),
                             QT_TRANSLATE_N_NOOP("graph", "%n problems"))
                  << card.problem;
        if (card.warningCount > 0)
            parts << countOf(card.warningCount, QT_TRANSLATE_NOOP("graph", "1 warning"),
                             QT_TRANSLATE_N_NOOP("graph", "%n warnings"));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString sentenceOf(const Change &change)
{
    const StageGraph &before = change.before->graph;
    const StageGraph &after = change.after->graph;
    const GraphDiff diff
        = diffGraphs(change.before->syntax, before, change.edits, change.after->syntax, after);
    const auto known
        = [](const StageGraph &graph, const GraphEdge &edge, NodeIndex source, NodeIndex target) {
              const GraphNode &from = graph.nodes[edge.source.value];
              return KnownEdge {edge.kind,       source,
                                target,          from.kind == NodeKind::Stage ? std::string() : from.name,
                                edge.sourcePath, edge.targetPath};
          };
    QStringList parts;
    for (std::size_t node = 0; node < after.nodes.size(); ++node) {
        if (after.nodes[node].kind != NodeKind::Stage)
            continue;
        const QString name = fromBytes(after.nodes[node].label());
        const NodeIndex old = diff.oldOf[node];
        const std::uint32_t line = change.after->syntax.at(change.after->syntax.stages[node].from).firstLine;
        if (!old.isValid())
            parts << words(QT_TRANSLATE_NOOP("graph", "Stage %1 added at line %2")).arg(name).arg(line);
        else if (!before.nodes[old.value].name.empty()
                 && before.nodes[old.value].name != after.nodes[node].name)
            parts << words(QT_TRANSLATE_NOOP("graph", "Stage %1 is now called %2"))
                         .arg(fromBytes(before.nodes[old.value].label()), name);
    }
    for (std::size_t node = 0; node < before.nodes.size(); ++node) {
        if (before.nodes[node].kind == NodeKind::Stage && !diff.newOf[node].isValid())
            parts << words(QT_TRANSLATE_NOOP("graph", "Stage %1 removed"))
                         .arg(fromBytes(before.nodes[node].label()));
    }
    std::vector<KnownEdge> old;
    for (const GraphEdge &edge : before.edges)
        old.push_back(known(before, edge, diff.newOf[edge.source.value], diff.newOf[edge.target.value]));
    std::vector<KnownEdge> present;
    for (const GraphEdge &edge : after.edges)
        present.push_back(known(after, edge, edge.source, edge.target));
    std::sort(old.begin(), old.end());
    for (std::size_t i = 0; i < after.edges.size(); ++i) {
        const GraphEdge &edge = after.edges[i];
        const bool isNewStage = !diff.oldOf[edge.target.value].isValid();
        if (isNewStage || std::binary_search(old.begin(), old.end(), present[i]))
            continue;
        parts << added(edge.kind)
                     .arg(fromBytes(after.nodes[edge.source.value].label()))
                     .arg(change.after->syntax.at(edge.instruction).firstLine);
    }
    std::sort(present.begin(), present.end());
    for (const GraphEdge &edge : before.edges) {
        const NodeIndex target = diff.newOf[edge.target.value];
        const KnownEdge mine = known(before, edge, diff.newOf[edge.source.value], target);
        if (!target.isValid() || std::binary_search(present.begin(), present.end(), mine)
            || edge.kind == EdgeKind::From)
            continue;
        parts << removed(edge.kind).arg(fromBytes(before.nodes[edge.source.value].label()),
                                        fromBytes(after.nodes[target.value].label()));
    }
    return parts.join(QStringLiteral(". "));
}

} // namespace drydock::ui
