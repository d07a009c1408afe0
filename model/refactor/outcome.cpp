// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/outcome.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace drydock {
namespace {

constexpr std::size_t none = StageIndex::none;

/// Kind, source (a stage's new index or a name), target.
using Arrow = std::tuple<EdgeKind, NodeKind, std::size_t, std::string, std::size_t>;

Arrow arrowOf(const StageGraph &graph, const GraphEdge &edge, std::span<const std::size_t> places)
{
    const GraphNode &source = graph.nodes[edge.source.value];
    const bool isStage = source.kind == NodeKind::Stage;
    const auto place = [&](std::size_t stage) { return places.empty() ? stage : places[stage]; };
    return {edge.kind, source.kind, isStage ? place(edge.source.value) : 0, isStage ? "" : source.name,
            place(edge.target.value)};
}

} // namespace

TextRange Outcome::nameOf(StageIndex index) const
{
    const Stage &stage = syntax.stages[index.value];
    return stage.name.isEmpty() ? stage.image : stage.name;
}

Outcome outcomeOf(const GestureContext &context, const EditSet &edits)
{
    Outcome outcome;
    outcome.syntax = parse(SourceText(edits.applyTo(context.syntax.text.bytes())));
    outcome.graph = makeStageGraph(outcome.syntax, context.options);
    return outcome;
}

Result<EditSet> together(const std::vector<TextEdit> &edits)
{
    EditSet set;
    for (const TextEdit &edit : edits) {
        if (Result<void> added = set.add(edit); !added)
            return tl::unexpected(added.error());
    }
    return set;
}

UserText targetNotice(const GestureContext &context, const StageGraph &after,
                      std::span<const std::size_t> places)
{
    const StageIndex before = context.graph.target;
    if (!before || !after.target || places[before.value] == after.target.value)
        return {};
    return {QT_TRANSLATE_NOOP("refactor", "The default target becomes “%1”."),
            {after.nodes[after.target.value].label()}};
}

bool keepsArrows(const StageGraph &before, const StageGraph &after, std::span<const std::size_t> places,
                 std::span<const std::size_t> dropped, std::size_t added)
{
    std::map<Arrow, std::ptrdiff_t> arrows;
    std::size_t isNew = 0;
    for (const GraphEdge &edge : after.edges) {
        if (edge.isInherited)
            continue;
        ++arrows[arrowOf(after, edge, {})];
        ++isNew;
    }
    for (std::size_t i = 0; i < before.edges.size(); ++i) {
        const GraphEdge &edge = before.edges[i];
        if (edge.isInherited || places[edge.target.value] == none
            || std::ranges::find(dropped, i) != dropped.end())
            continue;
        if (--arrows[arrowOf(before, edge, places)] < 0)
            return false;
        --isNew;
    }
    return isNew == added;
}

} // namespace drydock
