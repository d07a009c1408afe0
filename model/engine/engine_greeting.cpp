// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_call.h"
#include "model/engine/engine_error.h"
#include "model/engine/engine_json.h"
#include "model/engine/engine_session.h"

#include <QtGlobal>

#include <utility>

namespace drydock {
namespace {

/// Podman is told from Docker by what it calls itself (`/version`, Components).
bool isPodman(const Json &version)
{
    for (const Json &component : childrenIn(version, "Components")) {
        if (textIn(component, "Name") == "Podman Engine")
            return true;
    }
    return false;
}

/// `uname -m` in the words of image platforms.
std::string imageArchitecture(const std::string &machine)
{
    if (machine == "x86_64")
        return "amd64";
    return machine == "aarch64" ? "arm64" : machine;
}

ImageStore storeOf(const Json &details)
{
    const Json *status = arrayIn(details, "DriverStatus");
    if (textIn(details, "Driver").empty())
        return ImageStore::Unknown;
    for (const Json &pair : status == nullptr ? Json::array() : *status) {
        if (pair == Json::array({"driver-type", "io.containerd.snapshotter.v1"}))
            return ImageStore::Containerd;
    }
    return ImageStore::GraphDriver;
}

bool isRootless(const Json &details)
{
    for (const std::string &option : textsIn(details, "SecurityOptions")) {
        if (option == "name=rootless" || option.compare(0, 14, "name=rootless,") == 0)
            return true;
    }
    return isTrueIn(details, "Rootless");
}

class Greeting : public EngineCall<EngineFacts> {
public:
    using EngineCall::EngineCall;

    void ping()
    {
        HttpRequest request;
        request.url = "/_ping";
        request.mostBytes = 65536;
        listen(session().sendBare(std::move(request)), [this](const HttpAnswer &answer) {
            m_pingVersion = answer.header("api-version");
            m_builder = answer.header("builder-version");
            askVersion();
        });
    }

private:
    void askVersion()
    {
        HttpRequest request;
        request.url = "/version";
        listen(session().sendBare(std::move(request)),
               [this](const HttpAnswer &answer) { takeVersion(parsedObject(answer.body)); });
    }

    void takeVersion(const Json &version)
    {
        const std::string newest = m_pingVersion.empty() ? textIn(version, "ApiVersion") : m_pingVersion;
        const std::string wanted = qEnvironmentVariable("DOCKER_API_VERSION").toStdString();
        const Result<std::string> agreed
            = agreedVersion(newest, textIn(version, "MinAPIVersion"), wanted, session().endpoint().url);
        if (!agreed) {
            end(tl::unexpected(agreed.error()));
            return;
        }
        m_facts.product = isPodman(version) ? "podman" : "docker";
        m_facts.version = textIn(version, "Version");
        m_facts.apiVersion = *agreed;
        m_facts.os = textIn(version, "Os");
        m_facts.architecture = imageArchitecture(textIn(version, "Arch"));
        // Engines up to 20.10 have it and do not say so.
        m_facts.hasBuildKit = m_facts.product == "docker" && m_builder != "1" && m_facts.os != "windows";
        HttpRequest request;
        request.url = "/v" + m_facts.apiVersion + "/info";
        listen(session().sendBare(std::move(request)),
               [this](const HttpAnswer &answer) { takeDetails(parsedObject(answer.body)); });
    }

    void takeDetails(const Json &details)
    {
        if (m_facts.os.empty())
            m_facts.os = textIn(details, "OSType");
        if (m_facts.architecture.empty())
            m_facts.architecture = imageArchitecture(textIn(details, "Architecture"));
        if (m_facts.version.empty())
            m_facts.version = textIn(details, "ServerVersion");
        m_facts.store = storeOf(details);
        m_facts.isRootless = isRootless(details);
        session().setFacts(m_facts);
        end(m_facts);
    }

    EngineFacts m_facts;
    std::string m_pingVersion;
    std::string m_builder;
};

} // namespace

JobPtr<EngineFacts> greetEngine(std::shared_ptr<EngineSession> session)
{
    std::unique_ptr<Greeting, AbortAndDelete> greeting(new Greeting(std::move(session)));
    greeting->ping();
    return greeting;
}

} // namespace drydock
