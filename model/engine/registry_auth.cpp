// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_auth.h"

#include "model/engine/endpoint.h"
#include "model/image/json_fields.h"
#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

constexpr std::size_t longestHeader = std::size_t {16} * 1024;
constexpr std::size_t mostChallenges = 8;

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

class ChallengeReader {
public:
    explicit ChallengeReader(std::string_view text)
        : m_text(text)
    { }

    std::vector<AuthChallenge> read()
    {
        std::vector<AuthChallenge> result;
        while (skipSeparators() && result.size() < mostChallenges) {
            const std::string word = lowered(token());
            if (word.empty())
                break;
            skipBlanks();
            if (!isAt('=')) {
                result.push_back({word, {}});
                continue;
            }
            ++m_at;
            skipBlanks();
            auto value = isAt('"') ? quotedText() : token();
            if (result.empty())
                break;
            result.back().parameters.emplace(word, std::move(value));
        }
        return result;
    }

private:
    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    void skipBlanks()
    {
        while (isAt(' ') || isAt('\t'))
            ++m_at;
    }
    /// \returns whether something comes.
    bool skipSeparators()
    {
        while (isAt(' ') || isAt('\t') || isAt(','))
            ++m_at;
        return m_at < m_text.size();
    }
    std::string token()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isTokenCharacter(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }
    std::string quotedText()
    {
        std::string result;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            result += m_text[m_at];
        }
        m_at = std::min(m_at + 1, m_text.size());
        return result;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

auto notAUrl()
{
    return refusal(QT_TRANSLATE_NOOP("engine", "The registry leads to an address that is none."));
}

} // namespace

std::string_view AuthChallenge::parameter(std::string_view name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<AuthChallenge> readChallenges(std::string_view header)
{
    return ChallengeReader(header.substr(0, longestHeader)).read();
}

bool WebOrigin::isLoopback() const
{
    return isLoopbackHost(host);
}

bool WebOrigin::isSafe() const
{
    return scheme == "https" || isLoopback();
}

Result<WebOrigin> originOf(std::string_view url)
{
    const std::size_t sign = url.find("://");
    if (sign == std::string_view::npos || std::any_of(url.begin(), url.end(), [](char c) {
            return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        }))
        return notAUrl();
    WebOrigin origin {lowered(url.substr(0, sign)), {}, 0};
    if (origin.scheme != "https" && origin.scheme != "http")
        return notAUrl();
    url.remove_prefix(sign + 3);
    const std::string_view authority = url.substr(0, url.find_first_of("/?#"));
    if (authority.empty() || authority.front() == ':'
        || authority.find_first_of("@\\%") != std::string_view::npos)
        return notAUrl();
    // The rules for a host and its port are those of an engine.
    const auto endpoint = parseEndpoint("tcp://" + std::string(authority));
    if (!endpoint)
        return notAUrl();
    const bool hasPort = authority.rfind(':') != std::string_view::npos && !authority.ends_with(']')
        && !authority.ends_with(':');
    origin.host = lowered(endpoint->host);
    origin.port = hasPort ? endpoint->port : static_cast<std::uint16_t>(origin.scheme == "https" ? 443 : 80);
    return origin;
}

std::string escapedForQuery(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || std::string_view("-._~").find(c) != std::string_view::npos;
        if (isPlain) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

Result<std::string> tokenUrl(const AuthChallenge &challenge, std::string_view repository,
                             bool isLoopbackRegistry)
{
    const std::string_view realm = challenge.parameter("realm");
    const auto origin = originOf(realm);
    if (!origin)
        return tl::unexpected(origin.error());
    if (origin->scheme != "https" && !(isLoopbackRegistry && origin->isLoopback()))
        return refusal(QT_TRANSLATE_NOOP(
                           "engine", "The registry sends logins to %1 without encryption: that is refused."),
                       {origin->host});
    std::string url(realm.substr(0, realm.find('#')));
    url += url.find('?') == std::string::npos ? '?' : '&';
    if (const auto service = challenge.parameter("service"); !service.empty())
        url.append("service=").append(escapedForQuery(service)).append("&");
    // Not the scope that the registry names: no more than what is needed.
    return url.append("scope=").append(escapedForQuery("repository:" + std::string(repository) + ":pull"));
}

Result<RegistryToken> readToken(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    RegistryToken token;
    if (json.is_object()) {
        token.text = textIn(json, "token");
        if (token.text.empty())
            token.text = textIn(json, "access_token");
        if (const auto seconds = numberIn(json, "expires_in"); seconds > 0)
            token.seconds = static_cast<int>(std::min<std::int64_t>(seconds, std::int64_t {24} * 3600));
    }
    const bool isPlain
        = std::all_of(token.text.begin(), token.text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (token.text.empty() || !isPlain || token.text.size() > longestHeader)
        return refusal(QT_TRANSLATE_NOOP("engine", "The registry’s server of tokens gave none."));
    return token;
}

} // namespace drydock
