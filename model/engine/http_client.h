// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/endpoint.h"
#include "model/engine/job.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// Bytes that a request sends, made while it is sent. Read from the thread of the client, in pieces that take less than a
/// frame (16 ms) to make.
class BodySource {
public:
    BodySource() = default;
    BodySource(const BodySource &) = delete;
    BodySource &operator=(const BodySource &) = delete;
    virtual ~BodySource() = default;

    /// Up to `most` bytes; empty at the end. An Error ends the request with it.
    virtual Result<std::string> read(std::size_t most) = 0;
};

/// One question over HTTP/1.1.
struct HttpRequest {
    std::string method = "GET";
    std::string url; ///< Path and query for an engine ("/v1.41/info"); whole for a registry ("https://…").
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body; ///< Sent with its length, if there is no `source`.
    std::shared_ptr<BodySource> source; ///< Sent in chunks.
    int connectTimeout = 5000; ///< Milliseconds.
    int headerTimeout
        = 30000; ///< Milliseconds from the request to the first byte of the answer; 0: for ever.
    int idleTimeout = 0; ///< Milliseconds without a byte; 0: for ever.
    std::size_t mostBytes = std::size_t {64} * 1024 * 1024; ///< Of an answer that is kept whole.
    int mostRedirects = 0; ///< Never to a less safe scheme; credentials stay with their host.
};

struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case.
    std::string body; ///< Empty if the exchange was streamed and the status is 2xx.

    /// The first header called `name` (lower case); empty if there is none.
    std::string_view header(std::string_view name) const;
};

/// Whether an answer is kept whole or handed over as it comes.
enum class Delivery : std::uint8_t { Whole, Streamed };

/// A question under way. Ends in an answer of any status; an Error means that there was none, or that it broke off.
/// Error::text is a sentence for a person, Error::detail libcurl's or the system's words.
class HttpExchange : public JobOf<HttpAnswer> {
    Q_OBJECT

public:
    using JobOf<HttpAnswer>::JobOf;

    /// Streamed: the receiver has enough for now. The sender is held back (TCP, or the socket's buffer).
    virtual void setPaused(bool isPaused) = 0;
    /// Status and headers, as far as they have come; no body.
    virtual const HttpAnswer &head() const = 0;

signals:
    /// The headers are there.
    void started();
    /// Streamed and 2xx: a piece of the body, at most 64 KiB.
    void received(const QByteArray &bytes);
};

using ExchangePtr = std::unique_ptr<HttpExchange, AbortAndDelete>;

/// HTTP by libcurl's multi interface on the Qt event loop: unix sockets, TCP, TLS with client certificates, and ssh through
/// a socket pair. No thread, nothing that blocks; one connection per exchange; nothing is ever sent twice.
class HttpClient final : public QObject {
    Q_OBJECT

public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// To an engine.
    ExchangePtr send(const Endpoint &endpoint, HttpRequest request, Delivery delivery = Delivery::Whole);
    /// To whatever the request's URL names, by the proxies of the environment.
    ExchangePtr send(HttpRequest request, Delivery delivery = Delivery::Whole);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace drydock
