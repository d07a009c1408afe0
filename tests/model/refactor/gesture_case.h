// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <QTest>

namespace drydock {

/// A file and what is known about it, kept alive for the gestures that are tried on it.
class GestureCase {
public:
    explicit GestureCase(const QByteArray &text, BuildOptions options = {})
        : m_options(std::move(options))
        , m_syntax(parse(SourceText(text.toStdString())))
        , m_graph(makeStageGraph(m_syntax, m_options))
    { }

    GestureContext context() const { return {m_syntax, m_graph, m_options}; }
    const Syntax &syntax() const { return m_syntax; }
    const StageGraph &graph() const { return m_graph; }

    /// The node that is shown as `label`; the last of several. None if there is none.
    NodeIndex node(const QByteArray &label) const
    {
        NodeIndex found;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            if (m_graph.nodes[i].label() == label.toStdString())
                found = {i};
        }
        return found;
    }
    /// The last stage that is shown as `label`.
    StageIndex stage(const QByteArray &label) const
    {
        StageIndex found;
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i) {
            if (m_graph.nodes[i].label() == label.toStdString())
                found = {i};
        }
        return found;
    }

    /// The text afterwards, or "no: " and the reason. An accepted plan has to be undone exactly and to have words.
    QByteArray after(const Result<Plan> &plan) const
    {
        if (!plan)
            return "no: " + QByteArray::fromStdString(inEnglish(plan.error().text));
        const std::string_view before = m_syntax.text.bytes();
        const std::string edited = plan->edits.applyTo(before);
        if (plan->edits.inverse(before).applyTo(edited) != before)
            return "undo does not restore the text";
        if (plan->edits.isEmpty() || plan->name.source.empty() || plan->explanation.source.empty())
            return "a plan without edits or without words";
        if (plan->focus.end > edited.size() || plan->focus.begin > plan->focus.end)
            return "the focus is not in the text";
        return QByteArray::fromStdString(edited);
    }
    /// The text that has the focus afterwards. \pre the plan was accepted.
    QByteArray focused(const Result<Plan> &plan) const
    {
        const std::string edited = plan->edits.applyTo(m_syntax.text.bytes());
        return QByteArray::fromStdString(edited.substr(plan->focus.begin, plan->focus.size()));
    }

private:
    BuildOptions m_options;
    Syntax m_syntax;
    StageGraph m_graph;
};

inline QByteArray english(const UserText &text)
{
    return QByteArray::fromStdString(inEnglish(text));
}

} // namespace drydock
