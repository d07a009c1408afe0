// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/delete_stage.h"

#include "model/refactor/outcome.h"
#include "model/refactor/references.h"
#include "model/refactor/refusals.h"
#include "model/refactor/removal.h"
#include "model/refactor/stage_order.h"

#include <algorithm>

namespace drydock {
namespace {

/// The block and the blank lines that part it from one neighbour.
TextRange rangeToRemove(const Syntax &syntax, StageIndex stage)
{
    const TextRange core = coreOf(syntax, stage);
    if (stage.value == 0)
        return {core.begin, coreOf(syntax, {1}).begin};
    return {coreOf(syntax, {stage.value - 1}).end, core.end};
}

/// What a reference of this kind has to say to mean the base of `stage`.
Result<std::string> baseToWrite(const GestureContext &context, const References &references, StageIndex stage,
                                const Reference &reference)
{
    const ResolvedBase &base = references.resolution().bases[stage.value];
    if (reference.kind == ReferenceKind::From)
        return base.written;
    const std::string line = std::to_string(context.syntax.at(reference.instruction).firstLine);
    if (base.written.find('$') != std::string::npos && !base.parent)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "Line %1 cannot take from “%2”: --from does not know variables."),
            {line, base.written});
    if (base.image.text == "scratch")
        return refusal(QT_TRANSLATE_NOOP("refactor", "Line %1 would take from “scratch”, which is empty."),
                       {line});
    return base.image.text;
}

class StageDeletion {
public:
    StageDeletion(const GestureContext &context, StageIndex stage)
        : m_context(context)
        , m_references(context)
        , m_removal(context)
        , m_stage(stage)
    { }

    Result<EditSet> edits(DependantsChoice choice)
    {
        for (const Reference *reference : m_references.to(m_stage)) {
            if (reference->user == m_stage)
                continue;
            if (Result<void> fine = release(*reference, choice); !fine)
                return tl::unexpected(fine.error());
        }
        Result<EditSet> set = m_removal.edits();
        for (const TextEdit &edit : m_edits) {
            if (set && !set->add(edit))
                return refusal(QT_TRANSLATE_NOOP("refactor", "Two changes touch the same place."));
        }
        if (!set)
            return set;
        renumber(m_references, places(), *set);
        return withoutBlock(*set);
    }

    /// For each stage its place afterwards.
    std::vector<std::size_t> places() const
    {
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < m_context.syntax.stages.size(); ++i)
            result.push_back(i < m_stage.value ? i : i == m_stage.value ? StageIndex::none : i - 1);
        return result;
    }

private:
    Result<void> release(const Reference &reference, DependantsChoice choice)
    {
        if (choice == DependantsChoice::RemoveLines && reference.kind != ReferenceKind::From) {
            if (reference.kind == ReferenceKind::CopyFrom)
                m_removal.dropInstruction(reference.instruction);
            else
                m_removal.dropMount(reference.instruction, reference.content);
            return {};
        }
        const Result<std::string> base = baseToWrite(m_context, m_references, m_stage, reference);
        if (!base)
            return tl::unexpected(base.error());
        const auto edit = replacementOf(reference, *base);
        if (!edit)
            return nameInPieces(m_context.syntax, reference.instruction);
        m_edits.push_back(*edit);
        return {};
    }

    /// What else would change inside of the block does not matter any more.
    EditSet withoutBlock(const EditSet &edits) const
    {
        const TextRange gone = rangeToRemove(m_context.syntax, m_stage);
        EditSet result;
        for (const TextEdit &edit : edits) {
            if (!gone.contains(edit.range))
                (void)result.add(edit);
        }
        (void)result.add({gone, {}});
        return result;
    }

    const GestureContext &m_context;
    References m_references;
    Removal m_removal;
    StageIndex m_stage;
    std::vector<TextEdit> m_edits;
};

