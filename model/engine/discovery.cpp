// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/discovery.h"

#include "model/engine/docker_config.h"
#include "model/engine/docker_contexts.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace drydock {
namespace {

namespace fs = std::filesystem;

constexpr auto usualSocket = "/var/run/docker.sock";

/// Sockets, links to sockets too.
bool isSocket(const std::string &path)
{
    std::error_code ignored;
    return fs::is_socket(path, ignored);
}

/// The sockets of Lima's machines: one folder each.
std::vector<std::string> limaSockets(const std::string &home)
{
    std::vector<std::string> found;
    std::error_code problem;
    constexpr std::size_t mostMachines = 100;
    fs::directory_iterator entry(home + "/.lima", problem);
    for (; !problem && entry != fs::directory_iterator() && found.size() < mostMachines;
         entry.increment(problem))
        found.push_back(entry->path().string() + "/sock/docker.sock");
    std::sort(found.begin(), found.end());
    return found;
}

/// Where engines put their sockets, the likeliest first.
std::vector<std::pair<std::string, std::string>> candidates(const DiscoveryPlaces &around)
{
    const std::string home(around.variable("HOME"));
    const std::string runtime(around.variable("XDG_RUNTIME_DIR"));
    std::vector<std::pair<std::string, std::string>> result {{around.root + usualSocket, "Docker"}};
    if (!runtime.empty())
        result.emplace_back(runtime + "/docker.sock", "Docker, rootless");
    if (!home.empty()) {
        for (const auto &[path, product] : {std::pair {"/.docker/desktop/docker.sock", "Docker Desktop"},
                                            {"/.docker/run/docker.sock", "Docker Desktop"},
                                            {"/.colima/default/docker.sock", "Colima"},
                                            {"/.colima/docker.sock", "Colima"},
                                            {"/.rd/docker.sock", "Rancher Desktop"}})
            result.emplace_back(home + path, product);
        for (std::string &path : limaSockets(home))
            result.emplace_back(std::move(path), "Lima");
    }
    if (!runtime.empty())
        result.emplace_back(runtime + "/podman/podman.sock", "Podman");
    result.emplace_back(around.root + "/run/podman/podman.sock", "Podman, of the system");
    return result;
}

class Search {
public:
    explicit Search(const DiscoveryPlaces &around)
        : m_around(around)
        , m_contexts(readContexts(around.configFolder()))
    { }

    Discovery run()
    {
        Discovery result {current(), {}, {}};
        if (result.endpoint)
            add(result.choices, {*result.endpoint, describedBy(result.endpoint->name), true});
        if (const auto host = m_around.variable("DOCKER_HOST"); !host.empty()) {
            if (const auto endpoint = withTls(host, "DOCKER_HOST"))
                add(result.choices, {*endpoint, {}, false});
        }
        for (const DockerContext &context : m_contexts) {
            if (context.endpoint)
                add(result.choices, {*context.endpoint, context.description, false});
            else
                result.problems.push_back(context.endpoint.error());
        }
        for (const auto &[path, product] : candidates(m_around)) {
            if (isSocket(path))
                add(result.choices, {socketAt(path, "found"), product, false});
        }
        return result;
    }

private:
    /// Once each: a context is often another name of a socket that is found as well.
    static void add(std::vector<EngineChoice> &choices, EngineChoice choice)
    {
        const auto isThere = [&](const EngineChoice &other) {
            return other.endpoint.url == choice.endpoint.url && other.endpoint.kind == choice.endpoint.kind
                && (choice.endpoint.name.empty() || other.endpoint.name == choice.endpoint.name);
        };
        if (std::none_of(choices.begin(), choices.end(), isThere))
            choices.push_back(std::move(choice));
    }
    std::string describedBy(const std::string &context) const
    {
        const auto found = std::find_if(m_contexts.begin(), m_contexts.end(),
                                        [&](const DockerContext &each) { return each.name == context; });
        return found == m_contexts.end() ? std::string() : found->description;
    }
    static Endpoint socketAt(const std::string &path, const char *source)
    {
        Endpoint endpoint;
        endpoint.path = path;
        endpoint.url = "unix://" + path;
        endpoint.source = source;
        return endpoint;
    }

