// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §16, R-STAGE-INLINE: what a stage does is written where the only stage that is built on it begins.
#include "model/edits/line_style.h"
#include "model/refactor/gestures/delete_stage.h"
#include "model/refactor/refactorings/meant_stage.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/shared_stages.h"
#include "model/refactor/refactorings/stage_refactorings.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_order.h"
#include "model/refactor/steps.h"

#include <algorithm>
#include <numeric>

namespace drydock {
namespace {

const Instruction *firstOf(const LintContext &context, StageIndex stage, Keyword keyword)
{
    const auto instructions = context.instructionsOf(stage);
    const auto found = std::ranges::find(instructions, keyword, &Instruction::keyword);
    return found == instructions.end() ? nullptr : &*found;
}

class StageInlining {
public:
    StageInlining(const RefactorContext &context, const References &references, StageIndex stage)
        : m_context(context)
        , m_stage(stage)
    {
        const auto all = references.to(stage);
        for (const Reference *reference : all) {
            if (reference->kind == ReferenceKind::From && reference->user != stage)
                m_child = reference->user;
        }
        m_isOnlyBase = m_child && all.size() == 1;
    }

    /// Why it cannot be done.
    std::optional<Proposal> obstacle() const
    {
        const std::string label = m_context.graph().nodes[m_stage.value].label();
        const TextRange from = m_context.graph().nodes[m_stage.value].range;
        if (!m_isOnlyBase)
            return blocked({m_child ? QT_TRANSLATE_NOOP(
                                "refactor", "“%1” is used in more than one place: it has to stay.")
                                    : QT_TRANSLATE_NOOP("refactor", "No stage is built on “%1”."),
                            {label}},
                           from);
        if (m_context.graph().target == m_stage)
            return blocked({QT_TRANSLATE_NOOP("refactor", "“%1” is what is built."), {label}}, from);
        if (baseWordsOf(m_context.syntax(), m_stage).isEmpty()
            || baseWordsOf(m_context.syntax(), m_child).isEmpty())
            return blocked({QT_TRANSLATE_NOOP("refactor", "The FROM of “%1” is not understood."),
                            {m_context.graph().nodes[m_child.value].label()}},
                           m_context.graph().nodes[m_child.value].range);
        if (const Instruction *trigger = firstOf(m_context.lint, m_stage, Keyword::Onbuild))
            return blocked(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The ONBUILD of line %1 works for stages that are built on this "
                                   "one: write what it brings into “%2” first."),
                 {lineOf(*trigger), m_context.graph().nodes[m_child.value].label()}},
                trigger->range);
        return platformObstacle();
    }

    Result<Plan> pasted() const
    {
        const Syntax &syntax = m_context.syntax();
        const Stage &child = syntax.stages[m_child.value];
        const Stage &own = syntax.stages[m_stage.value];
        const TextRange core = coreOf(syntax, m_stage);
        std::string lines = endOfLineAt(syntax, syntax.at(child.from).range.begin);
        lines += syntax.textOf({core.begin, syntax.at(own.from).lines.begin});
        lines += linesBehindFrom();
        while (lines.ends_with('\n') || lines.ends_with('\r'))
            lines.pop_back();
        Plan plan;
        const std::size_t place = syntax.at(child.from).range.end;
        const TextRange base = baseWordsOf(syntax, m_child);
        const Result<EditSet> edits
            = together({{base, std::string(syntax.textOf(baseWordsOf(syntax, m_stage)))},
                        {{place, place}, std::move(lines)}});
        if (!edits)
            return tl::unexpected(edits.error());
        plan.edits = *edits;
        if (Result<void> fine = checkArrows(plan.edits); !fine)
            return tl::unexpected(fine.error());
        return plan;
    }

    StageIndex child() const { return m_child; }

private:
    std::optional<Proposal> platformObstacle() const
    {
        const Syntax &syntax = m_context.syntax();
        const Instruction &from = syntax.at(syntax.stages[m_child.value].from);
        const Flag *platform = syntax.flagNamed(from, "--platform");
        const Flag *own = syntax.flagNamed(syntax.at(syntax.stages[m_stage.value].from), "--platform");
        if (!platform || (own && syntax.textOf(own->value) == syntax.textOf(platform->value)))
            return std::nullopt;
        return blocked({QT_TRANSLATE_NOOP("refactor",
                                          "“%1” is built on it for another platform: write the same "
                                          "--platform into both, or none."),
                        {m_context.graph().nodes[m_child.value].label()}},
                       platform->range);
    }

