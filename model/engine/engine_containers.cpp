// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/container_answers.h"
#include "model/engine/engine_call.h"
#include "model/engine/engine_error.h"
#include "model/engine/engine_json.h"
#include "model/engine/engine_session.h"
#include "model/engine/http_engine_client.h"
#include "model/engine/request_words.h"

#include <algorithm>
#include <utility>

// The calls of HttpEngineClient that are about containers.

namespace drydock {
namespace {

HttpRequest requestFor(const char *method, std::string_view container, std::string_view what)
{
    HttpRequest request;
    request.method = method;
    request.url = pathOf("/containers/", container, what);
    return request;
}

Result<bool> isDone(const HttpAnswer &)
{
    return true;
}

/// 304: it was so before. 404: it is not there.
JobPtr<bool> command(const std::shared_ptr<EngineSession> &session, const std::string &container,
                     HttpRequest request, int also)
{
    if (!isPathName(container))
        return refusedCall<bool>(session, engineError(EngineTrouble::BadName, container));
    return askOnce<bool>(session, std::move(request), isDone, also);
}

} // namespace

JobPtr<std::string> HttpEngineClient::createContainer(const ContainerPlan &plan)
{
    HttpRequest request;
    request.method = "POST";
    request.url = "/containers/create" + queryOf({{"name", plan.name}});
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = containerBody(plan);
    const std::string who = endpoint().url;
    return askOnce<std::string>(m_session, std::move(request),
                                [who](const HttpAnswer &answer) -> Result<std::string> {
                                    std::string id = textIn(parsedObject(answer.body), "Id");
                                    if (id.empty())
                                        return tl::unexpected(engineError(EngineTrouble::NotEngine, who,
                                                                          answer.body.substr(0, 1000)));
                                    return id;
                                });
}

JobPtr<bool> HttpEngineClient::startContainer(const std::string &container)
{
    return command(m_session, container, requestFor("POST", container, "/start"), 304);
}

JobPtr<bool> HttpEngineClient::stopContainer(const std::string &container, int seconds)
{
    HttpRequest request = requestFor("POST", container, "/stop?t=" + std::to_string(seconds));
    request.headerTimeout += 1000 * std::clamp(seconds, 0, 3600);
    return command(m_session, container, std::move(request), 304);
}

JobPtr<bool> HttpEngineClient::removeContainer(const std::string &container)
{
    return command(m_session, container, requestFor("DELETE", container, "?force=1&v=1"), 404);
}

JobPtr<ContainerFacts> HttpEngineClient::inspectContainer(const std::string &container)
{
    if (!isPathName(container))
        return refusedCall<ContainerFacts>(m_session, engineError(EngineTrouble::BadName, container));
    return askOnce<ContainerFacts>(m_session, requestFor("GET", container, "/json"),
                                   [](const HttpAnswer &answer) -> Result<ContainerFacts> {
                                       return readContainer(parsedObject(answer.body));
                                   });
}

JobPtr<std::vector<ContainerFacts>> HttpEngineClient::containers(const std::string &label)
{
    HttpRequest request;
    request.url = "/containers/json" + queryOf({{"all", "1"}, {"filters", labelFilter(label)}});
    return askOnce<std::vector<ContainerFacts>>(
        m_session, std::move(request), [](const HttpAnswer &answer) -> Result<std::vector<ContainerFacts>> {
            std::vector<ContainerFacts> containers;
            for (const Json &item : parsedObjects(answer.body))
                containers.push_back(readListedContainer(item));
            return containers;
        });
}

} // namespace drydock