    /// DOCKER_TLS_VERIFY and DOCKER_TLS count if they are not empty, whatever they say (docker/cli, flags/options.go).
    Result<Endpoint> withTls(std::string_view host, const char *source) const
    {
        const bool verifies = !m_around.variable("DOCKER_TLS_VERIFY").empty();
        auto endpoint = parseEndpoint(host, verifies || !m_around.variable("DOCKER_TLS").empty());
        if (!endpoint)
            return endpoint;
        endpoint->source = source;
        if (endpoint->kind == EndpointKind::Tls) {
            const std::string_view folder = m_around.variable("DOCKER_CERT_PATH");
            takeTlsFiles(folder.empty() ? m_around.configFolder() : std::string(folder), *endpoint);
            endpoint->skipsVerification = !verifies;
        }
        return endpoint;
    }

    Result<Endpoint> contextCalled(const std::string &name, const char *source) const
    {
        if (name == "default")
            return defaultEngine(source, true);
        const auto found = std::find_if(m_contexts.begin(), m_contexts.end(),
                                        [&](const DockerContext &each) { return each.name == name; });
        if (found == m_contexts.end())
            return refusal(QT_TRANSLATE_NOOP("engine", "There is no docker context “%1”, which %2 asks for."),
                           {name, source});
        return found->endpoint;
    }

    /// \param isAsked somebody has named it: then no other socket stands in.
    Result<Endpoint> defaultEngine(const char *source, bool isAsked) const
    {
        if (const auto host = m_around.variable("DOCKER_HOST"); !host.empty()) {
            auto endpoint = withTls(host, "DOCKER_HOST");
            if (endpoint)
                endpoint->name = "default";
            return endpoint;
        }
        Endpoint usual = socketAt(m_around.root + usualSocket, source);
        usual.name = "default";
        if (isAsked || isSocket(usual.path))
            return usual;
        for (const auto &[path, product] : candidates(m_around)) {
            if (isSocket(path))
                return socketAt(path, "found");
        }
        return usual;
    }

    Result<Endpoint> current() const
    {
        if (!m_around.context.empty() && !m_around.host.empty())
            return refusal(QT_TRANSLATE_NOOP("engine", "Name a context or a host, not both."));
        if (!m_around.context.empty())
            return contextCalled(m_around.context, "the command line");
        if (!m_around.host.empty())
            return withTls(m_around.host, "the command line");
        if (const auto host = m_around.variable("DOCKER_HOST"); !host.empty())
            return withTls(host, "DOCKER_HOST");
        if (const auto context = m_around.variable("DOCKER_CONTEXT"); !context.empty())
            return contextCalled(std::string(context), "DOCKER_CONTEXT");
        const auto config = readDockerConfig(m_around.configFolder());
        if (!config)
            return tl::unexpected(config.error());
        if (!config->currentContext.empty())
            return contextCalled(config->currentContext, "config.json");
        return defaultEngine("default", false);
    }

    const DiscoveryPlaces &m_around;
    std::vector<DockerContext> m_contexts;
};

} // namespace

std::string_view DiscoveryPlaces::variable(std::string_view name) const
{
    const auto found = environment.find(name);
    return found == environment.end() ? std::string_view() : std::string_view(found->second);
}

std::string DiscoveryPlaces::configFolder() const
{
    if (const auto folder = variable("DOCKER_CONFIG"); !folder.empty())
        return std::string(folder);
    const std::string_view home = variable("HOME");
    return home.empty() ? std::string() : std::string(home) + "/.docker";
}

DiscoveryPlaces discoveryPlacesOfProcess()
{
    DiscoveryPlaces around;
    for (const char *name : {"DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_TLS",
                             "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "HOME", "PATH", "XDG_RUNTIME_DIR"}) {
        if (const char *value = std::getenv(name))
            around.environment.emplace(name, value);
    }
    return around;
}

Discovery discoverEngines(const DiscoveryPlaces &surroundings)
{
    return Search(surroundings).run();
}

} // namespace drydock
