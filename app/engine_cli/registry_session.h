// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/http_client.h"
#include "model/engine/registry_client.h"

namespace drydock::cli {

/// The registries that a command asks, with the logins that docker has. Asks anew whatever an earlier run has heard: nothing
/// is kept on the disk.
class RegistrySession {
public:
    RegistrySession();

    RegistryClient &client() { return m_client; }

private:
    HttpClient m_http;
    RegistryClient m_client;
};

} // namespace drydock::cli
