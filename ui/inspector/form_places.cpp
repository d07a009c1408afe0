// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject_form.h"

#include <QCoreApplication>

#include <algorithm>

// The lists of a form: what belongs to what.

namespace drydock::ui {
namespace {

constexpr std::size_t longestTitle = 100;

QString words(const char *text)
{
    return QCoreApplication::translate("inspector", text);
}

QString lineOf(const Analysis &analysis, std::size_t offset)
{
    return words(QT_TRANSLATE_NOOP("inspector", "line %1")).arg(analysis.text().lineAt(offset) + 1);
}

QString titleOf(const Analysis &analysis, TextRange range)
{
    const std::string_view text = analysis.syntax.textOf(range);
    return QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), longestTitle))).simplified();
}

/// By what an arrow is caused, in Docker's words.
QString verbOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return QStringLiteral("FROM");
    case EdgeKind::Copy:
        return QStringLiteral("COPY --from");
    case EdgeKind::Mount:
        return QStringLiteral("RUN --mount");
    case EdgeKind::Add:
        return QStringLiteral("ADD");
    }
    return {};
}

FormPlace placeOf(const Analysis &analysis, const GraphEdge &edge, NodeIndex other)
{
    const QString name = QString::fromStdString(analysis.graph.nodes[other.value].label());
    return {name,
            words(QT_TRANSLATE_NOOP("inspector", "%1, %2"))
                .arg(verbOf(edge.kind), lineOf(analysis, edge.cause.begin)),
            edge.cause};
}

FormPlace placeOf(const Analysis &analysis, NodeIndex node)
{
    const GraphNode &named = analysis.graph.nodes[node.value];
    return {QString::fromStdString(named.label()), lineOf(analysis, named.range.begin), named.range};
}

} // namespace

std::vector<FormPlaces> placesOfStage(const Analysis &analysis, StageIndex stage)
{
    const StageGraph &graph = analysis.graph;
    const NodeIndex node {stage.value};
    FormPlaces users {QStringLiteral("users"), words(QT_TRANSLATE_NOOP("inspector", "Used by")), {}};
    for (const std::size_t edge : graph.edgesOutOf(node))
        users.places.push_back(placeOf(analysis, graph.edges[edge], graph.edges[edge].target));
    FormPlaces uses {QStringLiteral("uses"), words(QT_TRANSLATE_NOOP("inspector", "Uses")), {}};
    for (const std::size_t edge : graph.edgesInto(node))
        uses.places.push_back(placeOf(analysis, graph.edges[edge], graph.edges[edge].source));
    FormPlaces instructions {
        QStringLiteral("instructions"), words(QT_TRANSLATE_NOOP("inspector", "Instructions")), {}};
    const Stage &block = analysis.syntax.stages[stage.value];
    for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
        const TextRange range = analysis.syntax.instructions[i].range;
        instructions.places.push_back({titleOf(analysis, range), lineOf(analysis, range.begin), range});
    }
    return {std::move(users), std::move(uses), std::move(instructions)};
}

std::vector<FormPlaces> placesOfEdge(const Analysis &analysis, std::size_t index)
{
    const GraphEdge &edge = analysis.graph.edges[index];
    FormPlaces ends {QStringLiteral("ends"), words(QT_TRANSLATE_NOOP("inspector", "From and to")), {}};
    for (const NodeIndex end : {edge.source, edge.target})
        if (analysis.graph.nodes[end.value].kind == NodeKind::Stage)
            ends.places.push_back(placeOf(analysis, end));
    const TextRange cause = analysis.syntax.at(edge.instruction).range;
    FormPlaces lines {QStringLiteral("cause"), words(QT_TRANSLATE_NOOP("inspector", "Instruction")), {}};
    lines.places.push_back({titleOf(analysis, cause), lineOf(analysis, cause.begin), cause});
    return {std::move(ends), std::move(lines)};
}

} // namespace drydock::ui
