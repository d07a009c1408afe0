// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/endpoint.h"

#include <string>
#include <vector>

namespace drydock {

/// A context as `docker context ls` lists it.
struct DockerContext {
    std::string name;
    std::string description; ///< May be empty.
    Result<Endpoint> endpoint; ///< An Error if it has none that Drydock can use.
};

/// The contexts under `configFolder`/contexts, by name; at most 1,000. "default" is none of them: it is stored nowhere.
/// TLS files are those of the folder with the same name as that of the context's meta.json.
std::vector<DockerContext> readContexts(const std::string &configFolder);

/// Takes ca.pem, cert.pem and key.pem of `folder` into the endpoint, those that exist. \returns whether there are any.
bool takeTlsFiles(const std::string &folder, Endpoint &endpoint);

} // namespace drydock
