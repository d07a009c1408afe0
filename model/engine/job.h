// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace drydock {

/// Work under way somewhere else. Owned by whoever asked for it; **destroying a Job cancels it**, so there is no cancel()
/// to forget and no callback into a dead panel.
///
/// Lives in the thread that asked. Its signals are emitted there, `finished` at most once, and none from inside the call
/// that created the job.
class Job : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Stops the work at once. Called by JobPtr when its owner lets go; harmless after finished().
    virtual void abort() = 0;

signals:
    /// \param done, total in bytes; total is 0 while unknown.
    void progressed(qint64 done, qint64 total);
    void finished();
};

/// A Job that ends in a T or an Error. Being cancelled is not an ending: nobody is left to hear it.
template <typename T>
class JobOf : public Job {
public:
    using Job::Job;

    bool isFinished() const { return m_result.has_value(); }
    /// \pre isFinished()
    const Result<T> &result() const { return *m_result; }

protected:
    void finish(Result<T> result)
    {
        Q_ASSERT(!isFinished());
        m_result = std::move(result);
        emit finished();
    }

private:
    std::optional<Result<T>> m_result;
};

/// Lets an owner drop its job even from inside the job's own signals.
struct AbortAndDelete {
    void operator()(Job *job) const
    {
        job->disconnect();
        job->abort();
        job->deleteLater();
    }
};

/// The right to a job's answer. Assigning another one, or dying, cancels the work.
template <typename T>
using JobPtr = std::unique_ptr<JobOf<T>, AbortAndDelete>;

} // namespace drydock
