// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_call.h"

#include "model/engine/registry_answers.h"

#include <QByteArray>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

constexpr int mostRedirects = 5;
constexpr int patience = 30000;
constexpr std::size_t mostBytes = std::size_t {8} * 1024 * 1024;
/// Basic goes with every question; the helper that knows the password need not be asked each time.
constexpr int secondsOfBasic = 60;

HttpRequest requestTo(std::string url)
{
    HttpRequest request;
    request.url = std::move(url);
    request.idleTimeout = patience;
    request.mostBytes = mostBytes;
    return request;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string basic(const RegistryLogin &login)
{
    return "Basic " + QByteArray::fromStdString(login.user + ':' + login.password).toBase64().toStdString();
}

} // namespace

RegistryCall::RegistryCall(RegistryDesk &desk, RegistryQuestion question)
    : m_desk(&desk)
    , m_question(std::move(question))
{ }

RegistryCall::~RegistryCall()
{
    abort();
}

void RegistryCall::abort()
{
    m_isAborted = true;
    m_exchange.reset();
    m_login.reset();
    if (std::exchange(m_isRunning, false) && m_desk)
        m_desk->leave();
}

bool RegistryCall::isLoopback() const
{
    return m_home.isLoopback();
}

void RegistryCall::begin()
{
    m_isRunning = true;
    const auto home = originOf(m_question.url);
    if (!home)
        return end(tl::unexpected(home.error()));
    m_home = *home;
    m_authorization = m_desk->passFor({m_question.image.domain, m_question.image.path});
    send();
}

void RegistryCall::send()
{
    const std::string &domain = m_question.image.domain;
    if (const auto seconds = m_desk->closedFor(domain); seconds > 0)
        return end(refusal(
            QT_TRANSLATE_NOOP("engine", "%1 has had enough questions: it can be asked again in %2 minutes."),
            {domain, std::to_string((seconds + 59) / 60)}));
    const auto origin = originOf(m_question.url);
    // Nothing leaves this machine without encryption, and a registry elsewhere leads nobody into it.
    if (!origin || (origin->scheme != "https" && !(isLoopback() && origin->isLoopback())))
        return end(refusal(
            QT_TRANSLATE_NOOP("engine", "%1 leads to an address without encryption: that is refused."),
            {domain}));
    HttpRequest request = requestTo(m_question.url);
    request.method = m_question.method;
    if (!m_question.accept.empty())
        request.headers.emplace_back("Accept", m_question.accept);
    const bool isAtHome = *origin == m_home && !(m_question.isBlob && m_redirects > 0);
    if (!m_authorization.empty() && isAtHome)
        request.headers.emplace_back("Authorization", m_authorization);
    m_exchange = m_desk->m_http.send(std::move(request));
    connect(m_exchange.get(), &Job::finished, this, &RegistryCall::answered);
}

void RegistryCall::answered()
{
    const Result<HttpAnswer> result = m_exchange->result();
    if (!result)
        return end(tl::unexpected(result.error()));
    const HttpAnswer &answer = *result;
    m_desk->noteLimit(m_question.image.domain, answer);
    if (answer.status >= 200 && answer.status < 300)
        return end(answer);
    if (isRedirect(answer.status))
        return redirected(answer);
    if (answer.status == 401 && !m_hasLoggedIn && m_redirects == 0)
        return challenged(answer);
    refuse(answer.status, answer.body);
}

void RegistryCall::redirected(const HttpAnswer &answer)
{
    const QUrl here(QString::fromStdString(m_question.url));
    const auto location = answer.header("location");
    const QUrl there
        = here.resolved(QUrl(QString::fromUtf8(location.data(), static_cast<qsizetype>(location.size()))));
    if (location.empty() || !there.isValid() || ++m_redirects > mostRedirects)
        return end(
            refusal(QT_TRANSLATE_NOOP("engine", "%1 leads from one address to the next and to nothing."),
                    {m_question.image.domain}));
    m_question.url = there.toEncoded(QUrl::RemoveFragment).toStdString();
    send();
}

void RegistryCall::challenged(const HttpAnswer &answer)
{
    m_hasLoggedIn = true;
    for (const auto &[name, value] : answer.headers) {
        if (name != "www-authenticate")
            continue;
        for (AuthChallenge &each : readChallenges(value)) {
            // A token tells the registry less than a password does.
            if (each.scheme == "bearer" || (each.scheme == "basic" && m_challenge.scheme.empty()))
                m_challenge = std::move(each);
        }
    }
    if (m_challenge.scheme.empty())
        return refuse(answer.status, answer.body);
    m_login = findLogin(m_desk->m_places.credentials, m_question.image.domain);
    connect(m_login.get(), &Job::finished, this, &RegistryCall::loggedIn);
}

void RegistryCall::loggedIn()
{
    const JobPtr<RegistryLogin> job = std::move(m_login);
    const Result<RegistryLogin> &login = job->result();
    if (!login)
        m_loginProblem = login.error();
    if (m_challenge.scheme == "bearer")
        return askForToken(login ? *login : RegistryLogin {});
    if (!login || login->user.empty())
        return refuse(401, {});
    retryWith(basic(*login), secondsOfBasic);
}

void RegistryCall::askForToken(const RegistryLogin &login)
{
    auto url = tokenUrl(m_challenge, m_question.image.path, isLoopback());
    if (!url)
        return end(tl::unexpected(url.error()));
    HttpRequest request = requestTo(*url);
    if (!login.identityToken.empty()) {
        // The same fields in a form (distribution, "OAuth2 Token Authentication").
        const std::size_t query = url->find('?');
        request.method = "POST";
        request.url = url->substr(0, query);
        request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        request.body = "grant_type=refresh_token&client_id=drydock&" + url->substr(query + 1)
            + "&refresh_token=" + escapedForQuery(login.identityToken);
    } else if (!login.isEmpty()) {
        request.headers.emplace_back("Authorization", basic(login));
    }
    m_exchange = m_desk->m_http.send(std::move(request));
    connect(m_exchange.get(), &Job::finished, this, &RegistryCall::tokenAnswered);
}

void RegistryCall::tokenAnswered()
{
    const Result<HttpAnswer> result = m_exchange->result();
    if (!result)
        return end(tl::unexpected(result.error()));
    if (result->status == 429)
        m_desk->noteLimit(m_question.image.domain, *result);
    if (result->status < 200 || result->status >= 300)
        return refuse(result->status, {});
    const auto token = readToken(result->body);
    if (!token)
        return end(tl::unexpected(token.error()));
    retryWith("Bearer " + token->text, token->seconds);
}

void RegistryCall::retryWith(std::string authorization, int seconds)
{
    m_authorization = std::move(authorization);
    // A token that ends while it travels is of no use: some seconds less.
    m_desk->m_passes[{m_question.image.domain, m_question.image.path}]
        = {m_authorization, m_desk->now() + seconds - std::min(10, seconds / 10)};
    send();
}

void RegistryCall::refuse(int status, std::string_view body)
{
    if ((status == 401 || status == 403) && m_loginProblem)
        return end(tl::unexpected(*m_loginProblem));
    if (status == 401)
        m_desk->m_passes.erase({m_question.image.domain, m_question.image.path});
    end(tl::unexpected(registryError(status, body, imageName(), m_question.image.domain)));
}

void RegistryCall::end(Result<HttpAnswer> result)
{
    m_authorization.clear();
    abort();
    finish(std::move(result));
}

} // namespace drydock
