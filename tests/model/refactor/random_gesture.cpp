// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Length: one short function for each of 18 gestures; they share the file that they are tried on.
#include "tests/model/refactor/random_gesture.h"

#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/connect.h"
#include "model/refactor/gestures/copy_paths.h"
#include "model/refactor/gestures/delete_edges.h"
#include "model/refactor/gestures/delete_stage.h"
#include "model/refactor/gestures/fix_reference.h"
#include "model/refactor/gestures/insert_between.h"
#include "model/refactor/gestures/mount.h"
#include "model/refactor/gestures/move_instruction.h"
#include "model/refactor/gestures/move_stage.h"
#include "model/refactor/gestures/new_stage.h"
#include "model/refactor/gestures/reconnect.h"
#include "model/refactor/gestures/rename_stage.h"
#include "model/refactor/gestures/stage_text.h"
#include "model/refactor/legality.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>
#include <memory>

namespace drydock {
namespace {

std::string numbered(const char *what, std::size_t number)
{
    return std::string(what) + " " + std::to_string(number);
}

std::size_t countEdges(const StageGraph &graph, EdgeKind kind)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        graph.edges, [kind](const GraphEdge &edge) { return edge.kind == kind && !edge.isInherited; }));
}

std::size_t countEdges(const StageGraph &graph)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(graph.edges, [](const GraphEdge &edge) { return !edge.isInherited; }));
}

/// A stage as it can be recognised after it moved: its text below FROM is nobody's business but its own.
std::string nameOf(const StageGraph &graph, std::size_t stage)
{
    return lowered(graph.nodes[stage].name);
}

/// Base of a stage in words that survive renumbering.
std::string baseName(const StageGraph &graph, StageIndex stage)
{
    for (const GraphEdge &edge : graph.edges) {
        if (edge.kind == EdgeKind::From && edge.target.value == stage.value)
            return lowered(graph.nodes[edge.source.value].name);
    }
    return {};
}

/// Whether there is an arrow that was not there before, counted by kind, that points upwards or closes a circle.
std::string newTrouble(const StageGraph &before, const StageGraph &after)
{
    const auto count = [](const StageGraph &graph, auto member) {
        // What an ONBUILD brings may point anywhere; BuildKit minds circles only.
        return std::ranges::count_if(graph.edges, [member](const GraphEdge &edge) {
            return edge.*member && (!edge.isInherited || member == &GraphEdge::isInCycle);
        });
    };
    if (count(after, &GraphEdge::isInCycle) > count(before, &GraphEdge::isInCycle))
        return "it closes a circle";
    if (count(after, &GraphEdge::isForward) > count(before, &GraphEdge::isForward))
        return "it makes an arrow upwards";
    return {};
}

class Chooser {
public:
    Chooser(const GestureContext &context, const Dice &dice)
        : m_context(context)
        , m_graph(context.graph)
        , m_syntax(context.syntax)
        , m_dice(dice)
    { }

    TriedGesture choose()
    {
        using Try = TriedGesture (Chooser::*)();
        constexpr std::array<Try, 18> all {
            &Chooser::connect,       &Chooser::mount,         &Chooser::rename,    &Chooser::deleteAnEdge,
            &Chooser::changeABase,   &Chooser::changeToImage, &Chooser::addStage,  &Chooser::addStageFrom,
            &Chooser::moveAStage,    &Chooser::deleteAStage,  &Chooser::duplicate, &Chooser::paste,
            &Chooser::between,       &Chooser::stageBetween,  &Chooser::moveALine, &Chooser::reconnectFrom,
            &Chooser::reconnectInto, &Chooser::mend};
        return (this->*all[m_dice(all.size())])();
    }

private:
    NodeIndex node() { return {m_dice(m_graph.nodes.size())}; }
    StageIndex stage() { return {m_dice(m_syntax.stages.size())}; }
    std::size_t edge() { return m_dice(m_graph.edges.size()); }
    static TriedGesture nothing()
    {
        return {"nothing to do it with", refusal("nothing"), [](const GestureContext &) { return ""; }};
    }

