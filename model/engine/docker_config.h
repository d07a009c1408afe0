// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What Drydock reads of docker's config.json. Logins are not kept here: see storedLogin().
struct DockerConfig {
    std::string currentContext; ///< Empty: "default".
    std::string credentialStore; ///< credsStore: the X of docker-credential-X. May be empty.
    std::map<std::string, std::string, std::less<>> credentialHelpers; ///< credHelpers: server → X.
    std::vector<std::string> pluginFolders; ///< cliPluginsExtraDirs
};

/// A login as `auths` of config.json holds it. Keep it as short as you can.
struct StoredLogin {
    std::string user;
    std::string password;
    std::string identityToken; ///< Instead of both.

    bool isEmpty() const { return user.empty() && identityToken.empty(); }
};

/// Reads `folder`/config.json. A file that is not there says nothing; one that cannot be read or is no JSON is an Error:
/// whoever fell back to the defaults then would talk to another engine than docker does.
Result<DockerConfig> readDockerConfig(const std::string &folder);

/// The login for `server` ("https://index.docker.io/v1/", "registry.example:5000") in `folder`/config.json; empty if there is
/// none. Keys of old versions with a scheme and a path in them count for their host, as docker reads them.
/// Errors never quote the file.
Result<StoredLogin> storedLogin(const std::string &folder, std::string_view server);

/// The bytes of a small file of docker's: at most 1 MiB, or nothing. Opening never blocks.
/// \returns an empty text if there is no such file.
Result<std::string> readDockerFile(const std::string &path);

} // namespace drydock
