// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_stream.h"

#include <QMetaObject>

#include <utility>

namespace drydock {
namespace {

/// Passes on what happens to an exchange that comes later.
class EngineStream final : public HttpExchange {
public:
    void abort() override
    {
        m_isAborted = true;
        m_exchange.reset();
    }

    void setPaused(bool isPaused) override
    {
        m_isPaused = isPaused;
        if (m_exchange)
            m_exchange->setPaused(isPaused);
    }

    const HttpAnswer &head() const override
    {
        static const HttpAnswer nothing;
        return m_exchange ? m_exchange->head() : nothing;
    }

    void begin(std::shared_ptr<EngineSession> session, HttpRequest request)
    {
        EngineSession *engine = session.get();
        engine->whenReady(this,
                          [this, session = std::move(session),
                           request = std::move(request)](const std::optional<Error> &error) {
                              if (m_isAborted)
                                  return;
                              if (error)
                                  finish(tl::unexpected(*error));
                              else
                                  follow(session->send(request, Delivery::Streamed));
                          });
    }

    void refuse(Error error)
    {
        QMetaObject::invokeMethod(
            this,
            [this, error = std::move(error)] {
                if (!m_isAborted)
                    finish(tl::unexpected(error));
            },
            Qt::QueuedConnection);
    }

private:
    void follow(ExchangePtr exchange)
    {
        m_exchange = std::move(exchange);
        HttpExchange *source = m_exchange.get();
        source->setPaused(m_isPaused);
        connect(source, &HttpExchange::started, this, &HttpExchange::started);
        connect(source, &HttpExchange::received, this, &HttpExchange::received);
        connect(source, &Job::progressed, this, &Job::progressed);
        connect(source, &Job::finished, this, [this, source] { finish(source->result()); });
    }

    ExchangePtr m_exchange;
    bool m_isPaused = false;
    bool m_isAborted = false;
};

} // namespace

ExchangePtr streamFrom(std::shared_ptr<EngineSession> session, HttpRequest request)
{
    std::unique_ptr<EngineStream, AbortAndDelete> stream(new EngineStream);
    stream->begin(std::move(session), std::move(request));
    return stream;
}

ExchangePtr refusedStream(Error error)
{
    std::unique_ptr<EngineStream, AbortAndDelete> stream(new EngineStream);
    stream->refuse(std::move(error));
    return stream;
}

} // namespace drydock
