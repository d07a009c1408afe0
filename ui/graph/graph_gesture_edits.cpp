// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GraphGestures that changes the text.
#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/connect.h"
#include "model/refactor/gestures/copy_paths.h"
#include "model/refactor/gestures/fix_reference.h"
#include "model/refactor/gestures/mount.h"
#include "model/refactor/gestures/new_stage.h"
#include "model/refactor/gestures/rename_stage.h"
#include "ui/common/translated.h"
#include "ui/graph/card_field.h"
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/path_popover.h"
#include "ui/graph/stage_item.h"

#include <QGuiApplication>
#include <QScopeGuard>

#include <algorithm>

namespace drydock::ui {
namespace {

/// The part of a stage's card that `part` picks, in scene coordinates, wherever the card is by then.
Popover::Place placeOn(GraphScene &scene, NodeIndex node, QRectF CardGeometry::*part)
{
    return [&scene, node, part]() -> QRectF {
        const auto *item = qgraphicsitem_cast<const StageItem *>(scene.nodeItem(node));
        if (!item)
            return {};
        return (item->cardGeometry().*part).translated(item->pos());
    };
}

} // namespace

bool GraphGestures::perform(const Result<Plan> &plan)
{
    if (!plan) {
        refuse(reasonOf(plan.error()));
        return false;
    }
    m_isPerforming = true;
    const auto done = qScopeGuard([this] { m_isPerforming = false; });
    const QString name = translated("refactor", plan->name);
    m_document.endTyping();
    m_document.apply(plan->edits, Origin::Graph, name);
    m_last = {m_document.undoStack().index(), m_document.text(), plan->edits, name};
    m_selection.set(plan->focus, nullptr);
    emit said(plan->notice.source.empty() ? name : translated("refactor", plan->notice));
    return true;
}

bool GraphGestures::isLastStep(const Step &step) const
{
    return m_document.undoStack().index() == step.index && m_document.text() == step.text;
}

/// What was asked for behind a change belongs to the same step: it is taken back and done again as it should be.
void GraphGestures::redoStep(const Step &step, const std::function<Result<Plan>()> &plan)
{
    if (!isLastStep(step))
        return;
    m_isPerforming = true;
    m_document.undoStack().undo();
    m_isPerforming = false;
    perform(plan());
}

void GraphGestures::extendStep(const Step &step, const std::function<Result<Plan>()> &plan)
{
    if (!isLastStep(step))
        return;
    const Step first = step;
    m_isPerforming = true;
    QUndoStack &stack = m_document.undoStack();
    stack.undo();
    stack.beginMacro(first.name);
    m_document.apply(first.edits, Origin::Graph, first.name);
    m_isPerforming = false;
    perform(plan());
    stack.endMacro();
}

/// Several changes as one step; each is planned for the text that the one before led to. All or nothing.
bool GraphGestures::performAll(const QString &name, const std::vector<std::function<Result<Plan>()>> &plans)
{
    QUndoStack &stack = m_document.undoStack();
    stack.beginMacro(name);
    bool isDone = true;
    for (const auto &plan : plans)
        isDone = isDone && perform(plan());
    stack.endMacro();
    if (!isDone) {
        m_isPerforming = true;
        stack.undo();
        m_isPerforming = false;
    }
    return isDone;
}

void GraphGestures::open(Popover *editor)
{
    closeEditors();
    m_editor = editor;
    editor->open();
}

void GraphGestures::connectTo(NodeIndex source, NodeIndex target, EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        perform(drydock::changeBase(context(), {target.value}, source));
        break;
    case EdgeKind::Mount:
        perform(mountStage(context(), source, target, selectedRow()));
        break;
    case EdgeKind::Copy:
    case EdgeKind::Add:
        copyInto(source, target);
        break;
    }
}

/// With paths that the text suggests, the arrow is there at once and the popover on it asks for what is meant; with
/// none, the popover asks first.
void GraphGestures::copyInto(NodeIndex source, NodeIndex target)
{
    const std::shared_ptr<const Analysis> before = m_document.snapshot();
    const auto planFor = [before, source, target](const PathPopover::Paths &paths) {
        return connectStages({before->syntax, before->graph, before->options}, source, target,
                             {paths.from.toStdString(), paths.to.toStdString()});
    };
    QStringList sources;
    QStringList destinations;
    for (const PathProposal &proposal : proposedPaths(context(), source, {target.value})) {
        sources << QString::fromStdString(proposal.paths.from);
        destinations << QString::fromStdString(proposal.paths.to);
    }
    const QString title = promise(source, target, EdgeKind::Copy);
    const bool isProposed = !sources.isEmpty();
    const PathPopover::Paths proposed {sources.value(0), destinations.value(0)};
    if (isProposed && !perform(planFor(proposed)))
        return;
    const Step step = m_last;
    const std::size_t edge = graph().edgeAt(m_document.analysis().syntax, m_selection.range().begin);
    sources.removeDuplicates();
    destinations.removeDuplicates();
    auto *popover = new PathPopover( // Owned by the viewport, deletes itself.
        m_view, isProposed ? placeOfEdge(edge) : placeOfNode(target), title, proposed, sources, destinations,
        [planFor](const PathPopover::Paths &paths) {
            const Result<Plan> plan = planFor(paths);
            return plan ? QString() : reasonOf(plan.error());
        });
    connect(popover, &Popover::accepted, this, [this, popover, proposed, planFor, step, isProposed] {
        const PathPopover::Paths paths = popover->paths();
        if (!isProposed)
            perform(planFor(paths));
        else if (paths.from != proposed.from || paths.to != proposed.to)
            redoStep(step, [planFor, paths] { return planFor(paths); });
    });
    if (isProposed) {
        connect(popover, &Popover::rejected, this, [this, step] {
            if (isLastStep(step))
                m_document.undoStack().undo();
        });
    }
    open(popover);
}

