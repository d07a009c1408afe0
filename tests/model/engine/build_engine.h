// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace drydock {

/// An exchange that a test moves on by hand.
class TestExchange final : public HttpExchange {
public:
    void abort() override { isAborted = true; }
    void setPaused(bool isPaused) override
    {
        pauses += isPaused ? 1 : 0;
        isHeld = isPaused;
    }
    const HttpAnswer &head() const override { return answer; }

    void send(const std::string &bytes) { emit received(QByteArray::fromStdString(bytes)); }
    void end(Result<HttpAnswer> result) { finish(std::move(result)); }
    void endWith(int status, const std::string &body = {})
    {
        answer.status = status;
        answer.body = body;
        end(answer);
    }

    HttpAnswer answer;
    int pauses = 0;
    bool isHeld = false;
    bool isAborted = false;
};

template <typename T>
class TestJob final : public JobOf<T> {
public:
    explicit TestJob(Result<T> result)
    {
        QTimer::singleShot(0, this, [this, result = std::move(result)] { this->finish(result); });
    }
    void abort() override { }
};

/// An engine that can build and nothing else: it keeps what it is asked for, and a test answers.
class BuildEngine final : public EngineClient {
public:
    Endpoint place;
    EngineFacts known;
    std::vector<BuildQuery> queries;
    std::vector<std::string> cancelled;
    std::string packed; ///< The archive that was sent last.
    QPointer<TestExchange> exchange; ///< The last one; null once it is dropped.

    const Endpoint &endpoint() const override { return place; }
    const EngineFacts &facts() const override { return known; }
    JobPtr<EngineFacts> greet() override { return job<EngineFacts>(known); }

    ExchangePtr build(const BuildQuery &query, std::shared_ptr<BodySource> context) override
    {
        queries.push_back(query);
        packed.clear();
        for (auto piece = context->read(65536); piece && !piece->empty(); piece = context->read(65536))
            packed += *piece;
        exchange = new TestExchange;
        return ExchangePtr(exchange);
    }
    JobPtr<bool> cancelBuild(const std::string &buildId) override
    {
        cancelled.push_back(buildId);
        return job<bool>(true);
    }

    JobPtr<std::vector<ImageSummary>> images(const std::string & /*label*/) override
    {
        return none<std::vector<ImageSummary>>();
    }
    JobPtr<ImageFacts> inspectImage(const std::string & /*image*/) override { return none<ImageFacts>(); }
    JobPtr<std::vector<HistoryEntry>> history(const std::string & /*image*/) override
    {
        return none<std::vector<HistoryEntry>>();
    }
    JobPtr<bool> tagImage(const std::string & /*image*/, const std::string & /*repository*/,
                          const std::string & /*tag*/) override
    {
        return none<bool>();
    }
    JobPtr<bool> removeImage(const std::string & /*image*/) override { return none<bool>(); }
    ExchangePtr saveImage(const std::string & /*image*/) override { return {}; }
    ExchangePtr pullImage(const std::string & /*image*/, const std::string & /*platform*/,
                          const RegistryLogin & /*login*/) override
    {
        return {};
    }
    JobPtr<std::string> createContainer(const ContainerPlan & /*plan*/) override
    {
        return none<std::string>();
    }
    JobPtr<bool> startContainer(const std::string & /*container*/) override { return none<bool>(); }
    JobPtr<bool> stopContainer(const std::string & /*container*/, int /*seconds*/) override
    {
        return none<bool>();
    }
    JobPtr<bool> removeContainer(const std::string & /*container*/) override { return none<bool>(); }
    JobPtr<ContainerFacts> inspectContainer(const std::string & /*container*/) override
    {
        return none<ContainerFacts>();
    }
    JobPtr<std::vector<ContainerFacts>> containers(const std::string & /*label*/) override
    {
        return none<std::vector<ContainerFacts>>();
    }
    JobPtr<std::string> logs(const std::string & /*container*/) override { return none<std::string>(); }
    JobPtr<ExecOutcome> execute(const std::string & /*container*/,
                                const std::vector<std::string> & /*command*/) override
    {
        return none<ExecOutcome>();
    }
    ExchangePtr events() override { return {}; }

private:
    template <typename T>
    static JobPtr<T> job(Result<T> result)
    {
        return JobPtr<T>(new TestJob<T>(std::move(result)));
    }
    template <typename T>
    static JobPtr<T> none()
    {
        return job<T>(refusal("Not of this engine."));
    }
};

} // namespace drydock
