// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §16, R-STAGE-EXTRACT. BuildKit builds what two stages begin with only once as it is: what is won is that it is
// written once, so that a change cannot be forgotten in one of them.
#include "model/edits/line_style.h"
#include "model/refactor/naming.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/shared_stages.h"
#include "model/refactor/refactorings/stage_refactorings.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_insertion.h"
#include "model/refactor/stage_names.h"
#include "model/refactor/steps.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace drydock {
namespace {

/// Stages that begin alike, and with how many instructions.
struct AlikeStages {
    std::vector<StageIndex> stages;
    std::size_t count = 0;
};

/// In one text: finds stages that begin alike and parts them from what they share.
class StageExtraction {
public:
    explicit StageExtraction(const GestureContext &context)
        : m_context(context)
        , m_references(context)
    { }

    /// The first stages that have a RUN in common; none: empty.
    AlikeStages alike() const
    {
        const std::size_t count = m_context.syntax.stages.size();
        for (std::size_t i = 0; i < count; ++i) {
            AlikeStages found {{{i}}, lengthOf(m_context.syntax, {i})};
            for (std::size_t j = i + 1; j < count; ++j) {
                const std::size_t shared = sharedBeginning(m_context, m_references, {i}, {j});
                if (!hasRun({i}, shared))
                    continue;
                found.stages.push_back({j});
                found.count = std::min(found.count, shared);
            }
            if (found.stages.size() > 1)
                return found;
        }
        return {};
    }

    /// \param name gets what the others are based on afterwards.
    Result<Plan> plan(const AlikeStages &alike, std::string &name) const
    {
        const StageIndex first = alike.stages.front();
        const std::string &own = m_context.graph.nodes[first.value].name;
        const bool isReady
            = !own.empty() && lengthOf(m_context.syntax, first) == alike.count && isSeen(own, alike.stages);
        name = isReady ? own : freeNameLike(m_context, m_references, "base", first.value);
        std::vector<StageIndex> children = alike.stages;
        if (isReady)
            children.erase(children.begin());
        Result<EditSet> edits = together(shortened(alike, children, name));
        if (!edits)
            return tl::unexpected(edits.error());
        Plan plan;
        const std::vector<std::size_t> replaced = edgesInto(children, alike.count);
        if (isReady) {
            plan.edits = std::move(*edits);
            if (Result<void> fine = checkArrows(plan.edits, replaced, children.size()); !fine)
                return tl::unexpected(fine.error());
            return plan;
        }
        auto inserted = insertStages(m_context, m_references, first.value, {block(alike, name)},
                                     std::move(*edits), replaced, children.size());
        if (!inserted)
            return tl::unexpected(inserted.error());
        plan.edits = std::move(inserted->edits);
        plan.notice = std::move(inserted->notice);
        return plan;
    }

private:
    bool hasRun(StageIndex stage, std::size_t count) const
    {
        const std::size_t begin = m_context.syntax.stages[stage.value].from.value + 1;
        return std::ranges::any_of(std::span(m_context.syntax.instructions).subspan(begin, count),
                                   [](const Instruction &each) { return each.keyword == Keyword::Run; });
    }

    /// Whether a FROM of each means the first of them by `name`.
    bool isSeen(const std::string &name, const std::vector<StageIndex> &stages) const
    {
        const std::string word = spelledFor(ReferenceKind::From, name);
        return std::ranges::all_of(stages, [&](StageIndex stage) {
            return stage == stages.front()
                || stageSeenByFrom(m_references.resolution(), word, stage) == stages.front();
        });
    }

    /// From behind FROM to the last instruction that is shared.
    TextRange beginning(StageIndex stage, std::size_t count) const
    {
        const Syntax &syntax = m_context.syntax;
        const std::size_t from = syntax.stages[stage.value].from.value;
        return {syntax.instructions[from].range.end, syntax.instructions[from + count].range.end};
    }

