// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock {

class EngineSession;

/// An engine over its HTTP API (Docker Engine API 1.40 … 1.52; Podman's of the same name). Jobs go on when the client is
/// gone.
class HttpEngineClient final : public EngineClient {
    Q_OBJECT

public:
    /// Asks nothing yet.
    explicit HttpEngineClient(Endpoint endpoint, QObject *parent = nullptr);
    ~HttpEngineClient() override;

    const Endpoint &endpoint() const override;
    const EngineFacts &facts() const override;
    JobPtr<EngineFacts> greet() override;

    JobPtr<std::vector<ImageSummary>> images(const std::string &label) override;
    JobPtr<ImageFacts> inspectImage(const std::string &image) override;
    JobPtr<std::vector<HistoryEntry>> history(const std::string &image) override;
    JobPtr<bool> tagImage(const std::string &image, const std::string &repository,
                          const std::string &tag) override;
    JobPtr<bool> removeImage(const std::string &image) override;
    ExchangePtr saveImage(const std::string &image) override;
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
    std::shared_ptr<EngineSession> m_session;
};

} // namespace drydock
