// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/json_lines.h"
#include "model/engine/engine_client.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace drydock {

enum class LinkState : std::uint8_t {
    Offline, ///< Nobody has asked for the engine, or it does not answer; it is tried again by itself in the latter case.
    Connecting,
    Online,
};

/// How long a link waits. Milliseconds.
struct LinkTimes {
    /// Before each further try after a loss; the last one for ever.
    std::vector<std::chrono::milliseconds> retries {
        std::chrono::milliseconds(1000), std::chrono::milliseconds(2000),  std::chrono::milliseconds(4000),
        std::chrono::milliseconds(8000), std::chrono::milliseconds(16000), std::chrono::milliseconds(30000)};
    /// From the first event to the signal that tells of it and of all that came meanwhile.
    std::chrono::milliseconds gathering {250};
};

/// The window's connection to one engine: says whether it is there, and when its images or containers change. It listens to
/// the engine's events and never polls; after a loss it tries again, ever more rarely.
///
/// Asks nobody anything before retry() or use(): opening a file must not talk to an engine.
class EngineLink : public QObject {
    Q_OBJECT

public:
    using MakeClient = std::function<std::unique_ptr<EngineClient>(const Endpoint &)>;

    /// \param makeClient empty: HttpEngineClient.
    explicit EngineLink(const Endpoint &endpoint, MakeClient makeClient = {}, LinkTimes times = {},
                        QObject *parent = nullptr);
    ~EngineLink() override;

    LinkState state() const { return m_state; }
    /// Why it is Offline; none before the first try.
    const std::optional<Error> &error() const { return m_error; }
    const EngineFacts &facts() const { return client().facts(); }
    const Endpoint &endpoint() const { return client().endpoint(); }
    /// Valid until use(); its calls work in any state.
    EngineClient &client() const { return *m_client; }

    /// Tries at once, and begins anew with the waiting times. Does nothing while Online or Connecting.
    void retry();
    /// Leaves this engine for another and connects to it.
    void use(const Endpoint &endpoint);
    /// Leaves the engine alone until retry() or use().
    void disconnectFromEngine();

signals:
    /// State, error or facts are others than before.
    void stateChanged();
    /// At most four times a second, as are containersChanged().
    void imagesChanged();
    void containersChanged();

private:
    void connectToEngine();
    void takeGreeting();
    void listen();
    void takeEvents(const QByteArray &bytes);
    void takeLoss();
    void fail(Error error);
    void setState(LinkState state);
    void tell();

    MakeClient m_makeClient;
    LinkTimes m_times;
    std::unique_ptr<EngineClient> m_client;
    JobPtr<EngineFacts> m_greeting;
    ExchangePtr m_events;
    JsonLines m_lines {std::size_t {1024} * 1024};
    LinkState m_state = LinkState::Offline;
    std::optional<Error> m_error;
    QTimer m_retry;
    std::size_t m_tries = 0; ///< In a row that failed.
    QTimer m_gathering;
    bool m_hasNewImages = false;
    bool m_hasNewContainers = false;
};

} // namespace drydock
