// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of GraphScene that keeps what the reader chose to see, and puts it into words.
#include "ui/graph/graph_scene.h"
#include "ui/graph/graph_sentences.h"
#include "ui/graph/stage_item.h"

#include <utility>

namespace drydock::ui {

void GraphScene::setScope(PictureScope scope)
{
    if (scope == m_options.scope)
        return;
    m_options.scope = scope;
    if (m_analysis)
        layOut(true, false);
}

void GraphScene::setExpanded(NodeIndex node, bool isExpanded)
{
    if (!m_analysis || node.value >= m_analysis->graph.nodes.size() || this->isExpanded(node) == isExpanded)
        return;
    m_options.isExpanded[node.value] = isExpanded;
    layOutInPlace();
}

bool GraphScene::isExpanded(NodeIndex node) const
{
    const auto *item = qgraphicsitem_cast<const StageItem *>(nodeItem(node));
    return item && item->card().isExpanded;
}

void GraphScene::setImagePerUse(bool isPerUse)
{
    if (std::exchange(m_options.isImagePerUse, isPerUse) != isPerUse && m_analysis)
        layOut(false, true);
}

void GraphScene::setContextShown(bool isShown)
{
    if (std::exchange(m_options.hasContext, isShown) != isShown && m_analysis)
        layOut(false, true);
}

void GraphScene::setDragRoles(std::vector<DragRole> roles)
{
    m_dragRoles = std::move(roles);
    updateStates();
}

void GraphScene::setMarks(std::shared_ptr<const TextMarks> marks)
{
    const bool hadRoom = m_marks && !m_marks->stages.empty();
    m_marks = std::move(marks);
    // Marks of a text that is not shown yet come with it.
    if (!m_analysis || (m_marks && m_marks->analysis != m_analysis))
        return;
    const bool hasRoom = m_marks && !m_marks->stages.empty();
    if (hasRoom == hadRoom)
        refresh();
    else
        layOutInPlace();
}

QString GraphScene::sentenceFor(NodeIndex index) const
{
    return m_analysis && index.value < m_analysis->graph.nodes.size()
        ? sentenceOf(*m_analysis, index, m_marks.get())
        : QString();
}

} // namespace drydock::ui
