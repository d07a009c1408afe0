// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/move_instruction.h"

#include "model/edits/line_style.h"
#include "model/refactor/instruction_move.h"
#include "model/refactor/legality.h"
#include "model/refactor/outcome.h"
#include "model/refactor/refusals.h"
#include "model/refactor/surroundings.h"

#include <algorithm>

namespace drydock {
namespace {

Result<void> checkMove(const GestureContext &context, InstructionIndex index, InstructionIndex behind)
{
    const Instruction &instruction = context.syntax.at(index);
    if (instruction.keyword == Keyword::From)
        return refusal(QT_TRANSLATE_NOOP("refactor", "A FROM moves with its whole stage."));
    if (!instruction.stage || !context.syntax.at(behind).stage)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "What stands above the first stage belongs to all of them."));
    if (index == behind || behind.value + 1 == index.value)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The instruction stands there already."));
    if (std::max(index, behind).value + 1 == context.syntax.instructions.size()
        && isOpenEnded(context.syntax))
        return openEnd();
    return {};
}

/// What the instruction takes from elsewhere has to be there for the other stage too.
Result<void> checkArrows(const GestureContext &context, InstructionIndex index, NodeIndex target)
{
    StageGraph rest = context.graph;
    std::erase_if(rest.edges, [&](const GraphEdge &edge) { return edge.instruction == index; });
    const GestureContext without {context.syntax, rest, context.options};
    for (const GraphEdge &edge : context.graph.edges) {
        if (edge.instruction != index || edge.isInherited)
            continue;
        if (edge.source == target || neededBy(rest, edge.source)[target.value])
            return mayConnect(without, edge.source, target, edge.kind);
        const GraphNode &source = context.graph.nodes[edge.source.value];
        if (source.kind == NodeKind::Stage && edge.source > target && !edge.isForward)
            return refusal(QT_TRANSLATE_NOOP("refactor", "It takes from “%1”, which comes below “%2”."),
                           {source.label(), context.graph.nodes[target.value].label()});
    }
    return {};
}

/// The new index of an instruction that moved behind another.
std::size_t newIndexOf(InstructionIndex index, InstructionIndex behind)
{
    return behind > index ? behind.value : behind.value + 1;
}

} // namespace

Result<Plan> moveInstruction(const GestureContext &context, InstructionIndex index, InstructionIndex behind)
{
    const Syntax &syntax = context.syntax;
    if (Result<void> fine = checkMove(context, index, behind); !fine)
        return tl::unexpected(fine.error());
    const Instruction &instruction = syntax.at(index);
    const NodeIndex target {syntax.at(behind).stage.value};
    if (Result<void> fine = checkArrows(context, index, target); !fine)
        return tl::unexpected(fine.error());
    Result<EditSet> edits = together(moveEdits(syntax, index, behind));
    if (!edits)
        return tl::unexpected(edits.error());
    const References references(context);
    const Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (outcome->syntax.text == syntax.text)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The same instruction stands there already."));
    const std::size_t place = newIndexOf(index, behind);

    Plan plan;
    plan.edits = std::move(*edits);
    const std::string keyword(nameOf(instruction.keyword));
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Move %1"), {keyword}};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "%1 moves behind line %2."),
                        {keyword, std::to_string(syntax.at(behind).lastLine)}};
    plan.notice = whatStaysBehind(syntax, instruction,
                                  surroundingsBehind(context, references, {index.value - 1}, index),
                                  surroundingsBehind(context, references, behind, index));
    plan.focus = outcome->syntax.instructions[place].range;
    return plan;
}

} // namespace drydock
