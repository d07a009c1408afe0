// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/curl_exchange.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t mostPiece = std::size_t {64} * 1024;
constexpr std::size_t mostWords = std::size_t {1024} * 1024; ///< Of an answer that says no.
constexpr std::size_t mostHeaders = std::size_t {1024} * 1024;
constexpr int sshPatience = 3000; ///< For its words after the connection broke.

bool isGood(int status)
{
    return status >= 200 && status < 300;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// "HTTP/1.1 200 OK". 0 if there is no number where one should be.
int statusOf(std::string_view line)
{
    const std::size_t space = line.find(' ');
    int status = 0;
    for (std::size_t i = space; i != std::string_view::npos && i < line.size() && i < space + 4; ++i) {
        if (i == space)
            continue;
        if (line[i] < '0' || line[i] > '9')
            return 0;
        status = status * 10 + (line[i] - '0');
    }
    return status;
}

} // namespace

CurlExchange::CurlExchange(std::shared_ptr<CurlLoop> loop, HttpRequest request, Delivery delivery,
                           std::string who)
    : m_loop(std::move(loop))
    , m_request(std::move(request))
    , m_delivery(delivery)
    , m_who(std::move(who))
    , m_handle(curl_easy_init())
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &CurlExchange::turn);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { endWith(engineError(EngineTrouble::TimedOut, m_who)); });
}

CurlExchange::~CurlExchange()
{
    release();
}

void CurlExchange::abort()
{
    m_isAborted = true;
    release();
}

void CurlExchange::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (isPaused)
        m_patience.stop();
    else if (!m_isOver) {
        noteByte();
        schedule();
    } else
        schedule();
}

void CurlExchange::begin(const Endpoint *endpoint)
{
    if (m_handle == nullptr) {
        endWith(engineError(EngineTrouble::Failed, m_who));
        return;
    }
    setOptions();
    if (endpoint != nullptr) {
        setEngine(*endpoint);
        if (endpoint->kind == EndpointKind::Ssh && !setTunnel(*endpoint))
            return;
    } else {
        curl_easy_setopt(m_handle, CURLOPT_URL, m_request.url.c_str());
    }
    if (!m_loop->add(m_handle, this)) {
        endWith(engineError(EngineTrouble::Failed, m_who));
        return;
    }
    if (m_request.headerTimeout > 0)
        m_patience.start(m_request.headerTimeout);
}

bool CurlExchange::isStreamed() const
{
    return m_delivery == Delivery::Streamed && isGood(m_answer.status);
}

void CurlExchange::noteByte()
{
    if (!m_hasAnswer)
        return;
    if (m_request.idleTimeout > 0 && !m_isPaused)
        m_patience.start(m_request.idleTimeout);
    else
        m_patience.stop();
}

void CurlExchange::takeHeader(std::string_view line)
{
    m_hasAnswer = true;
    noteByte();
    m_headerBytes += line.size();
    if (m_headerBytes > mostHeaders) {
        m_error = engineError(EngineTrouble::TooLarge, m_who);
        return;
    }
    if (line.substr(0, 5) == "HTTP/") {
        m_answer = {};
        m_answer.status = statusOf(line);
        m_hasHead = false;
        return;
    }
    // Behind the head come the trailers of a chunked body, which nobody wants.
    if (m_hasHead)
        return;
    line = trimmed(line);
    if (!line.empty()) {
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos)
            m_answer.headers.emplace_back(lower(trimmed(line.substr(0, colon))),
                                          trimmed(line.substr(colon + 1)));
        return;
    }
    const bool isFollowed = m_request.mostRedirects > 0 && m_answer.status >= 300 && m_answer.status < 400
        && !m_answer.header("location").empty();
    if (m_answer.status < 200 || isFollowed)
        return;
    m_hasHead = true;
    schedule();
}

