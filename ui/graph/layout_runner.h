// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"

#include <QObject>

#include <optional>
#include <thread>
#include <vector>

namespace drydock::ui {

/// Lays out big graphs in a thread of its own, one at a time; a question asked meanwhile replaces the waiting one.
///
/// Lives in the GUI thread and answers there. Its destructor waits for the thread, for well under a second.
class LayoutRunner final : public QObject {
    Q_OBJECT

public:
    /// \param layout borrowed; must outlive the runner and be usable from any thread.
    explicit LayoutRunner(const Layout &layout, QObject *parent = nullptr);
    ~LayoutRunner() override;

    void start(LayoutInput input, PreviousLayout previous);
    bool isRunning() const { return m_isRunning; }
    /// Whatever is under way will not be reported.
    void forget();
    /// What is under way ends soon, with the best picture so far.
    void hurry() { m_thread.request_stop(); }

signals:
    /// The answer to the last start(); not emitted for questions that were replaced.
    void finished(const drydock::LayoutResult &result);

private:
    struct Question {
        LayoutInput input;
        PreviousLayout previous;
    };
    void run(Question question);
    void onDone(const LayoutResult &result);

    const Layout &m_layout;
    std::optional<Question> m_waiting;
    bool m_isRunning = false;
    bool m_isForgotten = false;
    std::jthread m_thread; ///< Last: joined before anything else goes.
};

} // namespace drydock::ui