    TriedGesture connect()
    {
        const NodeIndex source = node();
        const NodeIndex target = node();
        CopyPaths paths {"/some/path", "/other path"};
        if (m_graph.nodes[target.value].kind == NodeKind::Stage) {
            const auto proposals = proposedPaths(m_context, source, {target.value});
            if (!proposals.empty())
                paths = proposals[m_dice(proposals.size())].paths;
        }
        const bool may = mayConnect(m_context, source, target, EdgeKind::Copy).has_value();
        Result<Plan> plan = connectStages(m_context, source, target, paths);
        const bool isMade = plan.has_value();
        return {"connect " + m_graph.nodes[source.value].label() + " with "
                    + m_graph.nodes[target.value].label(),
                std::move(plan), [this, paths, may, isMade](const GestureContext &after) -> std::string {
                    if (isMade && !may)
                        return "mayConnect said no";
                    if (countEdges(after.graph, EdgeKind::Copy) != countEdges(m_graph, EdgeKind::Copy) + 1
                        || countEdges(after.graph) != countEdges(m_graph) + 1)
                        return "there is not one arrow more";
                    const bool found = std::ranges::any_of(after.graph.edges, [&](const GraphEdge &edge) {
                        return edge.sourcePath == paths.from && edge.targetPath == paths.to;
                    });
                    return found ? newTrouble(m_graph, after.graph) : "the arrow has other paths";
                }};
    }

    TriedGesture mount()
    {
        const NodeIndex source = node();
        const NodeIndex target = node();
        return {"mount " + m_graph.nodes[source.value].label() + " in " + m_graph.nodes[target.value].label(),
                mountStage(m_context, source, target), [this](const GestureContext &after) -> std::string {
                    if (countEdges(after.graph, EdgeKind::Mount) != countEdges(m_graph, EdgeKind::Mount) + 1
                        || countEdges(after.graph) != countEdges(m_graph) + 1)
                        return "there is not one arrow more";
                    return newTrouble(m_graph, after.graph);
                }};
    }

    TriedGesture rename()
    {
        const StageIndex renamed = stage();
        const std::array<std::string, 6> names {
            "fresh", "Upper", "a.b_c-1", "alpine", nameOf(m_graph, stage().value), "no name"};
        const std::string name = names[m_dice(names.size())];
        return {numbered("rename", renamed.value) + " to " + name, renameStage(m_context, renamed, name),
                [this, renamed, name](const GestureContext &after) -> std::string {
                    if (after.graph.nodes[renamed.value].name != name)
                        return "it has another name";
                    return sameArrows(after.graph, {});
                }};
    }

    TriedGesture deleteAnEdge()
    {
        if (m_graph.edges.empty())
            return nothing();
        std::vector<std::size_t> edges {edge()};
        if (m_dice(2) == 0)
            edges = edgesLike(m_graph, edges.front());
        // One instruction of a stage with ONBUILD children is several edges; those are refused.
        return {numbered("delete edge", edges.front()), deleteEdges(m_context, edges),
                [this, edges](const GestureContext &after) { return sameArrows(after.graph, edges); }};
    }

    TriedGesture changeABase()
    {
        const StageIndex changed = stage();
        const NodeIndex base = node();
        return {numbered("change base of", changed.value) + " to " + m_graph.nodes[base.value].label(),
                changeBase(m_context, changed, base),
                [this, changed, base](const GestureContext &after) -> std::string {
                    const std::string wanted = lowered(m_graph.nodes[base.value].name);
                    if (!wanted.empty() && baseName(after.graph, changed) != wanted)
                        return "the base is another one";
                    if (m_graph.nodes[changed.value].platform != after.graph.nodes[changed.value].platform
                        || m_graph.nodes[changed.value].name != after.graph.nodes[changed.value].name)
                        return "platform or name changed";
                    return newTrouble(m_graph, after.graph);
                }};
    }

    TriedGesture changeToImage()
    {
        const StageIndex changed = stage();
        const std::array<std::string, 4> images {"scratch", "debian:12-slim", "r.example/x/y@z", "a b"};
        const std::string image = images[m_dice(images.size())];
        return {numbered("change base of", changed.value) + " to " + image,
                changeBaseTo(m_context, changed, image),
                [changed, image](const GestureContext &after) -> std::string {
                    return baseName(after.graph, changed) == image ? "" : "the base is another one";
                }};
    }

    TriedGesture addStage()
    {
        return {"new stage", newStage(m_context), [this](const GestureContext &after) {
                    return oneMoreStage(after.graph, m_syntax.stages.size() - 1);
                }};
    }
    TriedGesture addStageFrom()
    {
        const NodeIndex source = node();
        return {"new stage from " + m_graph.nodes[source.value].label(), newStageFrom(m_context, source),
                [this, source](const GestureContext &after) {
                    const bool isStage = m_graph.nodes[source.value].kind == NodeKind::Stage;
                    return oneMoreStage(after.graph, isStage ? source.value + 1 : m_syntax.stages.size() - 1);
                }};
    }
    /// A stage came at `place`, and the others are what they were.
    std::string oneMoreStage(const StageGraph &after, std::size_t place) const
    {
        if (after.stageCount() != m_graph.stageCount() + 1 || countEdges(after) != countEdges(m_graph) + 1)
            return "there is not one stage and one arrow more";
        for (std::size_t i = 0; i < m_graph.stageCount(); ++i) {
            const std::string &name = m_graph.nodes[i].name;
            if (!name.empty() && after.nodes[i < place ? i : i + 1].name != name)
                return "another stage changed its place";
        }
        for (std::size_t i = 0; i < after.stageCount(); ++i) {
            if (i != place && nameOf(after, i) == nameOf(after, place))
                return "the new name is taken";
        }
        return newTrouble(m_graph, after);
    }

