// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layout_runner.h"

#include <utility>

namespace drydock::ui {

LayoutRunner::LayoutRunner(const Layout &layout, QObject *parent)
    : QObject(parent)
    , m_layout(layout)
{ }

LayoutRunner::~LayoutRunner() = default;

void LayoutRunner::start(LayoutInput input, std::vector<Point> previous)
{
    Question question {std::move(input), std::move(previous)};
    if (m_isRunning)
        m_waiting = std::move(question);
    else
        run(std::move(question));
}

void LayoutRunner::forget()
{
    m_waiting.reset();
    m_isForgotten = m_isRunning;
}

void LayoutRunner::run(Question question)
{
    m_isRunning = true;
    m_isForgotten = false;
    m_thread = std::jthread([this, question = std::move(question)] {
        LayoutResult result = m_layout.arrange(question.input, question.previous);
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)] { onDone(result); }, Qt::QueuedConnection);
    });
}

void LayoutRunner::onDone(const LayoutResult &result)
{
    m_isRunning = false;
    if (m_waiting) {
        run(*std::exchange(m_waiting, std::nullopt));
        return;
    }
    if (!std::exchange(m_isForgotten, false))
        emit finished(result);
}

} // namespace drydock::ui
