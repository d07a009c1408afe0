// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of GraphGestures that puts things elsewhere in the file, or there once more.
#include "model/refactor/gestures/insert_between.h"
#include "model/refactor/gestures/move_instruction.h"
#include "model/refactor/gestures/move_stage.h"
#include "model/refactor/gestures/reconnect.h"
#include "model/refactor/gestures/stage_text.h"
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_view.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace drydock::ui {

/// One arrow may stand for several words: all of them are rewritten, as one step.
void GraphGestures::reconnect(const std::vector<std::size_t> &edges, NodeIndex source)
{
    Result<Plan> all = reconnectSource(context(), edges.front(), source);
    for (std::size_t i = 1; i < edges.size() && all; ++i) {
        const Result<Plan> next = reconnectSource(context(), edges[i], source);
        if (!next) {
            all = tl::unexpected(next.error());
            break;
        }
        for (const TextEdit &edit : next->edits) { // What both need, such as a name for the source, once.
            if (std::find(all->edits.begin(), all->edits.end(), edit) != all->edits.end())
                continue;
            if (const Result<void> added = all->edits.add(edit); !added) {
                all = tl::unexpected(added.error());
                break;
            }
        }
    }
    perform(all);
}

void GraphGestures::endIn(std::size_t edge, NodeIndex target)
{
    perform(reconnectTarget(context(), edge, target));
}

void GraphGestures::moveRow(InstructionIndex what, InstructionIndex behind)
{
    if (behind == what || behind.value + 1 == what.value)
        return; // It stands there.
    if (perform(moveInstruction(context(), what, behind)))
        selectRow(m_document.analysis().syntax.instructionAt(m_selection.range().begin));
}

void GraphGestures::moveRowBy(InstructionIndex what, bool isUp)
{
    const Syntax &syntax = m_document.analysis().syntax;
    const Stage &stage = syntax.stages[syntax.at(what).stage.value];
    if (isUp && what.value == stage.from.value + 1)
        return refuse(tr("It is the first instruction of its stage."));
    if (!isUp && what == stage.last)
        return refuse(tr("It is the last instruction of its stage."));
    moveRow(what, {isUp ? what.value - 2 : what.value + 1});
}

void GraphGestures::moveStage(NodeIndex stage, bool isUp)
{
    if (isUp && stage.value == 0)
        return refuse(tr("It is the first stage of the file."));
    if (!isUp && stage.value + 1 >= graph().stageCount())
        return refuse(tr("It is the last stage of the file."));
    perform(drydock::moveStage(context(), {stage.value}, isUp ? stage.value - 1 : stage.value + 1));
}

bool GraphGestures::canBeInserted(NodeIndex node) const
{
    return graph().nodes[node.value].kind == NodeKind::Stage && graph().edgesOutOf(node).empty();
}

void GraphGestures::insertOn(std::size_t edge, NodeIndex stage)
{
    if (stage.isValid())
        perform(insertStageBetween(context(), edge, {stage.value}));
    else if (perform(insertBetween(context(), edge)))
        askForName(stageOfFocus(), m_last);
}

void GraphGestures::copy(const std::vector<NodeIndex> &nodes)
{
    std::vector<StageIndex> stages;
    for (const NodeIndex node : nodes) {
        if (graph().nodes[node.value].kind == NodeKind::Stage)
            stages.push_back({node.value});
    }
    if (stages.empty())
        return refuse(tr("Only stages of this file can be copied."));
    const std::string text = stageText(m_document.analysis().syntax, stages);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text.data(), qsizetype(text.size())));
    emit said(tr("%n stages copied as text", nullptr, int(stages.size())));
}

void GraphGestures::paste()
{
    const NodeIndex selected = m_view.graphScene().selectedNode();
    const bool isStage
        = selected.value < graph().nodes.size() && graph().nodes[selected.value].kind == NodeKind::Stage;
    perform(pasteStages(context(), QGuiApplication::clipboard()->text().toStdString(),
                        isStage ? StageIndex {selected.value} : StageIndex {}));
}

void GraphGestures::duplicate(NodeIndex stage)
{
    perform(duplicateStage(context(), {stage.value}));
}

} // namespace drydock::ui
