// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What the authentication of registries is made of (distribution spec, "Token Authentication").

namespace drydock {

/// One way in that a registry offers with a 401.
struct AuthChallenge {
    std::string scheme; ///< In lower case: "bearer", "basic".
    std::map<std::string, std::string, std::less<>>
        parameters; ///< realm, service, scope; names in lower case.

    /// Empty if it is not said.
    std::string_view parameter(std::string_view name) const;
    bool operator==(const AuthChallenge &) const = default;
};

/// Takes a Www-Authenticate header apart (RFC 9110, 11.6.1). What is malformed ends the list.
std::vector<AuthChallenge> readChallenges(std::string_view header);

/// A host with what stands in front of it: where credentials may go.
struct WebOrigin {
    std::string scheme; ///< In lower case.
    std::string host; ///< In lower case, without brackets.
    std::uint16_t port = 0; ///< The scheme's own if none is written.

    /// Https, or a program of this machine.
    bool isSafe() const;
    bool isLoopback() const;
    bool operator==(const WebOrigin &) const = default;
};

/// \returns an Error for what is no http or https URL, for one that names a user, and for one with white space or control
/// characters.
Result<WebOrigin> originOf(std::string_view url);

/// Escapes all but the letters, digits and -._~ of a URL's query.
std::string escapedForQuery(std::string_view text);

/// Where a token for pulling from `repository` is asked for. Nobody but https is asked; a registry of this machine may name
/// another program of it.
Result<std::string> tokenUrl(const AuthChallenge &challenge, std::string_view repository,
                             bool isLoopbackRegistry);

struct RegistryToken {
    std::string text;
    int seconds = 60; ///< How long it holds; 60 if it is not said (distribution spec).
};

/// What the server of tokens answers. Errors do not quote it.
Result<RegistryToken> readToken(std::string_view json);

} // namespace drydock
