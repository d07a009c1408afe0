// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/engine_session.h"

#include "model/engine/discovery.h"
#include "model/exporting/printable.h"

namespace drydock::cli {
namespace {

Result<Endpoint> endpointFor(const EngineOrder &order)
{
    DiscoveryPlaces surroundings = discoveryPlacesOfProcess();
    surroundings.host = order.host;
    surroundings.context = order.dockerContext;
    return discoverEngines(surroundings).endpoint;
}

} // namespace

EngineSession::EngineSession(const Endpoint &endpoint)
    : m_client(std::make_unique<HttpEngineClient>(endpoint))
{ }

Result<std::unique_ptr<EngineSession>> EngineSession::open(const EngineOrder &order)
{
    const Result<Endpoint> endpoint = endpointFor(order);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    auto session = std::unique_ptr<EngineSession>(new EngineSession(*endpoint));
    const JobPtr<EngineFacts> greeting = session->client().greet();
    if (const Result<EngineFacts> facts = wait(*greeting); !facts)
        return tl::unexpected(facts.error());
    return session;
}

std::string EngineSession::label() const
{
    return m_client->facts().label() + " (" + endpoint().url + ")";
}

void tell(Output &output, const Error &error)
{
    output.error(printable(inEnglish(error.text)));
    std::string_view rest = error.detail;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (end > 0)
            output.error("  " + printable(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

} // namespace drydock::cli
