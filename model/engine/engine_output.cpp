// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/docker_frames.h"
#include "model/engine/engine_call.h"
#include "model/engine/engine_error.h"
#include "model/engine/engine_json.h"
#include "model/engine/engine_session.h"
#include "model/engine/http_engine_client.h"
#include "model/engine/request_words.h"

#include <QObject>

#include <utility>

// The calls of HttpEngineClient that hand over what programs print.

namespace drydock {
namespace {

constexpr std::size_t mostOutput = std::size_t {1024} * 1024;

/// Engines from API 1.42 on say which it is; older ones do not.
bool isRaw(const HttpAnswer &head)
{
    return head.header("content-type") == "application/vnd.docker.raw-stream";
}

class LogsCall final : public EngineCall<std::string> {
public:
    using EngineCall::EngineCall;

    void read(const std::string &container)
    {
        HttpRequest request;
        request.url = pathOf("/containers/", container, "/logs?stdout=1&stderr=1&tail=20000");
        listen(session().send(std::move(request), Delivery::Streamed), [this](const HttpAnswer &) {
            keep(m_frames.finish());
            end(std::move(m_text));
        });
        QObject::connect(exchange(), &HttpExchange::received, this, &LogsCall::take);
    }

private:
    void take(const QByteArray &bytes)
    {
        // Only of new engines: the old ones call everything raw, or nothing.
        if (isRaw(exchange()->head()) && session().facts().apiVersion >= "1.42") {
            keep(bytes.toStdString());
            return;
        }
        for (const OutputPiece &piece :
             m_frames.add({bytes.constData(), static_cast<std::size_t>(bytes.size())}))
            keep(piece.bytes);
    }

    void keep(const std::string &bytes)
    {
        m_text += bytes;
        if (m_text.size() > mostOutput)
            m_text.erase(0, m_text.size() - mostOutput);
    }

    DockerFrames m_frames;
    std::string m_text;
};

/// Makes an exec, starts it, and asks how it ended: three questions.
class ExecCall final : public EngineCall<ExecOutcome> {
public:
    using EngineCall::EngineCall;

    void create(const std::string &container, const std::vector<std::string> &command)
    {
        const Json body {{"AttachStdout", true}, {"AttachStderr", true}, {"Cmd", command}};
        ask(posted(pathOf("/containers/", container, "/exec"), body), [this](const HttpAnswer &answer) {
            m_id = textIn(parsedObject(answer.body), "Id");
            if (isPathName(m_id))
                start();
            else
                end(tl::unexpected(engineError(EngineTrouble::NotEngine, session().endpoint().url)));
        });
    }

private:
    static HttpRequest posted(std::string url, const Json &body)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = std::move(url);
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = printedJson(body);
        return request;
    }

    void start()
    {
        HttpRequest request
            = posted(pathOf("/exec/", m_id, "/start"), Json {{"Detach", false}, {"Tty", false}});
        request.headerTimeout = 0;
        listen(session().send(std::move(request), Delivery::Streamed),
               [this](const HttpAnswer &) { inspect(); });
        QObject::connect(exchange(), &HttpExchange::received, this, [this](const QByteArray &bytes) {
            for (const OutputPiece &piece :
                 m_frames.add({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
                std::string &text = piece.stream == OutputStream::Out ? m_outcome.output : m_outcome.errors;
                text.append(piece.bytes, 0, mostOutput - text.size());
            }
        });
    }

    void inspect()
    {
        HttpRequest request;
        request.url = pathOf("/exec/", m_id, "/json");
        ask(std::move(request), [this](const HttpAnswer &answer) {
            m_outcome.exitCode = static_cast<int>(numberIn(parsedObject(answer.body), "ExitCode") & 0xff);
            end(std::move(m_outcome));
        });
    }

    std::string m_id;
    DockerFrames m_frames;
    ExecOutcome m_outcome;
};

} // namespace

JobPtr<std::string> HttpEngineClient::logs(const std::string &container)
{
    if (!isPathName(container))
        return refusedCall<std::string>(m_session, engineError(EngineTrouble::BadName, container));
    std::unique_ptr<LogsCall, AbortAndDelete> call(new LogsCall(m_session));
    call->begin([self = call.get(), container] { self->read(container); });
    return call;
}

JobPtr<ExecOutcome> HttpEngineClient::execute(const std::string &container,
                                              const std::vector<std::string> &command)
{
    if (!isPathName(container))
        return refusedCall<ExecOutcome>(m_session, engineError(EngineTrouble::BadName, container));
    std::unique_ptr<ExecCall, AbortAndDelete> call(new ExecCall(m_session));
    call->begin([self = call.get(), container, command] { self->create(container, command); });
    return call;
}

} // namespace drydock