NodeIndex GraphGestures::stageOfFocus() const
{
    const StageIndex stage = m_document.analysis().syntax.stageAt(m_selection.range().begin);
    return stage.isValid() ? NodeIndex {stage.value} : NodeIndex {};
}

void GraphGestures::newStage()
{
    if (!perform(drydock::newStage(context())))
        return;
    const Step step = m_last;
    askForBase(stageOfFocus(), step);
}

void GraphGestures::newStageOn(NodeIndex source)
{
    if (perform(newStageFrom(context(), source)))
        askForName(stageOfFocus(), m_last);
}

void GraphGestures::newStageFromImage(const QString &image)
{
    if (perform(newStageOnImage(context(), image.toStdString())))
        askForName(stageOfFocus(), m_last);
}

void GraphGestures::editName(NodeIndex stage)
{
    askForName(stage, std::nullopt);
}

void GraphGestures::editBase(NodeIndex stage)
{
    askForBase(stage, std::nullopt);
}

/// \param step the change that made the stage, of which its name becomes part.
void GraphGestures::askForName(NodeIndex stage, const std::optional<Step> &step)
{
    const StageIndex index {stage.value};
    const QString name = QString::fromStdString(graph().nodes[stage.value].name);
    auto *field = new CardField( // Owned by the viewport, deletes itself.
        m_view, placeOn(m_view.graphScene(), stage, &CardGeometry::title), tr("Stage name"), name, {},
        [this, index, name](const QString &text) {
            if (text == name)
                return QString();
            const Result<void> may = mayRename(context(), index, text.toStdString());
            return may ? QString() : reasonOf(may.error());
        });
    connect(field, &Popover::accepted, this, [this, field, index, name, step] {
        const QString text = field->text();
        if (text == name)
            return;
        const auto plan = [this, index, text] { return renameStage(context(), index, text.toStdString()); };
        if (step)
            extendStep(*step, plan);
        else
            perform(plan());
    });
    open(field);
}

/// What a base may be called: the stages above, and the images that the file knows already.
QStringList GraphGestures::knownBases(NodeIndex stage) const
{
    QStringList known;
    for (std::size_t i = 0; i < graph().nodes.size(); ++i) {
        const GraphNode &node = graph().nodes[i];
        const bool isAbove = node.kind == NodeKind::Stage && i < stage.value && !node.name.empty();
        const bool isImage = node.kind == NodeKind::Image && node.pin != ImagePin::Variable;
        if (isAbove || isImage)
            known << QString::fromStdString(node.name);
    }
    if (!known.contains(QStringLiteral("scratch")))
        known << QStringLiteral("scratch");
    known.removeDuplicates();
    return known;
}

void GraphGestures::askForBase(NodeIndex stage, const std::optional<Step> &step)
{
    const StageIndex index {stage.value};
    const QString base = QString::fromStdString(graph().nodes[stage.value].base);
    auto *field = new CardField( // Owned by the viewport, deletes itself.
        m_view, placeOn(m_view.graphScene(), stage, &CardGeometry::base), tr("Base of %1").arg(nameOf(stage)),
        base, knownBases(stage), [this, index, base](const QString &text) {
            if (text == base)
                return QString();
            const Result<Plan> plan = changeBaseTo(context(), index, text.toStdString());
            return plan ? QString() : reasonOf(plan.error());
        });
    connect(field, &Popover::accepted, this, [this, field, index, base, step] {
        const QString text = field->text();
        if (text == base)
            return;
        const auto plan = [this, index, text] { return changeBaseTo(context(), index, text.toStdString()); };
        if (step)
            extendStep(*step, plan);
        else
            perform(plan());
    });
    open(field);
}

void GraphGestures::changeBase(NodeIndex stage, const QString &image)
{
    perform(changeBaseTo(context(), {stage.value}, image.toStdString()));
}

void GraphGestures::mend(NodeIndex missing)
{
    const bool isNearlyAName = !graph().nodes[missing.value].suggestion.empty();
    perform(isNearlyAName ? useSuggestedStage(context(), missing) : addStageForVariable(context(), missing));
}

void GraphGestures::setTarget(NodeIndex stage)
{
    const GraphNode &node = graph().nodes[stage.value];
    BuildOptions options = m_document.analysis().options;
    options.target = node.name.empty() ? std::to_string(stage.value) : node.name;
    const QString name = nameOf(stage); // The node is gone once the options are set.
    m_document.setOptions(options);
    emit said(tr("The build is for %1 now").arg(name));
}

} // namespace drydock::ui
