// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/endpoint.h"
#include "model/engine/http_client.h"
#include "model/engine/job.h"
#include "model/image/image_facts.h"
#include "model/image/size_report.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// What an engine says of itself when it is first asked.
struct EngineFacts {
    std::string product; ///< "docker", "podman"
    std::string version; ///< "20.10.24+dfsg1"
    std::string apiVersion; ///< That every call uses: "1.41".
    std::string os; ///< "linux"
    std::string architecture; ///< As in image platforms: "amd64", "arm64".
    ImageStore store = ImageStore::Unknown;
    bool hasBuildKit = false; ///< `POST /build?version=2` works.
    bool isRootless = false;

    /// "docker 20.10.24"
    std::string label() const;
    bool operator==(const EngineFacts &) const = default;
};

/// One image of the engine's list.
struct ImageSummary {
    std::string id;
    std::vector<std::string> tags; ///< Empty for those without a name.
    std::vector<std::string> digests;
    std::map<std::string, std::string> labels;
    std::int64_t created = 0; ///< Seconds since 1970.
};

/// What the engine is asked to build (`POST /build`). What is empty is left out.
struct BuildQuery {
    std::string dockerfile; ///< Its path in the archive.
    std::string target;
    std::vector<std::string> tags;
    std::map<std::string, std::string> buildArgs;
    std::map<std::string, std::string> labels;
    std::vector<std::string> cacheFrom;
    std::string platform;
    std::string networkMode;
    std::string buildId; ///< For cancelBuild().
    bool noCache = false;
    bool pull = false;
    bool usesBuildKit = true; ///< version=2; else the classic builder.
};

/// What a container is started with. It is labelled, has limits, and its ports are published on 127.0.0.1 at ports that the
/// engine chooses.
struct ContainerPlan {
    std::string image;
    std::string name; ///< Empty: the engine's choice.
    std::vector<std::string> command; ///< Empty: the image's.
    std::vector<std::string> entrypoint; ///< Empty: the image's.
    std::map<std::string, std::string> environment; ///< More than the image's.
    std::map<std::string, std::string> labels;
    std::vector<std::string> ports; ///< "8080/tcp"
    std::uint64_t memoryBytes = 0; ///< 0: no limit.
    int processes = 0; ///< 0: no limit.
    std::string networkMode; ///< Empty: the engine's default; "none".
};

enum class HealthState : std::uint8_t { None, Starting, Healthy, Unhealthy };

struct ContainerFacts {
    std::string id;
    std::string name;
    std::string image; ///< Its id.
    std::map<std::string, std::string> labels;
    std::string status; ///< "created", "running", "exited"
    bool isRunning = false;
    int exitCode = 0;
    bool wasKilledForMemory = false;
    std::string error;
    HealthState health = HealthState::None;
    std::map<std::string, std::uint16_t>
        ports; ///< "8080/tcp" → port of the engine's machine; only those that are published.
    bool hasTerminal = false;
};

/// What a program in a container printed and how it ended.
struct ExecOutcome {
    int exitCode = 0;
    std::string output; ///< Raw bytes of stdout, at most 1 MiB.
    std::string errors; ///< Of stderr, likewise.
};

/// Something that happened at the engine.
struct EngineEvent {
    std::string type; ///< "image", "container"
    std::string action; ///< "tag", "die"; without what stands behind a colon.
    std::string id;
    std::map<std::string, std::string> attributes;
};

/// Whom an engine logs in as at a registry. Lives as short as it can; never written anywhere.
struct RegistryLogin {
    std::string user;
    std::string password;
    std::string identityToken; ///< Instead of both.
    std::string server; ///< "https://index.docker.io/v1/", "registry.example:5000".

    bool isEmpty() const { return user.empty() && identityToken.empty(); }
};

/// What Drydock needs of a container engine. Every call returns at once; an engine that cannot be reached is an Error in the
/// job's result. Names and ids go in as they are; the client escapes them.
///
/// Implementations: HttpEngineClient, the real one; FakeEngineClient, scripted.
class EngineClient : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const Endpoint &endpoint() const = 0;
    /// What is known since the last greet(); empty versions before.
    virtual const EngineFacts &facts() const = 0;
    /// Agrees on a version (1.40 … 1.52) and asks who it is. Every other call does so first if nobody has.
    virtual JobPtr<EngineFacts> greet() = 0;

    /// \param label "key=value" or "key" that images must have; empty: all.
    virtual JobPtr<std::vector<ImageSummary>> images(const std::string &label) = 0;
    virtual JobPtr<ImageFacts> inspectImage(const std::string &image) = 0;
    virtual JobPtr<std::vector<HistoryEntry>> history(const std::string &image) = 0; ///< Oldest first.
    virtual JobPtr<bool> tagImage(const std::string &image, const std::string &repository,
                                  const std::string &tag)
        = 0;
    /// Takes a name from an image, and the image itself if it was the last one. True; an Error if a container uses it.
    virtual JobPtr<bool> removeImage(const std::string &image) = 0;
    /// The archive of `docker save`, streamed.
    virtual ExchangePtr saveImage(const std::string &image) = 0;
    /// JSON lines of `docker pull`, streamed: a 200 that ends with an errorDetail has failed.
    virtual ExchangePtr pullImage(const std::string &image, const std::string &platform,
                                  const RegistryLogin &login)
        = 0;

    /// The builder's stream: whether it went well stands in what is streamed (ENGINE §1.5). \param context a tar.
    virtual ExchangePtr build(const BuildQuery &query, std::shared_ptr<BodySource> context) = 0;
    virtual JobPtr<bool> cancelBuild(const std::string &buildId) = 0;

    virtual JobPtr<std::string> createContainer(const ContainerPlan &plan) = 0; ///< Its id.
    virtual JobPtr<bool> startContainer(const std::string &container) = 0;
    /// \param seconds before it is killed.
    virtual JobPtr<bool> stopContainer(const std::string &container, int seconds) = 0;
    /// With its volumes, running or not. True also if it is not there.
    virtual JobPtr<bool> removeContainer(const std::string &container) = 0;
    virtual JobPtr<ContainerFacts> inspectContainer(const std::string &container) = 0;
    virtual JobPtr<std::vector<ContainerFacts>> containers(const std::string &label) = 0; ///< Running or not.
    /// What it printed until now, both streams together, at most 1 MiB from the end.
    virtual JobPtr<std::string> logs(const std::string &container) = 0;
    virtual JobPtr<ExecOutcome> execute(const std::string &container, const std::vector<std::string> &command)
        = 0;

    /// JSON lines of /events for images and containers, streamed, for ever. readEvent() reads one.
    virtual ExchangePtr events() = 0;
};

/// One line of events(). \returns nothing for what nobody wants to know: health checks, other types, no JSON.
std::optional<EngineEvent> readEvent(std::string_view line);

} // namespace drydock
