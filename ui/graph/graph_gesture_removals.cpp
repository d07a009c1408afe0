// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of GraphGestures that takes things away, and asks before it does where others need them.
#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/delete_edges.h"
#include "model/refactor/gestures/delete_stage.h"
#include "ui/graph/choice_popover.h"
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_view.h"

#include <algorithm>

namespace drydock::ui {
namespace {

/// An instruction on one line, as a list shows it.
QString lineOf(const Syntax &syntax, InstructionIndex index)
{
    const Instruction &instruction = syntax.at(index);
    const QString text = QString::fromStdString(syntax.joined(instruction, instruction.range)).simplified();
    return GraphGestures::tr("%1: %2").arg(instruction.firstLine).arg(text);
}

} // namespace

Popover::Place GraphGestures::placeOfEdge(std::size_t edge) const
{
    GraphScene &scene = m_view.graphScene();
    return [&scene, edge]() -> QRectF {
        const EdgeItem *item = scene.edgeItem(edge);
        return item ? QRectF(item->path().pointAtPercent(0.5), QSizeF(1, 1)) : QRectF();
    };
}

Popover::Place GraphGestures::placeOfNode(NodeIndex node) const
{
    GraphScene &scene = m_view.graphScene();
    return [&scene, node]() -> QRectF {
        const NodeItem *item = scene.nodeItem(node);
        return item ? item->frame().translated(item->pos()) : QRectF();
    };
}

void GraphGestures::removeEdges(const std::vector<std::size_t> &edges)
{
    const GraphEdge &first = graph().edges[edges.front()];
    if (first.kind == EdgeKind::From)
        return askForOtherBase(edges.front());
    if (edges.size() == 1) {
        perform(deleteEdges(context(), edges));
        return;
    }
    QStringList lines;
    for (const std::size_t edge : edges)
        lines << lineOf(m_document.analysis().syntax, graph().edges[edge].instruction);
    const QString question = tr("%1 is used %2 times in %3. Delete which?")
                                 .arg(nameOf(first.source))
                                 .arg(edges.size())
                                 .arg(nameOf(first.target));
    auto *popover = new ChoicePopover( // Owned by the viewport, deletes itself.
        m_view, placeOfEdge(edges.front()), question, lines, ChoicePopover::Lines::Checkable,
        {{tr("Delete the checked ones"), {}}});
    connect(popover, &ChoicePopover::chosen, this, [this, popover, edges] {
        const std::vector<bool> checked = popover->checked();
        std::vector<std::size_t> meant;
        for (std::size_t i = 0; i < edges.size() && i < checked.size(); ++i) {
            if (checked[i])
                meant.push_back(edges[i]);
        }
        if (!meant.empty())
            perform(deleteEdges(context(), meant));
    });
    open(popover);
}

/// A stage without a base is no stage: there is always another one instead.
void GraphGestures::askForOtherBase(std::size_t edge)
{
    const NodeIndex stage = graph().edges[edge].target;
    const QString question = tr("%1 needs a base. What shall it be instead?").arg(nameOf(stage));
    const Result<Plan> empty = changeBaseTo(context(), {stage.value}, "scratch");
    auto *popover = new ChoicePopover( // Owned by the viewport, deletes itself.
        m_view, placeOfEdge(edge), question, {}, ChoicePopover::Lines::Listed,
        {{tr("Replace it by scratch"), empty ? QString() : reasonOf(empty.error())},
         {tr("Choose another base…"), {}}});
    connect(popover, &ChoicePopover::chosen, this, [this, stage](int choice) {
        if (choice == 0)
            changeBase(stage, QStringLiteral("scratch"));
        else
            editBase(stage);
    });
    open(popover);
}

void GraphGestures::removeNodes(const std::vector<NodeIndex> &nodes)
{
    std::vector<StageIndex> stages;
    for (const NodeIndex node : nodes) {
        if (graph().nodes[node.value].kind == NodeKind::Stage)
            stages.push_back({node.value});
    }
    if (stages.empty())
        return refuse(tr("It is not in this file. It goes when the last arrow from it goes."));
    // Those that go as well need no one.
    std::vector<std::size_t> dependants;
    for (const StageIndex stage : stages) {
        for (const std::size_t edge : dependantsOf(graph(), stage)) {
            const StageIndex user {graph().edges[edge].target.value};
            if (std::find(stages.begin(), stages.end(), user) == stages.end())
                dependants.push_back(edge);
        }
    }
    if (dependants.empty())
        removeStages(stages, DependantsChoice::RemoveLines);
    else
        askForDependants(stages, dependants);
}

void GraphGestures::askForDependants(const std::vector<StageIndex> &stages,
                                     const std::vector<std::size_t> &dependants)
{
    QStringList lines;
    for (const std::size_t edge : dependants) {
        lines << tr("%1, line %2")
                     .arg(nameOf(graph().edges[edge].target),
                          lineOf(m_document.analysis().syntax, graph().edges[edge].instruction));
    }
    const NodeIndex first {stages.front().value};
    const QString question = stages.size() == 1
        ? tr("Others need %1. What becomes of them?").arg(nameOf(first))
        : tr("Others need these stages. What becomes of them?");
    const auto reasonFor = [&](DependantsChoice choice) {
        const Result<Plan> plan = deleteStage(context(), stages.front(), choice);
        return plan ? QString() : reasonOf(plan.error());
    };
    auto *popover = new ChoicePopover( // Owned by the viewport, deletes itself.
        m_view, placeOfNode(first), question, lines, ChoicePopover::Lines::Listed,
        {{tr("They get its base instead"), reasonFor(DependantsChoice::InlineBase)},
         {tr("Remove their lines"), reasonFor(DependantsChoice::RemoveLines)}});
    connect(popover, &ChoicePopover::chosen, this, [this, stages](int choice) {
        removeStages(stages, choice == 0 ? DependantsChoice::InlineBase : DependantsChoice::RemoveLines);
    });
    open(popover);
}

void GraphGestures::removeStages(const std::vector<StageIndex> &stages, DependantsChoice choice)
{
    if (stages.size() == 1) {
        perform(deleteStage(context(), stages.front(), choice));
        return;
    }
    // From the last one on, so that the numbers of the others stay.
    std::vector<std::function<Result<Plan>()>> plans;
    for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage)
        plans.emplace_back([this, stage = *stage, choice] { return deleteStage(context(), stage, choice); });
    performAll(tr("Delete %n stages", nullptr, int(stages.size())), plans);
}

} // namespace drydock::ui
