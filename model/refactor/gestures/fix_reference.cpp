// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/fix_reference.h"

#include "model/refactor/gestures/reconnect.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_insertion.h"
#include "model/refactor/stage_names.h"
#include "model/refactor/steps.h"
#include "model/shell/words.h"

#include <algorithm>

namespace drydock {
namespace {

Result<void> checkMissing(const GestureContext &context, NodeIndex missing)
{
    const GraphNode &node = context.graph.nodes[missing.value];
    if (node.kind != NodeKind::Missing)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” needs no mending."), {node.label()});
    for (const GraphEdge &edge : context.graph.edges) {
        if (edge.source == missing && edge.isInherited)
            return broughtByOnbuild(context.syntax, edge.instruction);
    }
    return {};
}

/// The first edge that leads from the node of that name, or the number of edges.
std::size_t edgeFrom(const StageGraph &graph, const std::string &name)
{
    const auto leads = [&](const GraphEdge &edge) {
        const GraphNode &source = graph.nodes[edge.source.value];
        return source.kind == NodeKind::Missing && source.name == name;
    };
    return static_cast<std::size_t>(std::ranges::find_if(graph.edges, leads) - graph.edges.begin());
}

/// What FROM sees of a variable is set above the first FROM or by BuildKit itself.
Result<void> checkVariables(const References &references, const GestureContext &context,
                            const std::string &word)
{
    const ExpandedWord image = expandWord(word, references.resolution().globals, context.syntax.escape);
    if (!image.isFine() || image.text.empty())
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is no image name."), {word});
    if (!image.unmatched.empty())
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "“%1” is not set above the first FROM, where alone FROM sees it."),
            {*image.unmatched.begin()});
    return {};
}

} // namespace

Result<Plan> useSuggestedStage(const GestureContext &context, NodeIndex missing)
{
    if (Result<void> fine = checkMissing(context, missing); !fine)
        return tl::unexpected(fine.error());
    const GraphNode &node = context.graph.nodes[missing.value];
    if (node.suggestion.empty())
        return refusal(QT_TRANSLATE_NOOP("refactor", "No stage has a name like “%1”."), {node.name});
    Steps steps(context);
    TextRange focus;
    for (std::size_t edge = edgeFrom(context.graph, node.name); edge < steps.context().graph.edges.size();
         edge = edgeFrom(steps.context().graph, node.name)) {
        const StageIndex stage = References(steps.context()).resolution().stageNamed(node.suggestion);
        const Result<Plan> plan = reconnectSource(steps.context(), edge, {stage.value});
        if (Result<void> fine = steps.take(plan); !fine)
            return tl::unexpected(fine.error());
        if (focus == TextRange {})
            focus = plan->focus;
    }
    Plan plan;
    plan.edits = steps.edits();
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Use %1 instead of %2"), {node.suggestion, node.name}};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "“%2” becomes “%1”, a stage that exists."),
                        {node.suggestion, node.name}};
    plan.notice = steps.notice();
    plan.focus = focus;
    return plan;
}

Result<Plan> addStageForVariable(const GestureContext &context, NodeIndex missing)
{
    if (Result<void> fine = checkMissing(context, missing); !fine)
        return tl::unexpected(fine.error());
    const std::string word = context.graph.nodes[missing.value].name;
    if (word.find('$') == std::string::npos)
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” holds no variable."), {word});
    const References references(context);
    if (Result<void> fine = checkVariables(references, context, word); !fine)
        return tl::unexpected(fine.error());

    std::vector<std::size_t> replaced;
    std::size_t position = context.syntax.stages.size();
    for (std::size_t i = 0; i < context.graph.edges.size(); ++i) {
        if (context.graph.edges[i].source != missing)
            continue;
        replaced.push_back(i);
        position = std::min(position, context.graph.edges[i].target.value);
    }
    const ExpandedWord image = expandWord(word, references.resolution().globals, context.syntax.escape);
    const std::string name = nameFromImage(context, references, image.text, position);
    EditSet inner;
    for (const std::size_t edge : replaced) {
        const Reference *reference = references.causedAt(context.graph.edges[edge].cause);
        const auto edit = reference ? replacementOf(*reference, name) : std::nullopt;
        if (!edit || !inner.add(*edit))
            return nameInPieces(context.syntax, context.graph.edges[edge].instruction);
    }
    Result<Inserted> inserted
        = insertStages(context, references, position, {fromLine(context.syntax, word, name)},
                       std::move(inner), replaced, replaced.size());
    if (!inserted)
        return tl::unexpected(inserted.error());
    Plan plan;
    plan.edits = std::move(inserted->edits);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Make a stage of %1"), {word}};
    plan.explanation
        = {QT_TRANSLATE_NOOP("refactor", "FROM knows the variable in “%1”, --from does not."), {word}};
    plan.notice = std::move(inserted->notice);
    plan.focus = inserted->outcome.nameOf({position});
    return plan;
}

} // namespace drydock