/// The arrows that lead from the stage's base instead of from the stage.
std::vector<Arrow> inlinedArrows(const GestureContext &context, StageIndex stage,
                                 std::span<const std::size_t> dependants, DependantsChoice choice,
                                 std::span<const std::size_t> places)
{
    NodeIndex base;
    for (const GraphEdge &edge : context.graph.edges) {
        if (edge.kind == EdgeKind::From && edge.target.value == stage.value)
            base = edge.source;
    }
    std::vector<Arrow> arrows;
    for (const std::size_t index : dependants) {
        const GraphEdge &edge = context.graph.edges[index];
        const bool isInlined = choice == DependantsChoice::InlineBase || edge.kind == EdgeKind::From;
        if (base && isInlined && !edge.isInherited)
            arrows.push_back(arrowBetween(context.graph, edge.kind, base, edge.target, places));
    }
    return arrows;
}

} // namespace

std::vector<std::size_t> dependantsOf(const StageGraph &graph, StageIndex stage)
{
    std::vector<std::size_t> found;
    for (const std::size_t edge : graph.edgesOutOf({stage.value})) {
        if (graph.edges[edge].target.value != stage.value)
            found.push_back(edge);
    }
    return found;
}

Result<Plan> deleteStage(const GestureContext &context, StageIndex stage, DependantsChoice choice)
{
    const std::string label = context.graph.nodes[stage.value].label();
    if (context.syntax.stages.size() == 1)
        return refusal(QT_TRANSLATE_NOOP("refactor", "A Dockerfile needs a stage: “%1” is the only one."),
                       {label});
    const std::vector<std::size_t> dependants = dependantsOf(context.graph, stage);
    if (choice == DependantsChoice::Refuse && !dependants.empty())
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "“%1” is needed by “%2”."),
            {label, context.graph.nodes[context.graph.edges[dependants.front()].target.value].label()});
    StageDeletion deletion(context, stage);
    Result<EditSet> edits = deletion.edits(choice);
    if (!edits)
        return tl::unexpected(edits.error());
    const Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    const std::vector<std::size_t> places = deletion.places();
    if (!changesArrows(context.graph, outcome->graph, places, dependants,
                       inlinedArrows(context, stage, dependants, choice, places)))
        return nameClash();
    Plan plan;
    plan.edits = std::move(*edits);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Delete stage %1"), {label}};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "“%1” and its lines disappear."), {label}};
    plan.notice = targetNotice(context, outcome->graph, places);
    plan.keepsImage = dependants.empty() && plan.notice.source.empty();
    const std::size_t place = plan.edits.mapOffset(rangeToRemove(context.syntax, stage).begin);
    plan.focus = {place, place};
    return plan;
}

Result<Plan> deleteStages(const GestureContext &context, const std::vector<StageIndex> &stages)
{
    const std::size_t count = context.syntax.stages.size();
    std::vector<std::size_t> places(count);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i)
        places[i] = std::ranges::binary_search(stages, StageIndex {i}) ? StageIndex::none : kept++;
    EditSet inner;
    const References references(context);
    renumber(references, places, inner);
    std::vector<TextEdit> edits;
    for (std::size_t begin = 0, end = 0; begin < count; begin = end + 1) {
        end = begin;
        while (end < count && places[end] == StageIndex::none)
            ++end;
        if (end == begin)
            continue;
        // Of what parts the stages from their neighbours one piece goes.
        const TextRange gone = begin == 0
            ? TextRange {coreOf(context.syntax, {0}).begin, coreOf(context.syntax, {end}).begin}
            : TextRange {coreOf(context.syntax, {begin - 1}).end, coreOf(context.syntax, {end - 1}).end};
        edits.push_back({gone, {}});
    }
    for (const TextEdit &edit : inner) {
        const auto holds = [&](const TextEdit &gone) { return gone.range.contains(edit.range); };
        if (std::ranges::none_of(edits, holds))
            edits.push_back(edit);
    }
    Result<EditSet> all = together(edits);
    if (!all)
        return tl::unexpected(all.error());
    const Result<Outcome> outcome = outcomeOf(context, *all);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (!changesArrows(context.graph, outcome->graph, places, {}, {}))
        return nameClash();
    Plan plan;
    plan.edits = std::move(*all);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Delete stages"), {}};
    plan.notice = targetNotice(context, outcome->graph, places);
    plan.keepsImage = plan.notice.source.empty();
    return plan;
}

} // namespace drydock
