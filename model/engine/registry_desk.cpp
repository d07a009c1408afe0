// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_desk.h"

#include "model/engine/registry_answers.h"
#include "model/engine/registry_call.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace drydock {
namespace {

constexpr int mostAtATime = 4;
/// Where a registry closes and does not say for how long.
constexpr std::int64_t usualPause = 60;
constexpr std::int64_t longestPause = std::int64_t {24} * 3600;

std::int64_t secondsIn(std::string_view header)
{
    // The other form of Retry-After, a date, is used by none of the registries; it counts as the usual pause.
    return readRateLimit({}, "0;w=" + std::string(header)).window;
}

} // namespace

RegistryDesk::RegistryDesk(HttpClient &http, RegistryPlaces places)
    : m_http(http)
    , m_places(std::move(places))
    , m_cache(m_places.cacheFolder)
{ }

std::int64_t RegistryDesk::now() const
{
    return m_places.clock ? m_places.clock() : QDateTime::currentSecsSinceEpoch();
}

std::string RegistryDesk::urlFor(const ImageReference &image, const std::string &rest)
{
    // The name that people write is not where Docker Hub's registry is.
    const std::string host = image.domain == "docker.io" ? "registry-1.docker.io" : image.domain;
    const auto origin = originOf("https://" + host);
    const bool isLoopback = origin && origin->isLoopback();
    return (isLoopback ? "http://" : "https://") + host + "/v2/" + image.path + '/' + rest;
}

JobPtr<HttpAnswer> RegistryDesk::ask(RegistryQuestion question)
{
    auto call = JobPtr<HttpAnswer>(new RegistryCall(*this, std::move(question)));
    enter(static_cast<RegistryCall *>(call.get()));
    return call;
}

void RegistryDesk::enter(RegistryCall *call)
{
    m_waiting.emplace_back(call);
    QTimer::singleShot(0, this, &RegistryDesk::startNext);
}

void RegistryDesk::startNext()
{
    while (m_running < mostAtATime && !m_waiting.empty()) {
        const QPointer<RegistryCall> next = m_waiting.front();
        m_waiting.pop_front();
        // Whoever asked may have let go meanwhile.
        if (!next || next->isAborted())
            continue;
        ++m_running;
        next->begin();
    }
}

void RegistryDesk::leave()
{
    --m_running;
    QTimer::singleShot(0, this, &RegistryDesk::startNext);
}

std::string RegistryDesk::passFor(const Place &place) const
{
    const auto found = m_passes.find(place);
    return found != m_passes.end() && found->second.until > now() ? found->second.authorization
                                                                  : std::string();
}

std::int64_t RegistryDesk::closedFor(const std::string &domain) const
{
    const auto found = m_closedUntil.find(domain);
    return found == m_closedUntil.end() ? 0 : std::max<std::int64_t>(found->second - now(), 0);
}

void RegistryDesk::noteLimit(const std::string &domain, const HttpAnswer &answer)
{
    const RateLimit limit
        = readRateLimit(answer.header("ratelimit-limit"), answer.header("ratelimit-remaining"));
    if (answer.status != 429 && limit.remaining != 0U)
        return;
    std::int64_t pause = secondsIn(answer.header("retry-after"));
    if (pause == 0)
        pause = limit.window;
    m_closedUntil[domain] = now() + std::min(pause == 0 ? usualPause : pause, longestPause);
}

} // namespace drydock
