// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "model/engine/http_engine_client.h"
#include "model/engine/job.h"

#include <QEventLoop>

#include <memory>

namespace drydock::cli {

/// Turns the event loop until `job` has ended; Ctrl+C ends the program through it.
template <typename T>
Result<T> wait(JobOf<T> &job)
{
    QEventLoop loop;
    QObject::connect(&job, &Job::finished, &loop, &QEventLoop::quit);
    if (!job.isFinished())
        loop.exec();
    if (!job.isFinished())
        return refusal(QT_TRANSLATE_NOOP("cli", "Interrupted."));
    return job.result();
}

/// The engine that a command works with.
class EngineSession {
public:
    /// Finds the engine as docker does and agrees on a version with it.
    static Result<std::unique_ptr<EngineSession>> open(const EngineOrder &order);

    EngineClient &client() { return *m_client; }
    const Endpoint &endpoint() const { return m_client->endpoint(); }
    /// "docker 20.10.24 (unix:///var/run/docker.sock)"
    std::string label() const;

private:
    explicit EngineSession(const Endpoint &endpoint);

    std::unique_ptr<HttpEngineClient> m_client;
};

/// The sentence and, on lines of their own, the words of the engine or builder.
void tell(Output &output, const Error &error);

} // namespace drydock::cli