std::size_t CurlExchange::takeBody(std::string_view bytes)
{
    noteByte();
    if (isStreamed()) {
        if (!m_pending.empty() && m_pending.size() + bytes.size() > mostPiece) {
            m_isHeldBack = true;
            schedule();
            return CURL_WRITEFUNC_PAUSE;
        }
        m_pending += bytes;
    } else {
        const std::size_t most
            = isGood(m_answer.status) ? m_request.mostBytes : std::min(m_request.mostBytes, mostWords);
        if (bytes.size() > most - std::min(most, m_answer.body.size())) {
            m_error = engineError(EngineTrouble::TooLarge, m_who);
            return 0;
        }
        m_answer.body += bytes;
    }
    m_done += static_cast<qint64>(bytes.size());
    if (m_total == 0) {
        curl_off_t length = 0;
        curl_easy_getinfo(m_handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        m_total = std::max<qint64>(length, 0);
    }
    schedule();
    return bytes.size();
}

void CurlExchange::transferEnded(CURLcode code)
{
    if (code != CURLE_OK && !m_error) {
        long systemError = 0;
        curl_easy_getinfo(m_handle, CURLINFO_OS_ERRNO, &systemError);
        const std::string words = m_words[0] != '\0' ? m_words.data() : curl_easy_strerror(code);
        m_error = engineError(troubleOfCurl(code, systemError, words, m_hasAnswer), m_who, words);
    }
    // libcurl is content with half a head.
    if (code == CURLE_OK && !m_hasHead && !m_error)
        m_error = engineError(m_hasAnswer ? EngineTrouble::BrokenOff : EngineTrouble::NoAnswer, m_who);
    m_patience.stop();
    if (m_error && m_tunnel && !m_hasAnswer) {
        waitForSsh();
        return;
    }
    release();
    schedule();
}

/// The connection breaks before ssh says why.
void CurlExchange::waitForSsh()
{
    const auto finishUp = [this] {
        if (m_isOver)
            return;
        const std::string words = m_tunnel->errors();
        m_error = engineError(EngineTrouble::SshFailed, m_who, words.empty() ? m_error->detail : words);
        release();
        schedule();
    };
    m_loop->remove(m_handle);
    curl_easy_cleanup(std::exchange(m_handle, nullptr));
    if (m_tunnel->isOver()) {
        finishUp();
        return;
    }
    connect(m_tunnel.get(), &SshTunnel::ended, this, finishUp, Qt::QueuedConnection);
    QTimer::singleShot(sshPatience, this, finishUp);
}

void CurlExchange::endWith(Error error)
{
    m_error = std::move(error);
    if (m_tunnel && !m_hasAnswer)
        m_error->detail = m_tunnel->errors();
    release();
    schedule();
}

/// \pre not from inside a callback of libcurl.
void CurlExchange::release()
{
    m_isOver = true;
    m_patience.stop();
    if (m_handle != nullptr) {
        m_loop->remove(m_handle);
        curl_easy_cleanup(std::exchange(m_handle, nullptr));
    }
    curl_slist_free_all(std::exchange(m_headers, nullptr));
    // It may be its own signal that has led here.
    if (m_tunnel)
        m_tunnel.release()->deleteLater();
    m_request.source.reset();
}

void CurlExchange::schedule()
{
    // Not a posted event: those that come while others are handled are handled with them, before anything else.
    if (!m_turn.isActive())
        m_turn.start(0);
}

/// After each signal the owner may have let go.
void CurlExchange::turn()
{
    if (m_isAborted || isFinished())
        return;
    if (m_hasHead && !m_isStarted) {
        m_isStarted = true;
        emit started();
        if (m_isAborted)
            return;
    }
    if (m_isPaused && isStreamed())
        return;
    turnBody();
    if (m_isAborted || m_isPaused)
        return;
    if (m_isOver && m_pending.empty() && !m_isHeldBack) {
        if (m_error)
            finish(tl::unexpected(*m_error));
        else
            finish(HttpAnswer {m_answer.status, m_answer.headers, std::move(m_answer.body)});
    }
}

void CurlExchange::turnBody()
{
    if (m_pending.empty() && m_done == 0)
        return;
    if (!m_pending.empty()) {
        const QByteArray bytes = QByteArray::fromStdString(m_pending);
        m_pending.clear();
        emit received(bytes);
        if (m_isAborted)
            return;
    }
    if (!m_isOver || m_error == std::nullopt)
        emit progressed(m_done, m_total);
    // Who pauses it while it hears of a piece still has to get the rest once it goes on.
    if (m_isAborted || m_isPaused)
        return;
    if (std::exchange(m_isHeldBack, false) && m_handle != nullptr) {
        // What libcurl has kept comes at once, through onBody().
        curl_easy_pause(m_handle, CURLPAUSE_CONT);
        schedule();
    }
}

} // namespace drydock
