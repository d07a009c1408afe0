// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_session.h"

#include <QMetaObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace drydock {

/// A job that asks an engine one or more questions, one after the other. Any of them that fails ends it.
template <typename T>
class EngineCall : public JobOf<T> {
public:
    using Then = std::function<void(const HttpAnswer &)>;

    explicit EngineCall(std::shared_ptr<EngineSession> session)
        : m_session(std::move(session))
    { }

    void abort() override
    {
        m_isAborted = true;
        m_exchange.reset();
    }

    EngineSession &session() { return *m_session; }

    /// Runs `first` when the version is known.
    void begin(std::function<void()> first)
    {
        m_session->whenReady(this, [this, first = std::move(first)](const std::optional<Error> &error) {
            if (m_isAborted)
                return;
            if (error)
                end(tl::unexpected(*error));
            else
                first();
        });
    }

    /// \param also a status that is welcome beside 2xx.
    void ask(HttpRequest request, Then then, int also = 0)
    {
        listen(m_session->send(std::move(request), Delivery::Whole), std::move(then), also);
    }

    /// The same for an exchange that is under way.
    void listen(ExchangePtr exchange, Then then, int also = 0)
    {
        m_exchange = std::move(exchange);
        QObject::connect(m_exchange.get(), &Job::finished, this, [this, then = std::move(then), also] {
            // Kept until this is over: `then` may ask the next question.
            const ExchangePtr over = std::move(m_exchange);
            const Result<HttpAnswer> &answer = over->result();
            if (!answer)
                end(tl::unexpected(answer.error()));
            else if (answer->status / 100 == 2 || answer->status == also)
                then(*answer);
            else
                end(tl::unexpected(refusalOf(*answer, m_session->endpoint().url)));
        });
    }

    HttpExchange *exchange() { return m_exchange.get(); }
    void end(Result<T> result) { this->finish(std::move(result)); }

    /// Ends, but not from inside the call that makes the job.
    void endSoon(Error error)
    {
        QMetaObject::invokeMethod(
            this,
            [this, error = std::move(error)] {
                if (!m_isAborted)
                    end(tl::unexpected(error));
            },
            Qt::QueuedConnection);
    }

private:
    std::shared_ptr<EngineSession> m_session;
    ExchangePtr m_exchange;
    bool m_isAborted = false;
};

template <typename T>
using CallPtr = std::unique_ptr<EngineCall<T>, AbortAndDelete>;

/// One question whose answer `read` turns into a T.
template <typename T>
JobPtr<T> askOnce(std::shared_ptr<EngineSession> session, HttpRequest request,
                  std::function<Result<T>(const HttpAnswer &)> read, int also = 0)
{
    CallPtr<T> call(new EngineCall<T>(std::move(session)));
    EngineCall<T> *self = call.get();
    self->begin([self, request = std::move(request), read = std::move(read), also] {
        self->ask(
            request, [self, read](const HttpAnswer &answer) { self->end(read(answer)); }, also);
    });
    return call;
}

/// A question that is not asked.
template <typename T>
JobPtr<T> refusedCall(std::shared_ptr<EngineSession> session, Error error)
{
    CallPtr<T> call(new EngineCall<T>(std::move(session)));
    call->endSoon(std::move(error));
    return call;
}

} // namespace drydock
