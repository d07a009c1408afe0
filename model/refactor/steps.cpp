// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/steps.h"

#include "model/text/diff.h"

namespace drydock {

Steps::Steps(const GestureContext &context)
    : m_first(context)
{ }

GestureContext Steps::context() const
{
    return m_last ? GestureContext {m_last->syntax, m_last->graph, m_first.options} : m_first;
}

Result<void> Steps::take(const Result<Plan> &plan)
{
    if (!plan)
        return tl::unexpected(plan.error());
    Result<Outcome> outcome = outcomeOf(context(), plan->edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    m_last = std::make_unique<Outcome>(std::move(*outcome));
    if (m_notice.source.empty())
        m_notice = plan->notice;
    return {};
}

EditSet Steps::edits() const
{
    return diffLines(m_first.syntax.text.bytes(), context().syntax.text.bytes());
}

} // namespace drydock
