// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/http_engine_client.h"

#include "model/engine/credentials.h"
#include "model/engine/engine_call.h"
#include "model/engine/engine_error.h"
#include "model/engine/engine_json.h"
#include "model/engine/engine_session.h"
#include "model/engine/engine_stream.h"
#include "model/engine/request_words.h"

#include <utility>

namespace drydock {
namespace {

HttpRequest requestOf(const char *method, std::string url)
{
    HttpRequest request;
    request.method = method;
    request.url = std::move(url);
    return request;
}

Result<bool> isDone(const HttpAnswer &)
{
    return true;
}

std::vector<ImageSummary> readImages(const HttpAnswer &answer)
{
    std::vector<ImageSummary> images;
    for (const Json &item : parsedObjects(answer.body)) {
        ImageSummary image;
        image.id = textIn(item, "Id");
        // Engines before 1.43 give images without a name these.
        for (std::string &tag : textsIn(item, "RepoTags")) {
            if (tag != "<none>:<none>")
                image.tags.push_back(std::move(tag));
        }
        for (std::string &digest : textsIn(item, "RepoDigests")) {
            if (digest != "<none>@<none>")
                image.digests.push_back(std::move(digest));
        }
        image.labels = textMapIn(item, "Labels");
        image.created = numberIn(item, "Created");
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace

HttpEngineClient::HttpEngineClient(Endpoint endpoint, QObject *parent)
    : EngineClient(parent)
    , m_session(std::make_shared<EngineSession>(std::move(endpoint)))
{ }

HttpEngineClient::~HttpEngineClient() = default;

const Endpoint &HttpEngineClient::endpoint() const
{
    return m_session->endpoint();
}

const EngineFacts &HttpEngineClient::facts() const
{
    return m_session->facts();
}

JobPtr<EngineFacts> HttpEngineClient::greet()
{
    return greetEngine(m_session);
}

JobPtr<std::vector<ImageSummary>> HttpEngineClient::images(const std::string &label)
{
    HttpRequest request = requestOf("GET", "/images/json" + queryOf({{"filters", labelFilter(label)}}));
    return askOnce<std::vector<ImageSummary>>(m_session, std::move(request), readImages);
}

JobPtr<ImageFacts> HttpEngineClient::inspectImage(const std::string &image)
{
    if (!isPathName(image))
        return refusedCall<ImageFacts>(m_session, engineError(EngineTrouble::BadName, image));
    return askOnce<ImageFacts>(m_session, requestOf("GET", pathOf("/images/", image, "/json")),
                               [](const HttpAnswer &answer) { return readImageFacts(answer.body); });
}

JobPtr<std::vector<HistoryEntry>> HttpEngineClient::history(const std::string &image)
{
    using Entries = std::vector<HistoryEntry>;
    if (!isPathName(image))
        return refusedCall<Entries>(m_session, engineError(EngineTrouble::BadName, image));
    return askOnce<Entries>(m_session, requestOf("GET", pathOf("/images/", image, "/history")),
                            [](const HttpAnswer &answer) { return readHistory(answer.body); });
}

JobPtr<bool> HttpEngineClient::tagImage(const std::string &image, const std::string &repository,
                                        const std::string &tag)
{
    if (!isPathName(image))
        return refusedCall<bool>(m_session, engineError(EngineTrouble::BadName, image));
    std::string url = pathOf("/images/", image, "/tag") + queryOf({{"repo", repository}, {"tag", tag}});
    return askOnce<bool>(m_session, requestOf("POST", std::move(url)), isDone);
}

JobPtr<bool> HttpEngineClient::removeImage(const std::string &image)
{
    if (!isPathName(image))
        return refusedCall<bool>(m_session, engineError(EngineTrouble::BadName, image));
    return askOnce<bool>(m_session, requestOf("DELETE", pathOf("/images/", image, "")), isDone);
}

ExchangePtr HttpEngineClient::saveImage(const std::string &image)
{
    if (!isPathName(image))
        return refusedStream(engineError(EngineTrouble::BadName, image));
    HttpRequest request = requestOf("GET", pathOf("/images/", image, "/get"));
    // The engine gathers all layers before it sends the first.
    request.headerTimeout = 0;
    return streamFrom(m_session, std::move(request));
}

ExchangePtr HttpEngineClient::pullImage(const std::string &image, const std::string &platform,
                                        const RegistryLogin &login)
{
    if (!isPathName(image))
        return refusedStream(engineError(EngineTrouble::BadName, image));
    const auto [name, tag] = nameAndTag(image);
    HttpRequest request = requestOf(
        "POST", "/images/create" + queryOf({{"fromImage", name}, {"tag", tag}, {"platform", platform}}));
    if (!login.isEmpty())
        request.headers.emplace_back("X-Registry-Auth", registryAuthHeader(login));
    request.headerTimeout = 0;
    return streamFrom(m_session, std::move(request));
}

ExchangePtr HttpEngineClient::build(const BuildQuery &query, std::shared_ptr<BodySource> context)
{
    HttpRequest request = requestOf("POST", buildPath(query));
    request.headers.emplace_back("Content-Type", "application/x-tar");
    request.source = std::move(context);
    request.headerTimeout = 0;
    return streamFrom(m_session, std::move(request));
}

JobPtr<bool> HttpEngineClient::cancelBuild(const std::string &buildId)
{
    return askOnce<bool>(m_session, requestOf("POST", "/build/cancel" + queryOf({{"id", buildId}})), isDone);
}

ExchangePtr HttpEngineClient::events()
{
    const Json filters {{"type", {"container", "image"}}};
    HttpRequest request = requestOf("GET", "/events" + queryOf({{"filters", printedJson(filters)}}));
    // Podman sends no head before the first event.
    request.headerTimeout = 0;
    return streamFrom(m_session, std::move(request));
}

} // namespace drydock
