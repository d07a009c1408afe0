// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/web_probe.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace drydock {

namespace {

constexpr std::size_t mostShown = std::size_t {64} * 1024;
constexpr std::uint64_t mostRead = std::uint64_t {64} * 1024 * 1024;
constexpr std::size_t mostPrinted = std::size_t {1024} * 1024; ///< ExecOutcome

/// What says something about the program and is the same in every run.
bool isOfNote(const std::string &name)
{
    constexpr std::array<const char *, 6> names
        = {"content-type", "content-encoding", "location", "cache-control", "server", "www-authenticate"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

void keepHeaders(WebAnswer &answer, const std::vector<std::pair<std::string, std::string>> &headers)
{
    std::copy_if(headers.begin(), headers.end(), std::back_inserter(answer.headers),
                 [](const auto &header) { return isOfNote(header.first); });
    std::sort(answer.headers.begin(), answer.headers.end());
}

void keepBody(WebAnswer &answer, std::string_view body)
{
    answer.bytes = body.size();
    answer.body = body.substr(0, mostShown);
    answer.isCut = body.size() >= mostPrinted;
    const QByteArray bytes = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));
    answer.hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

/// "HTTP/1.1 200 OK" \returns 0 if it is none.
int statusIn(const QByteArray &line)
{
    if (!line.startsWith("HTTP/"))
        return 0;
    const int status = line.mid(line.indexOf(' ') + 1, 3).toInt();
    return status >= 100 && status < 600 ? status : 0;
}

void readHead(WebAnswer &answer, const QByteArray &head)
{
    std::vector<std::pair<std::string, std::string>> headers;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &each : lines) {
        const QByteArray line = each.trimmed();
        const qsizetype colon = line.indexOf(':');
        if (const int status = statusIn(line)) {
            // wget tells of each answer on its way.
            answer.status = status;
            headers.clear();
        } else if (colon > 0) {
            headers.emplace_back(line.left(colon).toLower().toStdString(),
                                 line.mid(colon + 1).trimmed().toStdString());
        }
    }
    keepHeaders(answer, headers);
}

/// wget shows the head among its errors and the body on its own.
std::optional<WebAnswer> readWgetAnswer(const ExecOutcome &outcome)
{
    WebAnswer answer;
    QByteArray head = QByteArray::fromStdString(outcome.errors);
    // BusyBox: "wget: server returned error: HTTP/1.1 404 Not Found"
    head.replace("server returned error: ", "\n");
    readHead(answer, head);
    if (answer.status == 0 && outcome.exitCode == 0)
        answer.status = 200; // A wget that shows no head ends well only then.
    if (answer.status == 0)
        return std::nullopt;
    keepBody(answer, outcome.output);
    return answer;
}

} // namespace

std::string requestPath(std::string_view path)
{
    path = path.substr(0, path.find('#'));
    const QByteArray bytes(path.data(), static_cast<qsizetype>(path.size()));
    QByteArrayList parts = bytes.split('%');
    // What is encoded already stays as it is.
    for (QByteArray &part : parts)
        part = part.toPercentEncoding("/?&=:@!$'()*+,;~-._[]");
    const QByteArray safe = parts.join('%');
    return safe.startsWith('/') ? safe.toStdString() : '/' + safe.toStdString();
}

std::optional<WebAnswer> readWebAnswer(std::string_view raw)
{
    WebAnswer answer;
    // Answers like "100 Continue" stand before the one that counts.
    while (raw.substr(0, 5) == "HTTP/" && (answer.status == 0 || answer.status / 100 == 1)) {
        std::size_t end = raw.find("\r\n\r\n");
        std::size_t behind = end + 4;
        if (end == std::string_view::npos) {
            end = raw.find("\n\n");
            behind = end == std::string_view::npos ? raw.size() : end + 2;
        }
        const std::string_view head = raw.substr(0, end);
        answer = {};
        readHead(answer, QByteArray(head.data(), static_cast<qsizetype>(head.size())));
        if (answer.status == 0)
            return std::nullopt;
        raw.remove_prefix(behind);
    }
    if (answer.status == 0)
        return std::nullopt;
    keepBody(answer, raw);
    return answer;
}