    std::string block(const AlikeStages &alike, const std::string &name) const
    {
        const Syntax &syntax = m_context.syntax;
        const StageIndex first = alike.stages.front();
        return fromLine(syntax, syntax.textOf(baseWordsOf(syntax, first)), name)
            + std::string(syntax.textOf(beginning(first, alike.count)));
    }

    std::vector<TextEdit> shortened(const AlikeStages &alike, const std::vector<StageIndex> &children,
                                    const std::string &name) const
    {
        const Syntax &syntax = m_context.syntax;
        std::vector<TextEdit> edits;
        const TextRange model = beginning(alike.stages.front(), alike.count);
        for (const StageIndex stage : children) {
            edits.push_back({baseWordsOf(syntax, stage), spelledFor(ReferenceKind::From, name)});
            const TextRange own = beginning(stage, alike.count);
            if (syntax.textOf(own) == syntax.textOf(model)) {
                edits.push_back({own, {}});
                continue;
            }
            // Comments of its own stay.
            std::vector<InstructionIndex> instructions;
            for (std::size_t i = 1; i <= alike.count; ++i)
                instructions.push_back({syntax.stages[stage.value].from.value + i});
            for (const TextRange &lines : linesToRemove(syntax, std::move(instructions)))
                edits.push_back({lines, {}});
        }
        return edits;
    }

    /// What leads into the lines that move.
    std::vector<std::size_t> edgesInto(const std::vector<StageIndex> &stages, std::size_t count) const
    {
        std::vector<std::size_t> edges;
        for (std::size_t i = 0; i < m_context.graph.edges.size(); ++i) {
            const GraphEdge &edge = m_context.graph.edges[i];
            for (const StageIndex stage : stages) {
                const std::size_t from = m_context.syntax.stages[stage.value].from.value;
                if (!edge.isInherited && edge.target.value == stage.value
                    && edge.instruction.value <= from + count)
                    edges.push_back(i);
            }
        }
        return edges;
    }

    Result<void> checkArrows(const EditSet &edits, std::span<const std::size_t> replaced,
                             std::size_t added) const
    {
        const Result<Outcome> outcome = outcomeOf(m_context, edits);
        if (!outcome)
            return tl::unexpected(outcome.error());
        std::vector<std::size_t> places(m_context.syntax.stages.size());
        std::iota(places.begin(), places.end(), std::size_t {0});
        if (!keepsArrows(m_context.graph, outcome->graph, places, replaced, added))
            return nameClash();
        return {};
    }

    const GestureContext m_context;
    const References m_references;
};

std::string listOf(const StageGraph &graph, const std::vector<StageIndex> &stages)
{
    std::string list;
    for (const StageIndex stage : stages)
        list.append(list.empty() ? "“" : ", “").append(graph.nodes[stage.value].label()).append("”");
    return list;
}

} // namespace

Proposal proposeExtractStage(const RefactorContext &context, const RefactorWish &)
{
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Share what stages begin with"), {}};
    proposal.explanation = {QT_TRANSLATE_NOOP("refactor",
                                              "Stages that begin with the same lines are built on one stage "
                                              "that has them: a change is made once."),
                            {}};
    // What an ONBUILD takes by number counts by another one.
    proposal.declared.insert(ContractPart::Triggers);
    Steps steps(context.gesture());
    std::vector<Proposal> reasons;
    UserText title;
    while (true) {
        const GestureContext now = steps.context();
        const StageExtraction extraction(now);
        const AlikeStages alike = extraction.alike();
        if (alike.stages.empty())
            break;
        std::string name;
        const std::string stages = listOf(now.graph, alike.stages);
        const Result<void> taken = steps.take(extraction.plan(alike, name));
        if (!taken) {
            reasons.push_back(blocked(taken.error().text));
            break;
        }
        if (title.source.empty())
            title = {QT_TRANSLATE_NOOP("refactor", "%1 are built on “%2”"), {stages, name}};
    }
    const EditSet edits = steps.edits();
    addPart(proposal, std::move(title), {edits.begin(), edits.end()});
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No two stages begin with the same lines and a RUN."), {}});
}

} // namespace drydock
