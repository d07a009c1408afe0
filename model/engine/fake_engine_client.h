// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/scripted_exchange.h"

#include <QPointer>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// An image of a FakeEngineClient. It is found by its id and by its tags.
struct FakeImage {
    ImageFacts
        facts; ///< Its tags grow and shrink as it is tagged; those of facts.config.labels count for filters.
    std::vector<HistoryEntry> history; ///< Oldest first.
    std::string archive; ///< What saveImage() streams.
};

/// What a container of an image does when it is started.
struct FakeProgram {
    /// What inspectContainer() says, one after the other; the last one stays. Id, name, image and labels are filled in.
    /// Empty: it runs for ever.
    std::vector<ContainerFacts> moments;
    std::string logs;
    /// Answers of execute(), by the words of the command with a blank between. What is not here exits with 127.
    std::map<std::string, ExecOutcome> commands;
};

/// What a build of a target does.
struct FakeBuild {
    std::vector<std::string> pieces; ///< Of the stream, as the builder sends it.
    int status = 200;
    std::optional<FakeImage>
        image; ///< What the engine has afterwards; gets the tags and labels of the query.
    std::optional<Error> breaksOff; ///< After the pieces.
};

/// An engine by the script: for tests, screenshots and the demo. Answers come from the event loop, never from inside of the
/// call, and in the order of the calls.
class FakeEngineClient final : public EngineClient {
    Q_OBJECT

public:
    explicit FakeEngineClient(QObject *parent = nullptr);
    ~FakeEngineClient() override;

    // The script.
    void setEndpoint(Endpoint endpoint) { m_endpoint = std::move(endpoint); }
    void setFacts(EngineFacts facts) { m_facts = std::move(facts); }
    void addImage(FakeImage image);
    /// What containers of `image` (its id or a tag) do.
    void setProgram(const std::string &image, FakeProgram program);
    /// What a build of `target` does; "" is a build without one.
    void setBuild(const std::string &target, FakeBuild build);
    /// As if somebody had started it. Its id is taken from `facts`.
    void addContainer(ContainerFacts facts, FakeProgram program = {});
    /// `call` ("inspectImage", or with its first argument: "inspectImage alpine:3.18") ends in `error` from now on.
    void fail(const std::string &call, Error error);
    /// `call` works again.
    void mend(const std::string &call) { m_failures.erase(call); }
    /// Answers wait until release().
    void hold() { m_isHeld = true; }
    void release();
    /// A line of the stream of events() for whoever listens.
    void tell(const std::string &eventLine);

    // What happened.
    /// Every call with its first argument: "inspectImage alpine:3.18".
    const std::vector<std::string> &calls() const { return m_calls; }
    /// How often `call` was made; with its first argument, only with that one.
    int count(std::string_view call) const;
    const std::vector<FakeImage> &allImages() const { return m_images; }
    std::vector<ContainerFacts> allContainers() const;
    const std::vector<ContainerPlan> &plans() const { return m_plans; } ///< Of createContainer().
    const std::vector<BuildQuery> &queries() const { return m_queries; } ///< Of build().

    const Endpoint &endpoint() const override { return m_endpoint; }
    const EngineFacts &facts() const override { return m_facts; }
    JobPtr<EngineFacts> greet() override;
    JobPtr<std::vector<ImageSummary>> images(const std::string &label) override;
    JobPtr<ImageFacts> inspectImage(const std::string &image) override;
    JobPtr<std::vector<HistoryEntry>> history(const std::string &image) override;
    JobPtr<bool> tagImage(const std::string &image, const std::string &repository,
                          const std::string &tag) override;
    JobPtr<bool> removeImage(const std::string &image) override;
    ExchangePtr saveImage(const std::string &image) override;
    /// Says that the image is there, or that nobody knows it.
    ExchangePtr pullImage(const std::string &image, const std::string &platform,
                          const RegistryLogin &login) override;
    ExchangePtr build(const BuildQuery &query, std::shared_ptr<BodySource> context) override;
    JobPtr<bool> cancelBuild(const std::string &buildId) override;
    JobPtr<std::string> createContainer(const ContainerPlan &plan) override;
    JobPtr<bool> startContainer(const std::string &container) override;
    JobPtr<bool> stopContainer(const std::string &container, int seconds) override;
    JobPtr<bool> removeContainer(const std::string &container) override;
    JobPtr<ContainerFacts> inspectContainer(const std::string &container) override;
    JobPtr<std::vector<ContainerFacts>> containers(const std::string &label) override;
    JobPtr<std::string> logs(const std::string &container) override;
    JobPtr<ExecOutcome> execute(const std::string &container,
                                const std::vector<std::string> &command) override;
    ExchangePtr events() override;

private:
    struct Container {
        ContainerFacts facts;
        FakeProgram program;
        std::size_t moment = 0;
    };

    template <typename T>
    JobPtr<T> answer(const std::string &call, const std::string &argument,
                     std::function<Result<T>()> question);
    ExchangePtr play(const std::string &call, const std::string &argument, ExchangeScript script);
    void note(const std::string &call, const std::string &argument);
    const Error *failureOf(const std::string &call, const std::string &argument) const;
    void whenFree(QObject *receiver, std::function<void()> deliver);
    FakeImage *imageNamed(const std::string &name);
    Container *containerNamed(const std::string &name);
    void keepBuilt(const FakeImage &image, const BuildQuery &query);
    Result<bool> takeTag(const std::string &image);

    Endpoint m_endpoint;
    EngineFacts m_facts;
    std::vector<FakeImage> m_images;
    std::map<std::string, FakeProgram> m_programs;
    std::map<std::string, FakeBuild> m_builds;
    std::map<std::string, Error> m_failures;
    std::vector<Container> m_containers;
    std::vector<std::string> m_calls;
    std::vector<ContainerPlan> m_plans;
    std::vector<BuildQuery> m_queries;
    std::vector<QPointer<ScriptedExchange>> m_listeners;
    std::deque<std::function<void()>> m_held;
    bool m_isHeld = false;
    int m_made = 0; ///< Containers so far: their ids.
};

} // namespace drydock
