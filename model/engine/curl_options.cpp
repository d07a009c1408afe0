// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/curl_exchange.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

/// What engines are called where the connection itself says who it is. No name that needs to be looked up.
constexpr const char *nobodysHost = "127.0.0.1";

std::string hostOf(const Endpoint &endpoint)
{
    const bool isIpv6 = endpoint.host.find(':') != std::string::npos;
    return (isIpv6 ? '[' + endpoint.host + ']' : endpoint.host) + ':' + std::to_string(endpoint.port);
}

bool isHttps(const std::string &url)
{
    return url.compare(0, 6, "https:") == 0;
}

void setPath(CURL *handle, CURLoption option, const std::string &path)
{
    if (!path.empty())
        curl_easy_setopt(handle, option, path.c_str());
}

} // namespace

void CurlExchange::setOptions()
{
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, m_words.data());
    curl_easy_setopt(m_handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_handle, CURLOPT_HTTP_VERSION, long {CURL_HTTP_VERSION_1_1});
    // Never a connection that may have died while it was idle: libcurl would send the request a second time.
    curl_easy_setopt(m_handle, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(m_handle, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(m_handle, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_handle, CURLOPT_CONNECTTIMEOUT_MS, long {m_request.connectTimeout});
    curl_easy_setopt(m_handle, CURLOPT_SSLVERSION, long {CURL_SSLVERSION_TLSv1_2});
    curl_easy_setopt(m_handle, CURLOPT_PATH_AS_IS, 1L);
    const bool isSafe = isHttps(m_request.url);
    curl_easy_setopt(m_handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_handle, CURLOPT_REDIR_PROTOCOLS_STR, isSafe ? "https" : "http,https");
    curl_easy_setopt(m_handle, CURLOPT_FOLLOWLOCATION, m_request.mostRedirects > 0 ? 1L : 0L);
    curl_easy_setopt(m_handle, CURLOPT_MAXREDIRS, long {m_request.mostRedirects});
    curl_easy_setopt(m_handle, CURLOPT_BUFFERSIZE, 64L * 1024);
    curl_easy_setopt(m_handle, CURLOPT_HEADERFUNCTION, &CurlExchange::onHeader);
    curl_easy_setopt(m_handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &CurlExchange::onBody);
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, this);
    setBody();
    for (const auto &[name, value] : m_request.headers) {
        std::string line = name;
        line.append(": ").append(value);
        m_headers = curl_slist_append(m_headers, line.c_str());
    }
    // Old engines wait for nothing, and libcurl would, for a second.
    m_headers = curl_slist_append(m_headers, "Expect:");
    curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_headers);
}

void CurlExchange::setBody()
{
    if (m_request.method == "HEAD") {
        curl_easy_setopt(m_handle, CURLOPT_NOBODY, 1L);
        return;
    }
    if (m_request.source) {
        curl_easy_setopt(m_handle, CURLOPT_POST, 1L);
        curl_easy_setopt(m_handle, CURLOPT_READFUNCTION, &CurlExchange::onRead);
        curl_easy_setopt(m_handle, CURLOPT_READDATA, this);
        curl_easy_setopt(m_handle, CURLOPT_UPLOAD_BUFFERSIZE, 64L * 1024);
        m_headers = curl_slist_append(m_headers, "Transfer-Encoding: chunked");
    } else if (!m_request.body.empty() || m_request.method == "POST") {
        curl_easy_setopt(m_handle, CURLOPT_POST, 1L);
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDS, m_request.body.c_str());
        if (m_request.body.empty())
            m_headers = curl_slist_append(m_headers, "Content-Type:");
    }
    curl_easy_setopt(m_handle, CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
}

void CurlExchange::setEngine(const Endpoint &endpoint)
{
    // The proxies of the environment are for the world, not for engines; and an engine never sends anybody elsewhere.
    curl_easy_setopt(m_handle, CURLOPT_PROXY, "");
    curl_easy_setopt(m_handle, CURLOPT_FOLLOWLOCATION, 0L);
    const bool isTls = endpoint.kind == EndpointKind::Tls;
    const bool hasHost = isTls || endpoint.kind == EndpointKind::Tcp;
    const std::string url
        = (isTls ? "https://" : "http://") + (hasHost ? hostOf(endpoint) : nobodysHost) + m_request.url;
    curl_easy_setopt(m_handle, CURLOPT_URL, url.c_str());
    if (endpoint.kind == EndpointKind::Unix)
        curl_easy_setopt(m_handle, CURLOPT_UNIX_SOCKET_PATH, endpoint.path.c_str());
    if (!hasHost) {
        m_headers = curl_slist_append(m_headers, "Host: docker");
        curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_headers);
    }
    if (isTls)
        setTls(endpoint);
}

void CurlExchange::setTls(const Endpoint &endpoint)
{
    if (endpoint.skipsVerification) {
        curl_easy_setopt(m_handle, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(m_handle, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    setPath(m_handle, CURLOPT_CAINFO, endpoint.authority);
    setPath(m_handle, CURLOPT_SSLCERT, endpoint.certificate);
    setPath(m_handle, CURLOPT_SSLKEY, endpoint.key);
}

bool CurlExchange::setTunnel(const Endpoint &endpoint)
{
    Result<std::unique_ptr<SshTunnel>> tunnel = SshTunnel::open(endpoint);
    if (!tunnel) {
        endWith(std::move(tunnel.error()));
        return false;
    }
    m_tunnel = std::move(*tunnel);
    curl_easy_setopt(m_handle, CURLOPT_UNIX_SOCKET_PATH, m_tunnel->path().c_str());
    return true;
}

std::size_t CurlExchange::onHeader(char *bytes, std::size_t size, std::size_t count, void *exchange)
{
    static_cast<CurlExchange *>(exchange)->takeHeader({bytes, size * count});
    return static_cast<CurlExchange *>(exchange)->m_error ? 0 : size * count;
}

std::size_t CurlExchange::onBody(char *bytes, std::size_t size, std::size_t count, void *exchange)
{
    return static_cast<CurlExchange *>(exchange)->takeBody({bytes, size * count});
}

std::size_t CurlExchange::onRead(char *buffer, std::size_t size, std::size_t count, void *exchange)
{
    auto *self = static_cast<CurlExchange *>(exchange);
    const std::size_t most = size * count;
    Result<std::string> bytes = self->m_request.source->read(most);
    if (!bytes) {
        self->m_error = std::move(bytes.error());
        return CURL_READFUNC_ABORT;
    }
    const std::size_t length = std::min(bytes->size(), most);
    std::copy_n(bytes->data(), length, buffer);
    return length;
}

} // namespace drydock
