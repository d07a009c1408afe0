// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/endpoint.h"

#include "model/syntax/characters.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace drydock {
namespace {

constexpr std::uint16_t plainPort = 2375;
constexpr std::uint16_t tlsPort = 2376;
constexpr std::string_view defaultSocket = "/var/run/docker.sock";

auto notAnEndpoint(std::string_view url)
{
    return refusal(QT_TRANSLATE_NOOP("engine",
                                     "“%1” is not the address of an engine: it looks like "
                                     "unix:///var/run/docker.sock, tcp://host:2375 or ssh://user@host."),
                   {withValidUtf8(url)});
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Without the %XX of URLs. Nothing if one of them is not whole.
std::optional<std::string> decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

/// White space and control characters have no place in a name of a host or a user.
bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f'; });
}

bool isHostName(std::string_view host)
{
    return !host.empty() && isPlain(host) && host.find_first_of("/\\@?#%\"'<>") == std::string_view::npos;
}

std::optional<std::uint16_t> portOf(std::string_view digits)
{
    unsigned port = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        port = port * 10 + static_cast<unsigned>(digit - '0');
        if (port > 65535)
            return std::nullopt;
    }
    if (port == 0)
        return std::nullopt;
    return static_cast<std::uint16_t>(port);
}

/// "host", "host:1234", "[::1]", "[::1]:1234" into the endpoint's host and port; the port stays where none is written.
bool takeHostAndPort(std::string_view text, Endpoint &endpoint)
{
    std::string_view rest;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos)
            return false;
        endpoint.host = text.substr(1, end - 1);
        rest = text.substr(end + 1);
        if (endpoint.host.find_first_not_of("0123456789abcdefABCDEF:.") != std::string::npos)
            return false;
    } else {
        const std::size_t colon = text.find(':');
        endpoint.host = text.substr(0, colon);
        rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    if (!isHostName(endpoint.host))
        return false;
    if (rest.empty() || rest == ":")
        return true;
    const auto port = rest.front() == ':' ? portOf(rest.substr(1)) : std::nullopt;
    endpoint.port = port.value_or(0);
    return port.has_value();
}

Result<Endpoint> unixEndpoint(std::string_view path)
{
    if (path.empty())
        path = defaultSocket;
    if (path.front() != '/' || path.find('\0') != std::string_view::npos)
        return refusal(QT_TRANSLATE_NOOP("engine", "“%1” is no absolute path of a socket."),
                       {withValidUtf8(path)});
    Endpoint endpoint;
    endpoint.path = path;
    endpoint.url = "unix://" + endpoint.path;
    return endpoint;
}

std::string bracketed(const std::string &host)
{
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

Result<Endpoint> tcpEndpoint(std::string_view url, std::string_view address, bool usesTls)
{
    Endpoint endpoint;
    endpoint.kind = usesTls ? EndpointKind::Tls : EndpointKind::Tcp;
    endpoint.port = usesTls ? tlsPort : plainPort;
    if (address.ends_with('/'))
        address.remove_suffix(1);
    // ":2375" is this machine, as docker reads it.
    const std::string whole = address.starts_with(':') || address.empty() ? "localhost" + std::string(address)
                                                                          : std::string(address);
    if (!takeHostAndPort(whole, endpoint))
        return notAnEndpoint(url);
    endpoint.url = "tcp://" + bracketed(endpoint.host) + ":" + std::to_string(endpoint.port);
    return endpoint;
}

Result<Endpoint> sshEndpoint(std::string_view url, std::string_view address)
{
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Ssh;
    const std::size_t slash = address.find('/');
    const auto path = decoded(slash == std::string_view::npos ? std::string_view() : address.substr(slash));
    address = address.substr(0, slash);
    if (const std::size_t at = address.rfind('@'); at != std::string_view::npos) {
        const auto user = decoded(address.substr(0, at));
        address.remove_prefix(at + 1);
        if (user && user->find(':') != std::string::npos)
            return refusal(QT_TRANSLATE_NOOP(
                "engine", "An address for ssh holds no password: let ssh use a key instead."));
        if (!user || user->empty() || !isPlain(*user))
            return notAnEndpoint(url);
        endpoint.user = *user;
    }
    if (!path || path->find_first_of(std::string_view("?#\0\n\r", 5)) != std::string::npos
        || !takeHostAndPort(address, endpoint))
        return notAnEndpoint(url);
    if (endpoint.host.starts_with('-') || endpoint.user.starts_with('-'))
        return refusal(
            QT_TRANSLATE_NOOP("engine",
                              "“%1” is refused: ssh would take a name that begins with “-” for an option."),
            {withValidUtf8(url)});
    if (*path != "/")
        endpoint.path = *path;
    endpoint.url = url;
    return endpoint;
}

} // namespace

bool Endpoint::isLocal() const
{
    return kind == EndpointKind::Unix || (kind != EndpointKind::Ssh && isLoopbackHost(host));
}

Result<Endpoint> parseEndpoint(std::string_view url, bool usesTls)
{
    url = trimmed(url);
    const std::size_t sign = url.find("://");
    const std::string_view scheme = sign == std::string_view::npos ? "tcp" : url.substr(0, sign);
    const std::string_view address = sign == std::string_view::npos ? url : url.substr(sign + 3);
    if (url.empty())
        return notAnEndpoint(url);
    if (scheme == "unix")
        return unixEndpoint(address);
    if (scheme == "tcp")
        return tcpEndpoint(url, address, usesTls);
    if (scheme == "ssh")
        return sshEndpoint(url, address);
    if (scheme == "npipe")
        return refusal(QT_TRANSLATE_NOOP("engine", "“%1” is a named pipe, which exists on Windows only."),
                       {withValidUtf8(url)});
    return refusal(QT_TRANSLATE_NOOP("engine", "Engines are not reached by “%1”, only by unix, tcp and ssh."),
                   {withValidUtf8(scheme)});
}

bool isLoopbackHost(std::string_view host)
{
    if (equalsIgnoringCase(host, "localhost") || host == "::1")
        return true;
    if (!host.starts_with("127."))
        return false;
    // Not a name such as 127.0.0.1.example.com, which may lead anywhere.
    std::size_t numbers = 0;
    while (!host.empty()) {
        const std::string_view number = host.substr(0, host.find('.'));
        if (number.empty() || number.size() > 3
            || number.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
        ++numbers;
        host.remove_prefix(std::min(number.size() + 1, host.size()));
    }
    return numbers == 4;
}

} // namespace drydock
