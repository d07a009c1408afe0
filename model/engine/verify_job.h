// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/job.h"
#include "model/engine/run_job.h"
#include "model/engine/verify_plan.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock {

/// Runs one image, or two of them side by side, and compares what they do. Nothing of this happens without a call.
class VerifyJob final : public JobOf<VerifyReport> {
    Q_OBJECT

public:
    /// \param engine borrowed; must outlive the job. \param before empty: there is nothing to compare with.
    /// \param asker who sends requests; empty: an HttpClient of the job's own.
    VerifyJob(EngineClient &engine, const std::string &before, const std::string &after, const RunPlan &plan,
              WebAsker asker = {});
    ~VerifyJob() override;

    void abort() override;

private:
    void ended();

    std::unique_ptr<HttpClient> m_client;
    JobPtr<RunFinding> m_before;
    JobPtr<RunFinding> m_after;
};

using VerifyPtr = std::unique_ptr<VerifyJob, AbortAndDelete>;

/// Removes the containers of runs whose process is surely over (isOwnerGone()), which a crash leaves behind. Ends in how many
/// those were. For the first contact with an engine.
class SweepJob final : public JobOf<int> {
    Q_OBJECT

public:
    /// \param engine borrowed; must outlive the job.
    explicit SweepJob(EngineClient &engine);

    void abort() override;

private:
    void remove(const std::vector<ContainerFacts> &containers);

    EngineClient &m_engine;
    JobPtr<std::vector<ContainerFacts>> m_listing;
    std::vector<JobPtr<bool>> m_removals;
    std::size_t m_pending = 0;
    int m_removed = 0;
};

JobPtr<int> sweepLeftovers(EngineClient &engine);

} // namespace drydock
