// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/registry_session.h"

#include "model/engine/discovery.h"

namespace drydock::cli {
namespace {

RegistryPlaces placesOfProcess()
{
    const DiscoveryPlaces surroundings = discoveryPlacesOfProcess();
    RegistryPlaces places;
    places.credentials.configFolder = surroundings.configFolder();
    places.credentials.programPath = surroundings.variable("PATH");
    return places;
}

} // namespace

RegistrySession::RegistrySession()
    : m_client(m_http, placesOfProcess())
{ }

} // namespace drydock::cli
