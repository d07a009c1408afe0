// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/engine/endpoint.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// What can stand between a question and its answer. Each has one sentence.
enum class EngineTrouble : std::uint8_t {
    NotRunning, ///< No socket, or nobody behind it.
    PermissionDenied, ///< The socket is not for this user.
    Unreachable, ///< No such host, no way to it.
    UnknownAuthority, ///< TLS: its certificate is of nobody who is trusted.
    NeedsCertificate, ///< TLS: it wants to know who asks.
    NeedsTls, ///< It was asked in plain HTTP and speaks HTTPS.
    TlsFailed, ///< TLS, for any other reason.
    SshFailed,
    SshMissing, ///< There is no ssh program.
    NoAnswer, ///< It closed before the first byte.
    BrokenOff, ///< It closed in the middle of the answer.
    TimedOut,
    TooLarge,
    NotHttp,
    UnsafeRedirect, ///< To a less safe scheme, or too often.
    NotEngine, ///< HTTP, but nothing that an engine says.
    TooOld, ///< Its newest API is older than 1.40.
    TooNew, ///< Its oldest API is newer than 1.52.
    NotFound, ///< 404: it does not have what it was asked for.
    Refused, ///< Any other status that means no.
    BadName, ///< What was asked for can be no name; it was not asked.
    Failed, ///< Whatever else libcurl says.
};

/// The sentence for `trouble`. \param who fills %1: the endpoint's URL, or the engine's words for NotFound and Refused.
/// \param detail words of the system, of libcurl or of the engine.
Error engineError(EngineTrouble trouble, std::string who, std::string detail = {});

/// The trouble that `error` tells of; nothing if it is not of engineError().
std::optional<EngineTrouble> troubleOf(const Error &error);

/// What libcurl's code means.
/// \param code a CURLcode. \param systemError errno of the failed connection; 0 if there is none.
/// \param words of libcurl. \param hasAnswer the first byte of an answer came.
EngineTrouble troubleOfCurl(int code, long systemError, std::string_view words, bool hasAnswer);

} // namespace drydock
