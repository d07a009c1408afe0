// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/insert_between.h"

#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/connect.h"
#include "model/refactor/gestures/delete_stage.h"
#include "model/refactor/gestures/move_stage.h"
#include "model/refactor/gestures/reconnect.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_insertion.h"
#include "model/refactor/stage_names.h"
#include "model/refactor/steps.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// The paths that a stage in between has to take over and hold at the same places.
Result<std::vector<CopyPaths>> pathsThrough(const GestureContext &context, const GraphEdge &edge)
{
    const Instruction &copy = context.syntax.at(edge.instruction);
    std::vector<std::string> words = argumentValues(context.syntax, copy);
    if (words.size() < 2 || !context.syntax.heredocsOf(copy).empty()
        || context.syntax.flagNamed(copy, "--parents"))
        return refusal(QT_TRANSLATE_NOOP("refactor", "What line %1 copies cannot go through another stage."),
                       {std::to_string(copy.firstLine)});
    words.pop_back();
    std::vector<CopyPaths> paths;
    for (const std::string &word : words) {
        if (word.find('$') != std::string::npos)
            return refusal(
                QT_TRANSLATE_NOOP("refactor", "“%1” holds a variable that another stage does not know."),
                {word});
        std::string place = word.starts_with('/') ? word : "/" + word;
        if (place.find_first_of("*?[") != std::string::npos)
            place.resize(place.rfind('/') + 1);
        const bool isThere
            = std::ranges::any_of(paths, [&](const CopyPaths &other) { return other.from == word; });
        if (!isThere)
            paths.push_back({word, place});
    }
    return paths;
}

Result<void> checkEdge(const GestureContext &context, const GraphEdge &edge)
{
    if (edge.isInherited)
        return broughtByOnbuild(context.syntax, edge.instruction);
    if (edge.isForward)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "“%1” comes below “%2”: move it above first."),
            {context.graph.nodes[edge.source.value].label(), context.graph.nodes[edge.target.value].label()});
    if (edge.kind != EdgeKind::From && edge.kind != EdgeKind::Copy)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "A stage can stand between a base or a copy and its stage only."));
    return {};
}

Plan planOf(const Steps &steps, const GestureContext &context, const GraphEdge &edge, StageIndex stage)
{
    Plan plan;
    plan.edits = steps.edits();
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Insert stage between"), {}};
    plan.explanation
        = {QT_TRANSLATE_NOOP("refactor", "What leads from “%1” to “%2” goes through a stage of its own."),
           {context.graph.nodes[edge.source.value].label(), context.graph.nodes[edge.target.value].label()}};
    plan.notice = steps.notice();
    const Stage &made = steps.context().syntax.stages[stage.value];
    plan.focus = made.name.isEmpty() ? made.image : made.name;
    plan.keepsImage = true;
    return plan;
}

/// The node of a later text that is `node` of the first one. \param stage its index there, if it is a stage.
NodeIndex nodeLike(const StageGraph &graph, const GraphNode &node, StageIndex stage)
{
    if (node.kind == NodeKind::Stage)
        return {stage.value};
    for (std::size_t i = graph.stageCount(); i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].kind == node.kind && graph.nodes[i].name == node.name)
            return {i};
    }
    return {};
}

/// Where an instruction stands in its stage: 0 is FROM.
std::size_t offsetInStage(const Syntax &syntax, InstructionIndex index)
{
    return index.value - syntax.stages[syntax.at(index).stage.value].from.value;
}

std::size_t copyEdgeAt(const GestureContext &context, StageIndex target, std::size_t offset)
{
    for (std::size_t i = 0; i < context.graph.edges.size(); ++i) {
        const GraphEdge &edge = context.graph.edges[i];
        if (edge.kind == EdgeKind::Copy && !edge.isInherited && edge.target.value == target.value
            && offsetInStage(context.syntax, edge.instruction) == offset)
            return i;
    }
    return context.graph.edges.size();
}

/// The stages that an arrow is led through, in the text that the steps have reached.
struct Route {
    StageIndex source; ///< None if it is no stage.
    StageIndex between;
    StageIndex target;
};

/// COPY a -> b becomes COPY a -> n, COPY n -> b.
Result<void> leadCopy(Steps &steps, const GestureContext &first, const GraphEdge &edge, const Route &route)
{
    const Result<std::vector<CopyPaths>> paths = pathsThrough(first, edge);
    if (!paths)
        return tl::unexpected(paths.error());
    const GraphNode &source = first.graph.nodes[edge.source.value];
    for (const CopyPaths &path : *paths) {
        const NodeIndex from = nodeLike(steps.context().graph, source, route.source);
        if (Result<void> fine = steps.take(connectStages(steps.context(), from, {route.between.value}, path));
            !fine)
            return fine;
    }
    const std::size_t copy
        = copyEdgeAt(steps.context(), route.target, offsetInStage(first.syntax, edge.instruction));
    return steps.take(reconnectSource(steps.context(), copy, {route.between.value}));
}