    TriedGesture moveAStage()
    {
        const StageIndex moved = stage();
        const std::size_t place = stage().value;
        return {
            numbered("move stage", moved.value) + numbered(" to", place), moveStage(m_context, moved, place),
            [this, moved, place](const GestureContext &after) -> std::string {
                std::vector<std::size_t> order;
                for (std::size_t i = 0; i < m_graph.stageCount(); ++i) {
                    if (i != moved.value)
                        order.push_back(i);
                }
                order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), moved.value);
                if (after.graph.stageCount() != order.size())
                    return "a stage came or went";
                for (std::size_t i = 0; i < order.size(); ++i) {
                    if (after.graph.nodes[i].name != m_graph.nodes[order[i]].name
                        || after.graph.nodes[i].instructionCount != m_graph.nodes[order[i]].instructionCount)
                        return "the stages stand in another order";
                }
                return countEdges(after.graph) == countEdges(m_graph) ? "" : "an arrow came or went";
            }};
    }

    TriedGesture deleteAStage()
    {
        const StageIndex deleted = stage();
        const auto choice = static_cast<DependantsChoice>(m_dice(3));
        return {numbered("delete stage", deleted.value) + numbered(" with choice", std::size_t(choice)),
                deleteStage(m_context, deleted, choice),
                [this, deleted](const GestureContext &after) -> std::string {
                    if (after.graph.stageCount() + 1 != m_graph.stageCount())
                        return "not one stage went";
                    for (std::size_t i = 0; i < after.graph.stageCount(); ++i) {
                        if (after.graph.nodes[i].name != m_graph.nodes[i < deleted.value ? i : i + 1].name)
                            return "another stage went";
                    }
                    return newTrouble(m_graph, after.graph);
                }};
    }

    TriedGesture duplicate()
    {
        const StageIndex copied = stage();
        Result<Plan> plan = duplicateStage(m_context, copied);
        return copyOf(copied, numbered("duplicate", copied.value), std::move(plan));
    }
    TriedGesture paste()
    {
        const StageIndex copied = stage();
        const StageIndex behind = stage();
        const std::string text = stageText(m_syntax, std::span(&copied, 1));
        return copyOf(copied, numbered("paste", copied.value) + numbered(" behind", behind.value),
                      pasteStages(m_context, text, behind));
    }
    /// A copy of `copied` came to where the focus is.
    TriedGesture copyOf(StageIndex copied, std::string words, Result<Plan> plan)
    {
        const std::size_t focus = plan ? plan->focus.begin : 0;
        return {std::move(words), std::move(plan),
                [this, copied, focus](const GestureContext &after) -> std::string {
                    if (after.graph.stageCount() != m_graph.stageCount() + 1)
                        return "not one stage came";
                    const std::size_t place = after.syntax.stageAt(focus).value;
                    if (after.graph.nodes[place].instructionCount
                        != m_graph.nodes[copied.value].instructionCount)
                        return "the copy has other instructions";
                    for (std::size_t i = 0; i < after.graph.stageCount(); ++i) {
                        if (i != place && !after.graph.nodes[place].name.empty()
                            && nameOf(after.graph, i) == nameOf(after.graph, place))
                            return "the copy's name is taken";
                    }
                    return {};
                }};
    }

    TriedGesture between()
    {
        if (m_graph.edges.empty())
            return nothing();
        const std::size_t led = edge();
        return {numbered("insert between, edge", led), insertBetween(m_context, led),
                [this](const GestureContext &after) -> std::string {
                    return after.graph.stageCount() == m_graph.stageCount() + 1
                        ? newTrouble(m_graph, after.graph)
                        : "not one stage came";
                }};
    }
    TriedGesture stageBetween()
    {
        if (m_graph.edges.empty())
            return nothing();
        const std::size_t led = edge();
        const StageIndex put = stage();
        return {numbered("put stage", put.value) + numbered(" into edge", led),
                insertStageBetween(m_context, led, put), [this](const GestureContext &after) -> std::string {
                    return after.graph.stageCount() == m_graph.stageCount() ? "" : "a stage came or went";
                }};
    }

    TriedGesture moveALine()
    {
        const InstructionIndex moved {m_dice(m_syntax.instructions.size())};
        const InstructionIndex behind {m_dice(m_syntax.instructions.size())};
        return {numbered("move instruction", moved.value) + numbered(" behind", behind.value),
                moveInstruction(m_context, moved, behind),
                [this, moved, behind](const GestureContext &after) -> std::string {
                    std::vector<std::string> wanted;
                    for (std::size_t i = 0; i < m_syntax.instructions.size(); ++i) {
                        const Instruction &instruction = m_syntax.instructions[i];
                        if (i != moved.value)
                            wanted.emplace_back(m_syntax.textOf(instruction.range));
                        if (i == behind.value)
                            wanted.emplace_back(m_syntax.textOf(m_syntax.at(moved).range));
                    }
                    std::vector<std::string> found;
                    for (const Instruction &instruction : after.syntax.instructions)
                        found.emplace_back(after.syntax.textOf(instruction.range));
                    return found == wanted ? "" : "other instructions than the moved one changed";
                }};
    }

    TriedGesture reconnectFrom()
    {
        if (m_graph.edges.empty())
            return nothing();
        const std::size_t led = edge();
        const NodeIndex source = node();
        return {numbered("reconnect edge", led) + " from " + m_graph.nodes[source.value].label(),
                reconnectSource(m_context, led, source), [this](const GestureContext &after) -> std::string {
                    return countEdges(after.graph) == countEdges(m_graph) ? newTrouble(m_graph, after.graph)
                                                                          : "an arrow came or went";
                }};
    }
    TriedGesture reconnectInto()
    {
        if (m_graph.edges.empty())
            return nothing();
        const std::size_t led = edge();
        const NodeIndex target {stage().value};
        return {numbered("reconnect edge", led) + numbered(" into", target.value),
                reconnectTarget(m_context, led, target), [this](const GestureContext &after) -> std::string {
                    return countEdges(after.graph) == countEdges(m_graph) ? newTrouble(m_graph, after.graph)
                                                                          : "an arrow came or went";
                }};
    }

    TriedGesture mend()
    {
        const NodeIndex missing = node();
        const bool isVariable = m_graph.nodes[missing.value].name.find('$') != std::string::npos;
        return {"mend " + m_graph.nodes[missing.value].label(),
                isVariable ? addStageForVariable(m_context, missing) : useSuggestedStage(m_context, missing),
                [this, missing](const GestureContext &after) -> std::string {
                    const bool isThere = std::ranges::any_of(after.graph.nodes, [&](const GraphNode &other) {
                        return other.kind == NodeKind::Missing
                            && other.name == m_graph.nodes[missing.value].name;
                    });
                    return isThere ? "it is still missing" : "";
                }};
    }

    /// The arrows but for `dropped` lead between the same nodes as before, in the same order.
    std::string sameArrows(const StageGraph &after, const std::vector<std::size_t> &dropped) const
    {
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
            const GraphEdge &old = m_graph.edges[i];
            if (std::ranges::find(dropped, i) != dropped.end())
                continue;
            if (next == after.edges.size())
                return "an arrow went";
            const GraphEdge &now = after.edges[next++];
            const GraphNode &source = m_graph.nodes[old.source.value];
            const GraphNode &newSource = after.nodes[now.source.value];
            // With another name next to it, what was nearly a stage's name is an image like any other.
            const auto kindOf
                = [](const GraphNode &node) { return node.suggestion.empty() ? node.kind : NodeKind::Image; };
            const bool isSame = kindOf(source) == kindOf(newSource)
                && (source.kind == NodeKind::Stage ? source.stage == newSource.stage
                                                   : source.name == newSource.name);
            if (!isSame || old.kind != now.kind || old.target != now.target)
                return "an arrow leads elsewhere";
        }
        return next == after.edges.size() ? "" : "an arrow came";
    }

    const GestureContext m_context;
    const StageGraph &m_graph;
    const Syntax &m_syntax;
    const Dice &m_dice;
};

} // namespace

TriedGesture tryGesture(const GestureContext &context, const Dice &dice)
{
    // The complaint is asked later, so the chooser lives with it.
    const auto chooser = std::make_shared<Chooser>(context, dice);
    TriedGesture tried = chooser->choose();
    tried.complaint
        = [chooser, ask = std::move(tried.complaint)](const GestureContext &after) { return ask(after); };
    return tried;
}

} // namespace drydock
