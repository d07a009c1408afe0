// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject.h"

#include <algorithm>

namespace drydock::ui {

Subject subjectOf(const Analysis &analysis, TextRange range, const Subject &before)
{
    const Syntax &syntax = analysis.syntax;
    const auto &edges = analysis.graph.edges;
    const bool wasEdge = before.kind == SubjectKind::Edge;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const bool isChosen = !range.isEmpty() && edges[i].cause == range;
        const bool isKept = wasEdge && range.isEmpty() && edges[i].cause.touches(range.begin);
        if (edges[i].instruction && (isChosen || isKept))
            return {SubjectKind::Edge, {}, edges[i].instruction, i};
    }
    const std::size_t caret = std::min(range.begin, syntax.text.size());
    const InstructionIndex at = syntax.instructionAt(caret);
    if (at && syntax.at(at).keyword != Keyword::From)
        return {SubjectKind::Instruction, {}, at, 0};
    const StageIndex stage = at ? syntax.at(at).stage : syntax.stageAt(caret);
    if (!stage)
        return {};
    return {SubjectKind::Stage, stage, syntax.stages[stage.value].from, 0};
}

TextRange rangeOf(const Analysis &analysis, const Subject &subject)
{
    switch (subject.kind) {
    case SubjectKind::None:
        return {};
    case SubjectKind::Stage:
        return analysis.graph.nodes[subject.stage.value].range;
    case SubjectKind::Instruction:
        return analysis.syntax.at(subject.instruction).range;
    case SubjectKind::Edge:
        return analysis.graph.edges[subject.edge].cause;
    }
    return {};
}

} // namespace drydock::ui
