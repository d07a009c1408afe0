// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/verify_job.h"

#include "model/engine/run_owner.h"

#include <utility>

namespace drydock {

VerifyJob::VerifyJob(EngineClient &engine, const std::string &before, const std::string &after,
                     const RunPlan &plan, WebAsker asker)
{
    if (!asker) {
        m_client = std::make_unique<HttpClient>();
        asker = [client = m_client.get()](std::uint16_t port, HttpRequest request) {
            // As to an engine: no proxy of the environment stands before this very machine.
            Endpoint endpoint;
            endpoint.kind = EndpointKind::Tcp;
            endpoint.host = "127.0.0.1";
            endpoint.port = port;
            endpoint.url = "tcp://127.0.0.1:" + std::to_string(port);
            return client->send(endpoint, std::move(request), Delivery::Streamed);
        };
    }
    if (!before.empty()) {
        m_before.reset(new RunJob(engine, before, plan, asker));
        connect(m_before.get(), &Job::finished, this, &VerifyJob::ended);
    }
    m_after.reset(new RunJob(engine, after, plan, asker));
    connect(m_after.get(), &Job::finished, this, &VerifyJob::ended);
}

VerifyJob::~VerifyJob()
{
    abort();
    // Behind the exchanges, which go at the next turn too.
    if (m_client)
        m_client.release()->deleteLater();
}

void VerifyJob::abort()
{
    m_before.reset();
    m_after.reset();
}

void VerifyJob::ended()
{
    if (!m_after->isFinished() || (m_before && !m_before->isFinished()))
        return;
    for (const auto *const run : {m_before.get(), m_after.get()}) {
        if (run && !run->result()) {
            finish(tl::unexpected<Error>(run->result().error()));
            return;
        }
    }
    std::optional<RunFinding> before;
    if (m_before)
        before = *m_before->result();
    finish(compareRuns(std::move(before), *m_after->result()));
}

SweepJob::SweepJob(EngineClient &engine)
    : m_engine(engine)
    , m_listing(engine.containers(runLabel))
{
    connect(m_listing.get(), &Job::finished, this, [this] {
        const auto listing = std::move(m_listing);
        if (listing->result())
            remove(*listing->result());
        else
            finish(tl::unexpected<Error>(listing->result().error()));
    });
}

void SweepJob::abort()
{
    m_listing.reset();
    m_removals.clear();
}

void SweepJob::remove(const std::vector<ContainerFacts> &containers)
{
    m_removals.reserve(containers.size());
    for (const ContainerFacts &container : containers) {
        const auto owner = container.labels.find(runLabel);
        if (owner == container.labels.end() || !isOwnerGone(owner->second))
            continue;
        ++m_pending;
        m_removals.push_back(m_engine.removeContainer(container.id));
        const auto *const removal = m_removals.back().get();
        connect(removal, &Job::finished, this, [this, removal] {
            m_removed += removal->result() ? 1 : 0;
            if (--m_pending == 0)
                finish(m_removed);
        });
    }
    if (m_removals.empty())
        finish(0);
}

JobPtr<int> sweepLeftovers(EngineClient &engine)
{
    return JobPtr<int>(new SweepJob(engine));
}

} // namespace drydock
