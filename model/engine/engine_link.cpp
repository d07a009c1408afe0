// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_link.h"

#include "model/engine/engine_error.h"
#include "model/engine/http_engine_client.h"

#include <algorithm>
#include <utility>

namespace drydock {

EngineLink::EngineLink(const Endpoint &endpoint, MakeClient makeClient, LinkTimes times, QObject *parent)
    : QObject(parent)
    , m_makeClient(std::move(makeClient))
    , m_times(std::move(times))
{
    if (!m_makeClient)
        m_makeClient = [](const Endpoint &other) { return std::make_unique<HttpEngineClient>(other); };
    m_client = m_makeClient(endpoint);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EngineLink::connectToEngine);
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(m_times.gathering);
    connect(&m_gathering, &QTimer::timeout, this, &EngineLink::tell);
}

EngineLink::~EngineLink() = default;

void EngineLink::retry()
{
    if (m_state != LinkState::Offline)
        return;
    m_tries = 0;
    connectToEngine();
}

void EngineLink::use(const Endpoint &endpoint)
{
    disconnectFromEngine();
    // Whoever hears of the change may still hold on to the old one.
    if (m_client)
        m_client.release()->deleteLater();
    m_client = m_makeClient(endpoint);
    connectToEngine();
}

void EngineLink::disconnectFromEngine()
{
    m_retry.stop();
    m_gathering.stop();
    m_hasNewImages = false;
    m_hasNewContainers = false;
    m_greeting.reset();
    m_events.reset();
    m_tries = 0;
    const bool isChange = m_state != LinkState::Offline || m_error;
    m_error.reset();
    m_state = LinkState::Offline;
    if (isChange)
        emit stateChanged();
}

void EngineLink::connectToEngine()
{
    m_retry.stop();
    m_greeting = m_client->greet();
    connect(m_greeting.get(), &Job::finished, this, &EngineLink::takeGreeting);
    setState(LinkState::Connecting);
}

void EngineLink::takeGreeting()
{
    const JobPtr<EngineFacts> greeting = std::move(m_greeting);
    if (!greeting->result()) {
        fail(greeting->result().error());
        return;
    }
    m_error.reset();
    listen();
    setState(LinkState::Online);
}

void EngineLink::listen()
{
    m_lines = JsonLines(std::size_t {1024} * 1024);
    m_events = m_client->events();
    // Who lets us listen is really there; one that only greets and breaks is not asked ever faster.
    connect(m_events.get(), &HttpExchange::started, this, [this] { m_tries = 0; });
    connect(m_events.get(), &HttpExchange::received, this, &EngineLink::takeEvents);
    connect(m_events.get(), &Job::finished, this, &EngineLink::takeLoss);
}

void EngineLink::takeEvents(const QByteArray &bytes)
{
    for (const JsonPiece &piece : m_lines.add({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        const std::optional<EngineEvent> event = readEvent(piece.text);
        if (!event)
            continue;
        m_hasNewImages = m_hasNewImages || event->type == "image";
        m_hasNewContainers = m_hasNewContainers || event->type == "container";
    }
    if ((m_hasNewImages || m_hasNewContainers) && !m_gathering.isActive())
        m_gathering.start();
}

void EngineLink::takeLoss()
{
    const ExchangePtr events = std::move(m_events);
    const Result<HttpAnswer> &answer = events->result();
    // Some let nobody listen (a proxy before the socket): it is there, and says nothing by itself.
    if (answer && answer->status / 100 != 2)
        return;
    fail(answer ? engineError(EngineTrouble::BrokenOff, endpoint().url) : answer.error());
}

void EngineLink::fail(Error error)
{
    const std::size_t last = m_times.retries.size();
    if (last > 0)
        m_retry.start(m_times.retries[std::min(m_tries, last - 1)]);
    ++m_tries;
    m_error = std::move(error);
    m_state = LinkState::Offline;
    emit stateChanged();
}

void EngineLink::setState(LinkState state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

void EngineLink::tell()
{
    const bool hasNewImages = std::exchange(m_hasNewImages, false);
    if (std::exchange(m_hasNewContainers, false))
        emit containersChanged();
    if (hasNewImages)
        emit imagesChanged();
}

} // namespace drydock
