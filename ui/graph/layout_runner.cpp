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

void LayoutRunner::start(LayoutInput input, PreviousLayout previous)
{
    Question question {std::move(input), std::move(previous)};
    if (m_isRunning) {
        m_waiting = std::move(question);
        hurry(); // Nobody waits for the answer to the old one.
    } else {
        run(std::move(question));
    }
}

void LayoutRunner::forget()
{
    m_waiting.reset();
    hurry();
    m_isForgotten = m_isRunning;
}

void LayoutRunner::run(Question question)
{
    m_isRunning = true;
    m_isForgotten = false;
    m_thread = std::jthread([this, question = std::move(question)](const std::stop_token &stop) {
        LayoutResult result = m_layout.arrange(question.input, question.previous, stop);
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
