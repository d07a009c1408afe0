// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a hand may do and what it selects. What it changes is in graph_gesture_edits.cpp.
#include "ui/graph/graph_gestures.h"

#include "model/refactor/gestures/move_instruction.h"
#include "model/refactor/legality.h"
#include "ui/common/translated.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/move_command.h"
#include "ui/graph/popover.h"

#include <algorithm>

namespace drydock::ui {
namespace {

bool isInPlace(InstructionIndex what, InstructionIndex behind)
{
    return behind == what || behind.value + 1 == what.value;
}

} // namespace

GraphGestures::GraphGestures(Document &document, Selection &selection, GraphView &view)
    : QObject(&view)
    , m_document(document)
    , m_selection(selection)
    , m_view(view)
{
    // What a popover stands on may be gone in another text.
    connect(&document, &Document::changed, this, [this] {
        if (m_editor && !m_isPerforming)
            m_editor->dismiss();
    });
}

GraphGestures::~GraphGestures() = default;

bool GraphGestures::isReady()
{
    GraphScene &scene = m_view.graphScene();
    if (scene.analysis() != m_document.snapshot() || !scene.refreshNow()) {
        refuse(tr("The graph is still being drawn. Try again in a moment."));
        return false;
    }
    return true;
}

GestureContext GraphGestures::context() const
{
    const Analysis &analysis = m_document.analysis();
    return {analysis.syntax, analysis.graph, analysis.options};
}

QString GraphGestures::nameOf(NodeIndex node) const
{
    return node.value < graph().nodes.size() ? QString::fromStdString(graph().nodes[node.value].label())
                                             : QString();
}

void GraphGestures::refuse(const QString &sentence)
{
    emit said(sentence);
}

QString GraphGestures::reasonOf(const Error &error)
{
    return translated("refactor", error.text);
}

std::vector<QString> GraphGestures::reasonsAgainst(NodeIndex source, EdgeKind kind) const
{
    std::vector<QString> reasons;
    for (const std::optional<Error> &error : drydock::reasonsAgainst(context(), source, kind))
        reasons.push_back(error ? reasonOf(*error) : QString());
    return reasons;
}

std::vector<QString> GraphGestures::reasonsToReconnect(const std::vector<std::size_t> &edges) const
{
    const GraphEdge &edge = graph().edges[edges.front()];
    std::vector<QString> reasons;
    for (std::size_t node = 0; node < graph().nodes.size(); ++node) {
        const Result<void> may = mayConnect(context(), {node}, edge.target, edge.kind);
        reasons.push_back(may ? QString() : reasonOf(may.error()));
    }
    reasons[edge.source.value] = tr("It comes from there already.");
    return reasons;
}

std::vector<QString> GraphGestures::reasonsToEndIn(std::size_t edge) const
{
    std::vector<QString> reasons = reasonsAgainst(graph().edges[edge].source, graph().edges[edge].kind);
    reasons[graph().edges[edge].target.value] = tr("It ends there already.");
    return reasons;
}

/// Empty also where it stands already: a drop there does nothing, and needs no reason for that.
QString GraphGestures::reasonToMoveRow(InstructionIndex what, InstructionIndex behind) const
{
    if (isInPlace(what, behind))
        return {};
    const Result<Plan> plan = moveInstruction(context(), what, behind);
    return plan ? QString() : reasonOf(plan.error());
}

QString GraphGestures::promise(NodeIndex source, NodeIndex target, EdgeKind kind) const
{
    const QString from = nameOf(source);
    if (!target.isValid())
        return tr("New stage from %1").arg(from);
    const QString into = nameOf(target);
    switch (kind) {
    case EdgeKind::From:
        return tr("Build %2 on %1").arg(from, into);
    case EdgeKind::Mount:
        return tr("Mount %1 in %2").arg(from, into);
    case EdgeKind::Copy:
    case EdgeKind::Add:
        break;
    }
    return tr("Copy from %1 into %2").arg(from, into);
}

QString GraphGestures::promiseToInsert(std::size_t edge, NodeIndex stage) const
{
    const GraphEdge &between = graph().edges[edge];
    return tr("Insert %1 between %2 and %3")
        .arg(nameOf(stage), nameOf(between.source), nameOf(between.target));
}

void GraphGestures::choose(NodeIndex node)
{
    emit nodeChosen(node);
    if (const NodeItem *item = m_view.graphScene().nodeItem(node))
        m_view.showItem(*item);
}

void GraphGestures::chooseEdge(std::size_t edge)
{
    emit edgeChosen(edge);
    if (const EdgeItem *item = m_view.graphScene().edgeItem(edge))
        m_view.showItem(*item);
}

void GraphGestures::toggleMark(NodeIndex node)
{
    GraphScene &scene = m_view.graphScene();
    const std::vector<NodeIndex> selected = scene.selectedNodes();
    std::set<NodeIndex> nodes(selected.begin(), selected.end());
    if (!nodes.erase(node))
        nodes.insert(node);
    markNodes(std::move(nodes));
}

/// The first of them is what the text shows; all of them are what moves, is copied and is deleted.
void GraphGestures::markNodes(std::set<NodeIndex> nodes)
{
    GraphScene &scene = m_view.graphScene();
    if (nodes.empty())
        return scene.select({}, std::nullopt);
    if (!nodes.contains(scene.selectedNode()))
        emit nodeChosen(*nodes.begin());
    else
        scene.select(scene.selectedNode(), std::nullopt);
    const auto count = nodes.size();
    scene.mark(std::move(nodes));
    if (count > 1)
        emit said(tr("%n selected", nullptr, int(count)));
}

void GraphGestures::selectRow(InstructionIndex instruction)
{
    const Syntax &syntax = m_document.analysis().syntax;
    if (instruction.value >= syntax.instructions.size())
        return;
    const Instruction &found = syntax.at(instruction);
    m_view.graphScene().select(found.stage.isValid() ? NodeIndex {found.stage.value} : NodeIndex {},
                               std::nullopt);
    emit rowChosen(instruction);
}

InstructionIndex GraphGestures::selectedRow() const
{
    const GraphScene &scene = m_view.graphScene();
    const Syntax &syntax = m_document.analysis().syntax;
    const TextRange range = m_selection.range();
    if (range.isEmpty() || range.end > m_document.text().size() || scene.selectedEdge())
        return {};
    const InstructionIndex index = syntax.instructionAt(range.begin);
    if (!index.isValid() || syntax.at(index).range != range || syntax.at(index).keyword == Keyword::From)
        return {};
    return index;
}

void GraphGestures::closeEditors()
{
    if (m_editor)
        m_editor->settle();
}

void GraphGestures::dismissEditors()
{
    if (m_editor)
        m_editor->dismiss();
}

void GraphGestures::moveNodes(const GraphPins &pins)
{
    move(pins, {});
}

void GraphGestures::move(const GraphPins &pins, const QString &run)
{
    GraphScene &scene = m_view.graphScene();
    if (pins == scene.pins())
        return;
    m_document.endTyping();
    m_document.undoStack().push(new MoveCommand(scene, pins, run, tr("Move node"))); // Owned by the stack.
}

void GraphGestures::nudge(QPointF by)
{
    const GraphScene &scene = m_view.graphScene();
    GraphPins pins = scene.pins();
    QStringList run;
    for (const NodeIndex node : scene.selectedNodes()) {
        const QString key = GraphPins::keyOf(graph(), node);
        pins.set(key, scene.direction(), pins.offsetOf(key, scene.direction()) + by);
        run << key;
    }
    move(pins, run.join(u'\n'));
}

void GraphGestures::toggleExpanded(NodeIndex stage)
{
    GraphScene &scene = m_view.graphScene();
    scene.setExpanded(stage, !scene.isExpanded(stage));
}

void GraphGestures::tidy()
{
    GraphScene &scene = m_view.graphScene();
    if (!scene.pins().isEmpty())
        m_document.undoStack().push(
            new MoveCommand(scene, {}, {}, tr("Tidy the graph"))); // Owned by the stack.
    scene.tidy();
}

} // namespace drydock::ui
