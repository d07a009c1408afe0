// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/http_client.h"

#include "model/engine/curl_exchange.h"
#include "model/engine/curl_loop.h"

#include <memory>
#include <utility>

namespace drydock {

std::string_view HttpAnswer::header(std::string_view name) const
{
    for (const auto &[known, value] : headers) {
        if (known == name)
            return value;
    }
    return {};
}

/// Exchanges share the loop: they go on when the client is gone.
class HttpClient::Private {
public:
    std::shared_ptr<CurlLoop> loop = std::make_shared<CurlLoop>();
};

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{ }

HttpClient::~HttpClient() = default;

ExchangePtr HttpClient::send(const Endpoint &endpoint, HttpRequest request, Delivery delivery)
{
    request.mostRedirects = 0;
    std::unique_ptr<CurlExchange, AbortAndDelete> exchange(
        new CurlExchange(m_d->loop, std::move(request), delivery, endpoint.url));
    exchange->begin(&endpoint);
    return exchange;
}

ExchangePtr HttpClient::send(HttpRequest request, Delivery delivery)
{
    // Whose password stands in a URL is nobody's business in an error.
    std::string who = request.url.substr(0, request.url.find_first_of("?#"));
    std::unique_ptr<CurlExchange, AbortAndDelete> exchange(
        new CurlExchange(m_d->loop, std::move(request), delivery, std::move(who)));
    exchange->begin(nullptr);
    return exchange;
}

} // namespace drydock
