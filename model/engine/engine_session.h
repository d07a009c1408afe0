// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What the calls of one client share: the engine, the version that was agreed on, and the way there. Calls keep it alive.
class EngineSession : public QObject, public std::enable_shared_from_this<EngineSession> {
public:
    using Ready = std::function<void(const std::optional<Error> &)>;

    explicit EngineSession(Endpoint endpoint);
    ~EngineSession() override;

    const Endpoint &endpoint() const { return m_endpoint; }
    const EngineFacts &facts() const { return m_facts; }
    void setFacts(EngineFacts facts) { m_facts = std::move(facts); }

    /// Calls `ready` once a version is agreed on: at once if it is, else after greeting the engine, with the Error if that
    /// failed. Not at all if `context` has died.
    void whenReady(QObject *context, Ready ready);
    /// "/v1.41" before a path that has none.
    ExchangePtr send(HttpRequest request, Delivery delivery);
    ExchangePtr sendBare(HttpRequest request) { return m_http.send(m_endpoint, std::move(request)); }

private:
    struct Waiter {
        QPointer<QObject> context;
        Ready ready;
    };

    Endpoint m_endpoint;
    EngineFacts m_facts;
    HttpClient m_http;
    JobPtr<EngineFacts> m_greeting;
    std::vector<Waiter> m_waiters;
};

/// Asks the engine who it is and agrees on a version: /_ping, /version, /info.
JobPtr<EngineFacts> greetEngine(std::shared_ptr<EngineSession> session);

/// The version for calls, or why there is none.
/// \param newest, oldest what the engine says ("1.41"); empty: not said. \param wanted of DOCKER_API_VERSION; may be empty.
Result<std::string> agreedVersion(std::string_view newest, std::string_view oldest, std::string_view wanted,
                                  const std::string &who);

/// What an answer that is no 2xx means. The engine's words are JSON {"message"} or text.
Error refusalOf(const HttpAnswer &answer, const std::string &who);

} // namespace drydock
