// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_session.h"

#include "model/engine/engine_error.h"
#include "model/engine/engine_json.h"

#include <charconv>
#include <utility>

namespace drydock {
namespace {

constexpr int oursOldest = 40; ///< API 1.40: Docker 19.03.
constexpr int oursNewest = 52; ///< API 1.52: Docker 29.

/// The 41 of "1.41"; nothing for other majors and for what is no version.
std::optional<int> minorOf(std::string_view version)
{
    if (version.substr(0, 2) != "1.")
        return std::nullopt;
    version.remove_prefix(2);
    int minor = 0;
    const auto [end, problem] = std::from_chars(version.data(), version.data() + version.size(), minor);
    if (problem != std::errc() || end != version.data() + version.size())
        return std::nullopt;
    return minor;
}

std::string firstLine(const std::string &words)
{
    constexpr std::size_t mostBytes = 1000;
    return words.substr(0, std::min(words.find('\n'), mostBytes));
}

std::string wordsOf(const HttpAnswer &answer)
{
    std::string words = textIn(parsedObject(answer.body), "message");
    if (words.empty() && answer.body.find('{') != 0)
        words = answer.body;
    const std::size_t last = words.find_last_not_of(" \r\n\t");
    words.resize(last == std::string::npos ? 0 : last + 1);
    return words.empty() ? "HTTP " + std::to_string(answer.status) : words;
}

} // namespace

EngineSession::EngineSession(Endpoint endpoint)
    : m_endpoint(std::move(endpoint))
{ }

EngineSession::~EngineSession() = default;

void EngineSession::whenReady(QObject *context, Ready ready)
{
    if (!m_facts.apiVersion.empty()) {
        ready(std::nullopt);
        return;
    }
    m_waiters.push_back({context, std::move(ready)});
    if (m_greeting)
        return;
    // Not kept alive by its own greeting: whoever waits does that.
    m_greeting = greetEngine(std::shared_ptr<EngineSession>(std::shared_ptr<void>(), this));
    connect(m_greeting.get(), &Job::finished, this, [this] {
        const JobPtr<EngineFacts> greeting = std::move(m_greeting);
        std::optional<Error> error;
        if (!greeting->result())
            error = greeting->result().error();
        const std::shared_ptr<EngineSession> alive = weak_from_this().lock();
        for (const Waiter &waiter : std::exchange(m_waiters, {})) {
            if (waiter.context)
                waiter.ready(error);
        }
    });
}

ExchangePtr EngineSession::send(HttpRequest request, Delivery delivery)
{
    request.url = "/v" + m_facts.apiVersion + request.url;
    return m_http.send(m_endpoint, std::move(request), delivery);
}

Result<std::string> agreedVersion(std::string_view newest, std::string_view oldest, std::string_view wanted,
                                  const std::string &who)
{
    if (minorOf(wanted))
        return std::string(wanted);
    const std::optional<int> theirs = minorOf(newest);
    if (!theirs)
        return tl::unexpected(engineError(EngineTrouble::NotEngine, who, std::string(newest)));
    if (*theirs < oursOldest)
        return tl::unexpected(engineError(EngineTrouble::TooOld, who, std::string(newest)));
    if (minorOf(oldest).value_or(0) > oursNewest)
        return tl::unexpected(engineError(EngineTrouble::TooNew, who, std::string(oldest)));
    return "1." + std::to_string(std::min(*theirs, oursNewest));
}

Error refusalOf(const HttpAnswer &answer, const std::string &who)
{
    const std::string words = wordsOf(answer);
    if (answer.status == 400 && words.find("HTTP request to an HTTPS server") != std::string::npos)
        return engineError(EngineTrouble::NeedsTls, who, words);
    const EngineTrouble trouble = answer.status == 404 ? EngineTrouble::NotFound : EngineTrouble::Refused;
    return engineError(trouble, firstLine(words), words);
}

} // namespace drydock
