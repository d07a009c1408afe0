// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/docker_contexts.h"

#include "model/engine/docker_config.h"
#include "model/image/json_fields.h"
#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace drydock {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostContexts = 1000;

Result<Endpoint> endpointOf(const Json &meta, const std::string &name, const std::string &tlsFolder)
{
    const Json *endpoints = objectIn(meta, "Endpoints");
    const Json *docker = endpoints ? objectIn(*endpoints, "docker") : nullptr;
    const std::string host = docker ? textIn(*docker, "Host") : std::string();
    if (host.empty())
        return refusal(QT_TRANSLATE_NOOP("engine", "The context “%1” names no engine."), {name});
    Endpoint tls;
    tls.skipsVerification = isTrueIn(*docker, "SkipTLSVerify");
    // Plain HTTP if the context has neither (docker/cli, context/docker/load.go).
    const bool usesTls = takeTlsFiles(tlsFolder, tls) || tls.skipsVerification;
    auto endpoint = parseEndpoint(host, usesTls);
    if (!endpoint)
        return endpoint;
    if (endpoint->kind == EndpointKind::Tls) {
        endpoint->authority = tls.authority;
        endpoint->certificate = tls.certificate;
        endpoint->key = tls.key;
        endpoint->skipsVerification = tls.skipsVerification;
    }
    endpoint->name = name;
    endpoint->source = "context “" + name + "”";
    return endpoint;
}

std::optional<DockerContext> readContext(const std::string &contexts, const std::string &id)
{
    const auto text = readDockerFile(contexts + "/meta/" + id + "/meta.json");
    if (!text || text->empty())
        return std::nullopt;
    const Json meta = Json::parse(*text, nullptr, false);
    const std::string name = meta.is_object() ? withValidUtf8(textIn(meta, "Name")) : std::string();
    if (name.empty() || name == "default")
        return std::nullopt;
    const Json *more = objectIn(meta, "Metadata");
    return DockerContext {name, more ? withValidUtf8(textIn(*more, "Description")) : std::string(),
                          endpointOf(meta, name, contexts + "/tls/" + id + "/docker")};
}

} // namespace

bool takeTlsFiles(const std::string &folder, Endpoint &endpoint)
{
    bool hasAny = false;
    for (const auto &[name, path] : {std::pair {"/ca.pem", &endpoint.authority},
                                     {"/cert.pem", &endpoint.certificate},
                                     {"/key.pem", &endpoint.key}}) {
        std::error_code ignored;
        if (!fs::is_regular_file(folder + name, ignored))
            continue;
        *path = folder + name;
        hasAny = true;
    }
    return hasAny;
}

std::vector<DockerContext> readContexts(const std::string &configFolder)
{
    const std::string contexts = configFolder + "/contexts";
    std::vector<DockerContext> found;
    std::error_code problem;
    fs::directory_iterator entry(contexts + "/meta", problem);
    for (; !problem && entry != fs::directory_iterator() && found.size() < mostContexts;
         entry.increment(problem)) {
        if (auto context = readContext(contexts, entry->path().filename().string()))
            found.push_back(std::move(*context));
    }
    std::sort(found.begin(), found.end(),
              [](const DockerContext &a, const DockerContext &b) { return a.name < b.name; });
    return found;
}

} // namespace drydock