/// FROM a -> b becomes FROM a -> n, FROM n -> b.
Result<void> leadBase(Steps &steps, const GestureContext &first, const GraphEdge &edge, const Route &route)
{
    const NodeIndex from
        = nodeLike(steps.context().graph, first.graph.nodes[edge.source.value], route.source);
    const auto isBased = [&](const GraphEdge &other) {
        return other.kind == EdgeKind::From && other.source == from
            && other.target.value == route.between.value;
    };
    if (std::ranges::none_of(steps.context().graph.edges, isBased)) {
        if (Result<void> fine = steps.take(changeBase(steps.context(), route.between, from)); !fine)
            return fine;
    }
    return steps.take(changeBase(steps.context(), route.target, {route.between.value}));
}

/// `FROM base AS name` for a new stage above the target: its base as it is written there, --platform included, or
/// scratch to copy into.
std::string newFrom(const GestureContext &context, const GraphEdge &edge, const std::string &name)
{
    if (edge.kind == EdgeKind::Copy)
        return fromLine(context.syntax, "scratch", name);
    const Instruction &from = context.syntax.at(edge.instruction);
    std::string base = context.syntax.joined(from, context.syntax.stages[edge.target.value].image);
    if (const Flag *platform = context.syntax.flagNamed(from, "--platform"))
        base = context.syntax.joined(from, platform->range) + " " + base;
    return fromLine(context.syntax, base, name);
}

Plan insertionPlan(Inserted inserted)
{
    Plan plan;
    plan.edits = std::move(inserted.edits);
    plan.notice = std::move(inserted.notice);
    return plan;
}

} // namespace

Result<Plan> insertBetween(const GestureContext &context, std::size_t index)
{
    const GraphEdge &edge = context.graph.edges[index];
    if (Result<void> fine = checkEdge(context, edge); !fine)
        return tl::unexpected(fine.error());
    const StageIndex target {edge.target.value};
    const References references(context);
    const std::string name = numberedName(context, references, target.value);
    Steps steps(context);
    if (Result<void> fine
        = steps.take(insertStages(context, references, target.value, {newFrom(context, edge, name)}, {}, {})
                         .map(insertionPlan));
        !fine)
        return tl::unexpected(fine.error());
    Route route {{}, target, {target.value + 1}};
    if (context.graph.nodes[edge.source.value].kind == NodeKind::Stage)
        route.source = {edge.source.value};
    const Result<void> led = edge.kind == EdgeKind::From
        ? steps.take(changeBase(steps.context(), route.target, {route.between.value}))
        : leadCopy(steps, context, edge, route);
    if (!led)
        return tl::unexpected(led.error());
    return planOf(steps, context, edge, route.between);
}

Result<Plan> insertStageBetween(const GestureContext &context, std::size_t index, StageIndex stage)
{
    const GraphEdge &edge = context.graph.edges[index];
    if (Result<void> fine = checkEdge(context, edge); !fine)
        return tl::unexpected(fine.error());
    const bool isStage = context.graph.nodes[edge.source.value].kind == NodeKind::Stage;
    Route route {isStage ? StageIndex {edge.source.value} : StageIndex {}, stage, {edge.target.value}};
    const std::string label = context.graph.nodes[stage.value].label();
    if (stage == route.target || stage == route.source)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is an end of the arrow already."), {label});
    if (!dependantsOf(context.graph, stage).empty())
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "“%1” is in use: only a stage that nobody needs fits in."),
            {label});

    Steps steps(context);
    const bool isBetween = stage < route.target && (!isStage || stage > route.source);
    if (!isBetween) {
        const bool isAbove = stage < route.target;
        route.between = {isAbove ? route.target.value - 1 : route.target.value};
        route.target = {route.between.value + 1};
        if (isStage && stage < route.source)
            --route.source.value;
        if (Result<void> fine = steps.take(moveStage(context, stage, route.between.value)); !fine)
            return tl::unexpected(fine.error());
    }
    const Result<void> led = edge.kind == EdgeKind::From ? leadBase(steps, context, edge, route)
                                                         : leadCopy(steps, context, edge, route);
    if (!led)
        return tl::unexpected(led.error());
    return planOf(steps, context, edge, route.between);
}

} // namespace drydock