WebProbe::WebProbe(const WebAsker &asker, std::uint16_t port, std::string_view path)
    : m_hash(QCryptographicHash::Sha256)
{
    HttpRequest request;
    request.url = requestPath(path);
    request.connectTimeout = 2000;
    request.headerTimeout = 10'000;
    request.idleTimeout = 10'000;
    m_exchange = asker(port, std::move(request));
    connect(m_exchange.get(), &HttpExchange::received, this, &WebProbe::take);
    connect(m_exchange.get(), &Job::finished, this, &WebProbe::answered);
}

void WebProbe::take(const QByteArray &bytes)
{
    m_hash.addData(bytes);
    m_answer.bytes += static_cast<std::uint64_t>(bytes.size());
    const std::size_t room = mostShown - m_answer.body.size();
    m_answer.body.append(bytes.constData(), std::min(room, static_cast<std::size_t>(bytes.size())));
    if (m_answer.bytes < mostRead)
        return;
    m_answer.isCut = true;
    m_answer.status = m_exchange->head().status;
    keepHeaders(m_answer, m_exchange->head().headers);
    m_answer.hash = m_hash.result().toHex().toStdString();
    m_exchange.reset();
    finish(std::move(m_answer));
}

void WebProbe::answered()
{
    const auto exchange = std::move(m_exchange);
    const Result<HttpAnswer> &answer = exchange->result();
    if (!answer) {
        finish(tl::unexpected<Error>(answer.error()));
        return;
    }
    m_answer.status = answer->status;
    keepHeaders(m_answer, answer->headers);
    if (answer->body.empty())
        m_answer.hash = m_hash.result().toHex().toStdString();
    else
        keepBody(m_answer, answer->body); // An error's body comes whole.
    finish(std::move(m_answer));
}

InsideProbe::InsideProbe(EngineClient &engine, std::string container, std::uint16_t port,
                         std::string_view path)
    : m_engine(engine)
    , m_container(std::move(container))
    , m_commands({{"sh", "-c", ":"}})
{
    if (port > 0) {
        const std::string number = std::to_string(port);
        const std::string place = requestPath(path);
        const std::string url = "http://127.0.0.1:" + number + place;
        m_commands.push_back({"curl", "-sS", "-i", "--max-time", "10", "--", url});
        m_commands.push_back({"wget", "-q", "-S", "-T", "10", "-O", "-", url});
        const char *const byBash
            = "exec 3<>\"/dev/tcp/127.0.0.1/$0\" && "
              "printf 'GET %s HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' \"$1\" >&3 && cat <&3";
        m_commands.push_back({"bash", "-c", byBash, number, place});
    }
    tryNext();
}

void InsideProbe::tryNext()
{
    m_exec = m_engine.execute(m_container, m_commands[m_next]);
    connect(m_exec.get(), &Job::finished, this, [this] {
        const auto exec = std::move(m_exec);
        tried(exec->result());
    });
}

void InsideProbe::tried(const Result<ExecOutcome> &outcome)
{
    // A program that is not there is an error of the engine, or one of these two, by its version.
    const bool isThere = outcome && outcome->exitCode != 126 && outcome->exitCode != 127;
    const std::string &name = m_commands[m_next].front();
    if (m_next == 0) {
        m_check.hasShell = isThere;
    } else if (isThere) {
        m_check.tool = name;
        m_check.answer = name == "wget" ? readWgetAnswer(*outcome) : readWebAnswer(outcome->output);
    }
    ++m_next;
    if (m_next < m_commands.size() && m_check.tool.empty())
        tryNext();
    else
        finish(std::move(m_check));
}

} // namespace drydock
