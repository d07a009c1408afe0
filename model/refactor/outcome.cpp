// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/outcome.h"

#include "model/syntax/instruction_check.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace drydock {
namespace {

constexpr std::size_t none = StageIndex::none;

/// The arrows of `graph` that are left, with the stages numbered as in another text; sorted.
std::vector<Arrow> arrowsOf(const StageGraph &graph, std::span<const std::size_t> places,
                            std::span<const std::size_t> dropped)
{
    std::vector<Arrow> arrows;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const GraphEdge &edge = graph.edges[i];
        if (edge.isInherited || places[edge.target.value] == none
            || std::ranges::find(dropped, i) != dropped.end())
            continue;
        arrows.push_back(arrowBetween(graph, edge.kind, edge.source, edge.target, places));
    }
    std::ranges::sort(arrows);
    return arrows;
}

std::vector<Arrow> arrowsOf(const StageGraph &graph)
{
    std::vector<std::size_t> places(graph.stageCount());
    std::iota(places.begin(), places.end(), std::size_t {0});
    return arrowsOf(graph, places, {});
}

/// A comment that comes to stand at the top may be read as a directive, and the other way round.
Result<void> keepsDirectives(const Syntax &before, const Syntax &after, const EditSet &edits)
{
    const auto isSame = [&](const Directive &a, const Directive &b) {
        if (before.textOf(a.range) == after.textOf(b.range))
            return true;
        // Another value, and on purpose.
        return before.textOf(a.name) == after.textOf(b.name)
            && std::ranges::any_of(edits, [&](const TextEdit &edit) { return a.value.contains(edit.range); });
    };
    if (!std::ranges::equal(before.directives, after.directives, isSame) || before.escape != after.escape)
        return refusal(
            QT_TRANSLATE_NOOP("refactor",
                              "A comment would come to stand at the top of the file, where it is read as a "
                              "parser directive, or a directive would no longer stand there."));
    return {};
}

/// What BuildKit says to its first two steps. Line numbers are left out: "… on line 4: …" is the same objection when it
/// stands on line 5.
std::vector<std::string> objectionsTo(const Syntax &syntax)
{
    std::vector<std::string> objections;
    for (const Problem &problem : syntax.problems)
        objections.push_back(problem.message);
    for (Problem &problem : checkInstructions(syntax))
        objections.push_back(std::move(problem.message));
    return objections;
}

std::string withoutNumbers(std::string objection)
{
    std::erase_if(objection, [](char c) { return c >= '0' && c <= '9'; });
    return objection;
}

Result<void> bringsNoObjection(const Syntax &before, const Syntax &after)
{
    const std::vector<std::string> now = objectionsTo(after);
    if (now.empty())
        return {};
    std::set<std::string> known;
    for (std::string &objection : objectionsTo(before))
        known.insert(withoutNumbers(std::move(objection)));
    for (const std::string &objection : now) {
        if (!known.contains(withoutNumbers(objection)))
            return tl::unexpected(Error {
                {QT_TRANSLATE_NOOP("refactor", "BuildKit would then refuse the file for a new reason."), {}},
                objection});
    }
    return {};
}

} // namespace

TextRange Outcome::nameOf(StageIndex index) const
{
    const Stage &stage = syntax.stages[index.value];
    return stage.name.isEmpty() ? stage.image : stage.name;
}

Result<Outcome> outcomeOf(const GestureContext &context, const EditSet &edits)
{
    Outcome outcome;
    outcome.syntax = parse(SourceText(edits.applyTo(context.syntax.text.bytes())));
    if (Result<void> fine = keepsDirectives(context.syntax, outcome.syntax, edits); !fine)
        return tl::unexpected(fine.error());
    if (Result<void> fine = bringsNoObjection(context.syntax, outcome.syntax); !fine)
        return tl::unexpected(fine.error());
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

bool hasNewTrouble(const StageGraph &before, const StageGraph &after)
{
    const auto count = [](const StageGraph &graph) {
        return std::ranges::count_if(graph.edges, &GraphEdge::isInCycle)
            + std::ranges::count_if(graph.edges, &GraphEdge::isForward);
    };
    return count(after) > count(before);
}

Arrow arrowBetween(const StageGraph &graph, EdgeKind kind, NodeIndex source, NodeIndex target,
                   std::span<const std::size_t> places)
{
    const GraphNode &node = graph.nodes[source.value];
    const bool isStage = node.kind == NodeKind::Stage;
    // That a stage is meant is a guess from how the stages are called; BuildKit takes the name for an image all the same.
    const NodeKind sourceKind = node.suggestion.empty() ? node.kind : NodeKind::Image;
    return {kind, sourceKind, isStage ? places[source.value] : 0, isStage ? "" : node.name,
            places[target.value]};
}

bool changesArrows(const StageGraph &before, const StageGraph &after, std::span<const std::size_t> places,
                   std::span<const std::size_t> dropped, std::vector<Arrow> added)
{
    std::ranges::move(arrowsOf(before, places, dropped), std::back_inserter(added));
    std::ranges::sort(added);
    return added == arrowsOf(after);
}

bool keepsArrows(const StageGraph &before, const StageGraph &after, std::span<const std::size_t> places,
                 std::span<const std::size_t> dropped, std::size_t added)
{
    const std::vector<Arrow> kept = arrowsOf(before, places, dropped);
    const std::vector<Arrow> now = arrowsOf(after);
    return kept.size() + added == now.size() && std::ranges::includes(now, kept);
}

} // namespace drydock
