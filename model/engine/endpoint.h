// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock {

/// How an engine is reached.
enum class EndpointKind : std::uint8_t {
    Unix, ///< A socket of this machine.
    Tcp, ///< Plain HTTP.
    Tls, ///< HTTPS, with client certificates if there are any.
    Ssh, ///< `docker system dial-stdio` on another machine, by the `ssh` program.
};

/// Where an engine listens. Plain data.
struct Endpoint {
    EndpointKind kind = EndpointKind::Unix;
    std::string
        url; ///< As docker writes it: "unix:///var/run/docker.sock", "tcp://10.0.0.1:2376", "ssh://me@host".
    std::string name; ///< Of the docker context; "" if it is none ("default" is one).
    std::string source; ///< Who says so, for a person: "DOCKER_HOST", "context “colima”", "found".
    std::string path; ///< Unix: the socket. Ssh: the socket on the other machine, may be empty.
    std::string host; ///< Tcp, Tls, Ssh. Without the brackets of IPv6.
    std::string user; ///< Ssh; may be empty.
    std::uint16_t port = 0; ///< Tcp, Tls: 2375, 2376 by default. Ssh: 0 is ssh's own choice.
    std::string authority; ///< Tls: path of ca.pem; empty: the system's.
    std::string certificate; ///< Tls: path of cert.pem; may be empty.
    std::string key; ///< Tls: path of key.pem; may be empty.
    bool skipsVerification = false; ///< Tls: the context says SkipTLSVerify.

    /// Containers publish their ports on this machine.
    bool isLocal() const;
    bool operator==(const Endpoint &) const = default;
};

/// Takes the value of DOCKER_HOST apart as docker does: "tcp://" may be missing, ports default to 2375.
/// \returns an Error for schemes that are not known, and for hosts and users of ssh that begin with "-", which ssh would
/// take for options.
/// \param usesTls tcp means Tls, and the default port is 2376 (DOCKER_TLS_VERIFY, TLS files of a context).
Result<Endpoint> parseEndpoint(std::string_view url, bool usesTls = false);

/// "localhost", 127.0.0.0/8, "::1": another program of this machine. \param host without port and brackets.
bool isLoopbackHost(std::string_view host);

} // namespace drydock
