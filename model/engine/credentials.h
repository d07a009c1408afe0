// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/job.h"

#include <string>
#include <string_view>

namespace drydock {

/// Where logins are looked up.
struct CredentialPlaces {
    std::string configFolder; ///< Of docker's config.json.
    std::string programPath; ///< As $PATH; entries that are not absolute are skipped.
    int timeout = 10000; ///< Milliseconds for a helper: it may ask the user to unlock a keychain, and hang.
};

/// What docker files the login of a registry under: "https://index.docker.io/v1/" for Docker Hub, else the host and port.
/// \param domain as in ImageReference::domain ("docker.io").
std::string loginServerOf(std::string_view domain);

/// Looks the login for a registry up as docker does: the helper that credHelpers names for it, the one of credsStore, `auths`.
/// The first that is configured decides; it is not an Error that it knows none: isEmpty().
///
/// Starts a docker-credential program, if one is configured: only when the user asked for something that needs the
/// registry. What the program prints is never part of an Error.
JobPtr<RegistryLogin> findLogin(const CredentialPlaces &places, std::string_view domain);

/// The value of X-Registry-Auth: base64url of JSON; of "{}" for an empty login, which engines want on a push. Never log it.
std::string registryAuthHeader(const RegistryLogin &login);

/// The login in what `docker-credential-X get` printed. \returns an Error for anything else.
Result<RegistryLogin> readHelperAnswer(std::string_view json);

/// The file `name` in the first absolute folder of `path` that has it as a program; empty if none has.
std::string programIn(std::string_view path, std::string_view name);

} // namespace drydock