    /// What the stage below says anew: its ENTRYPOINT forgets a CMD from above, too, and would keep one of the same stage
    /// (BuildKit: `convert.go`, dispatchEntrypoint).
    std::vector<InstructionIndex> overridden() const
    {
        const auto says
            = [&](Keyword keyword) { return firstOf(m_context.lint, m_child, keyword) != nullptr; };
        std::vector<InstructionIndex> result;
        for (const Instruction &each : m_context.lint.instructionsOf(m_stage)) {
            const bool isSaidAnew
                = (each.keyword == Keyword::Cmd && (says(Keyword::Cmd) || says(Keyword::Entrypoint)))
                || (each.keyword == Keyword::Entrypoint && says(Keyword::Entrypoint))
                || (each.keyword == Keyword::Healthcheck && says(Keyword::Healthcheck));
            if (isSaidAnew)
                result.push_back(m_context.lint.indexOf(each));
        }
        return result;
    }

    /// The lines behind FROM, without what is overridden.
    std::string linesBehindFrom() const
    {
        const Syntax &syntax = m_context.syntax();
        std::size_t begin = syntax.at(syntax.stages[m_stage.value].from).range.end;
        std::string lines;
        for (const TextRange &gone : linesToRemove(syntax, overridden())) {
            lines += syntax.textOf({begin, gone.begin});
            begin = gone.end;
        }
        lines += syntax.textOf({begin, std::max(begin, coreOf(syntax, m_stage).end)});
        // FROM's own line end.
        lines.erase(0, std::min(lines.find('\n'), lines.size()));
        if (!lines.empty())
            lines.erase(0, 1);
        return lines;
    }

    /// What led into the stage leads into the other one too.
    Result<void> checkArrows(const EditSet &edits) const
    {
        const Result<Outcome> outcome = outcomeOf(m_context.gesture(), edits);
        if (!outcome)
            return tl::unexpected(outcome.error());
        std::vector<std::size_t> places(m_context.lint.stageCount());
        std::iota(places.begin(), places.end(), std::size_t {0});
        std::vector<std::size_t> dropped;
        std::vector<Arrow> added;
        const auto &edges = m_context.graph().edges;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const GraphEdge &edge = edges[i];
            if (edge.isInherited)
                continue;
            if (edge.kind == EdgeKind::From && edge.target.value == m_child.value)
                dropped.push_back(i);
            if (edge.target.value == m_stage.value)
                added.push_back(
                    arrowBetween(m_context.graph(), edge.kind, edge.source, {m_child.value}, places));
        }
        if (!changesArrows(m_context.graph(), outcome->graph, places, dropped, std::move(added)))
            return nameClash();
        return {};
    }

    const RefactorContext &m_context;
    StageIndex m_stage;
    StageIndex m_child;
    bool m_isOnlyBase = false;
};

/// The stages that it can be done with.
Choice choiceOf(const RefactorContext &context, const References &references, StageIndex chosen)
{
    Choice which {"stage",
                  {QT_TRANSLATE_NOOP("refactor", "Stage"), {}},
                  {},
                  chosen ? stageSetting(context, chosen) : std::string(),
                  false};
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i) {
        if (!StageInlining(context, references, {i}).obstacle())
            which.answers.push_back({stageSetting(context, {i}), {}});
    }
    return which;
}

} // namespace

Proposal proposeInlineStage(const RefactorContext &context, const RefactorWish &wish)
{
    const GestureContext gesture = context.gesture();
    const References references(gesture);
    const StageIndex stage = meantStage(context, wish);
    Proposal proposal;
    if (!stage) {
        proposal = blocked({QT_TRANSLATE_NOOP("refactor", "Say which stage is to be written out."), {}});
    } else if (const StageInlining inlining(context, references, stage); auto reason = inlining.obstacle()) {
        proposal = std::move(*reason);
    } else {
        const std::string label = context.graph().nodes[stage.value].label();
        const std::string child = context.graph().nodes[inlining.child().value].label();
        Steps steps(gesture);
        Result<void> taken = steps.take(inlining.pasted());
        if (taken)
            taken = steps.take(deleteStage(steps.context(), stage, DependantsChoice::Refuse));
        if (!taken)
            proposal = blocked(taken.error().text, context.graph().nodes[stage.value].range);
        else {
            const EditSet edits = steps.edits();
            proposal.name = {QT_TRANSLATE_NOOP("refactor", "Write a stage out where it is used"), {}};
            proposal.explanation
                = {QT_TRANSLATE_NOOP("refactor",
                                     "Only “%1” is built on “%2”: its lines go there, and there is one stage "
                                     "less to follow."),
                   {child, label}};
            addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "The lines of “%1” in “%2”"), {label, child}},
                    {edits.begin(), edits.end()});
            proposal.assumptions.push_back(
                assumedUnused(context.graph(), context.graph().nodes[stage.value]));
        }
    }
    // What an ONBUILD takes by number counts by another one.
    proposal.declared.insert(ContractPart::Triggers);
    proposal.choices = {choiceOf(context, references, stage)};
    return proposal;
}

} // namespace drydock
