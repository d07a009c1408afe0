// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/curl_loop.h"
#include "model/engine/engine_error.h"
#include "model/engine/http_client.h"
#include "model/engine/ssh_tunnel.h"

#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// One easy handle of libcurl as an HttpExchange. Callbacks of libcurl only put away what comes; signals are emitted from
/// turns of the event loop of their own, one piece per turn, so that a flood leaves time for everything else and whoever
/// hears a signal may drop the exchange.
class CurlExchange final : public HttpExchange, private CurlTransfer {
    Q_OBJECT

public:
    /// \param loop kept until the exchange is over. \param who names the other side in errors.
    CurlExchange(std::shared_ptr<CurlLoop> loop, HttpRequest request, Delivery delivery, std::string who);
    ~CurlExchange() override;

    void abort() override;
    void setPaused(bool isPaused) override;
    const HttpAnswer &head() const override { return m_answer; }

    /// \param endpoint null: whatever the URL of the request names.
    void begin(const Endpoint *endpoint);

private:
    static std::size_t onHeader(char *bytes, std::size_t size, std::size_t count, void *exchange);
    static std::size_t onBody(char *bytes, std::size_t size, std::size_t count, void *exchange);
    static std::size_t onRead(char *buffer, std::size_t size, std::size_t count, void *exchange);

    void setOptions();
    void setBody();
    void setEngine(const Endpoint &endpoint);
    void setTls(const Endpoint &endpoint);
    bool setTunnel(const Endpoint &endpoint);
    void takeHeader(std::string_view line);
    std::size_t takeBody(std::string_view bytes);
    bool isStreamed() const;
    void noteByte();
    void transferEnded(CURLcode code) override;
    void endWith(Error error);
    void waitForSsh();
    void release();
    void schedule();
    void turn();
    void turnBody();

    std::shared_ptr<CurlLoop> m_loop;
    HttpRequest m_request;
    Delivery m_delivery;
    std::string m_who;
    CURL *m_handle = nullptr;
    curl_slist *m_headers = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_words {};
    std::unique_ptr<SshTunnel> m_tunnel;
    HttpAnswer m_answer;
    std::size_t m_headerBytes = 0;
    std::string m_pending; ///< Streamed bytes that nobody has been told of yet.
    qint64 m_done = 0;
    qint64 m_total = 0;
    std::optional<Error> m_error; ///< Why it is over or will be.
    QTimer m_turn; ///< Emits what has come.
    QTimer m_patience; ///< Until the first byte, then between bytes.
    bool m_hasAnswer = false; ///< The first byte of an answer came.
    bool m_hasHead = false; ///< All headers came, of the last answer if there are redirects.
    bool m_isStarted = false; ///< started() was emitted.
    bool m_isHeldBack = false; ///< libcurl was told to pause.
    bool m_isPaused = false;
    bool m_isOver = false; ///< libcurl has no more to do with it.
    bool m_isAborted = false;
};

} // namespace drydock
