// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_error.h"

#include <curl/curl.h>

#include <array>
#include <cerrno>
#include <utility>

namespace drydock {
namespace {

struct Sentence {
    EngineTrouble trouble;
    const char *text;
};

constexpr std::array sentences {
    Sentence {EngineTrouble::NotRunning,
              QT_TRANSLATE_NOOP("engine", "No container engine listens at %1: is it started?")},
    Sentence {
        EngineTrouble::PermissionDenied,
        QT_TRANSLATE_NOOP(
            "engine", "You may not use the engine at %1: join the group docker, or use a rootless engine.")},
    Sentence {EngineTrouble::Unreachable, QT_TRANSLATE_NOOP("engine", "%1 cannot be reached.")},
    Sentence {
        EngineTrouble::UnknownAuthority,
        QT_TRANSLATE_NOOP("engine", "The certificate of %1 is of an authority that is not trusted here.")},
    Sentence {EngineTrouble::NeedsCertificate,
              QT_TRANSLATE_NOOP("engine", "%1 wants a client certificate that it accepts.")},
    Sentence {
        EngineTrouble::NeedsTls,
        QT_TRANSLATE_NOOP("engine", "%1 speaks HTTPS and was asked in plain HTTP: set DOCKER_TLS_VERIFY.")},
    Sentence {EngineTrouble::TlsFailed, QT_TRANSLATE_NOOP("engine", "No safe connection to %1 came about.")},
    Sentence {EngineTrouble::SshFailed, QT_TRANSLATE_NOOP("engine", "ssh found no engine at %1.")},
    Sentence {EngineTrouble::SshMissing,
              QT_TRANSLATE_NOOP("engine", "%1 is reached by the program ssh, which is not installed.")},
    Sentence {EngineTrouble::NoAnswer,
              QT_TRANSLATE_NOOP("engine", "%1 closed the connection before it answered.")},
    Sentence {EngineTrouble::BrokenOff,
              QT_TRANSLATE_NOOP("engine", "The connection to %1 broke off in the middle.")},
    Sentence {EngineTrouble::TimedOut, QT_TRANSLATE_NOOP("engine", "%1 did not answer in time.")},
    Sentence {EngineTrouble::TooLarge, QT_TRANSLATE_NOOP("engine", "The answer of %1 is too large.")},
    Sentence {EngineTrouble::NotHttp, QT_TRANSLATE_NOOP("engine", "What %1 answers is no HTTP.")},
    Sentence {EngineTrouble::UnsafeRedirect,
              QT_TRANSLATE_NOOP("engine", "%1 redirects to where Drydock does not follow.")},
    Sentence {EngineTrouble::NotEngine,
              QT_TRANSLATE_NOOP("engine", "What answers at %1 is no container engine.")},
    Sentence {
        EngineTrouble::TooOld,
        QT_TRANSLATE_NOOP("engine", "The engine at %1 is too old: Drydock needs Docker 19.03 or newer.")},
    Sentence {EngineTrouble::TooNew,
              QT_TRANSLATE_NOOP("engine", "The engine at %1 is newer than what this Drydock can talk to.")},
    Sentence {EngineTrouble::NotFound, QT_TRANSLATE_NOOP("engine", "The engine does not have it: %1")},
    Sentence {EngineTrouble::Refused, QT_TRANSLATE_NOOP("engine", "The engine refuses: %1")},
    Sentence {EngineTrouble::BadName,
              QT_TRANSLATE_NOOP("engine", "No engine can have something called “%1”.")},
    Sentence {EngineTrouble::Failed, QT_TRANSLATE_NOOP("engine", "The connection to %1 failed.")},
};

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

EngineTrouble troubleOfConnect(long systemError)
{
    switch (systemError) {
    case ENOENT:
    case ECONNREFUSED:
    case ENOTSOCK:
        return EngineTrouble::NotRunning;
    case EACCES:
    case EPERM:
        return EngineTrouble::PermissionDenied;
    default:
        return EngineTrouble::Unreachable;
    }
}

/// OpenSSL tells some of it only in words: the alert about a missing certificate comes after the handshake of TLS 1.3.
std::optional<EngineTrouble> troubleOfTls(std::string_view words)
{
    if (contains(words, "alert certificate required") || contains(words, "alert bad certificate")
        || contains(words, "alert unknown ca") || contains(words, "alert handshake failure"))
        return EngineTrouble::NeedsCertificate;
    if (contains(words, "SSL routines"))
        return EngineTrouble::TlsFailed;
    return std::nullopt;
}

} // namespace

Error engineError(EngineTrouble trouble, std::string who, std::string detail)
{
    for (const Sentence &sentence : sentences) {
        if (sentence.trouble == trouble)
            return {{sentence.text, {std::move(who)}}, std::move(detail)};
    }
    return {};
}

std::optional<EngineTrouble> troubleOf(const Error &error)
{
    for (const Sentence &sentence : sentences) {
        if (error.text.source == sentence.text)
            return sentence.trouble;
    }
    return std::nullopt;
}

EngineTrouble troubleOfCurl(int code, long systemError, std::string_view words, bool hasAnswer)
{
    switch (code) {
    case CURLE_COULDNT_CONNECT:
        return troubleOfConnect(systemError);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return EngineTrouble::Unreachable;
    case CURLE_OPERATION_TIMEDOUT:
        return EngineTrouble::TimedOut;
    case CURLE_PEER_FAILED_VERIFICATION:
        return EngineTrouble::UnknownAuthority;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
        return troubleOfTls(words).value_or(EngineTrouble::TlsFailed);
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        if (const std::optional<EngineTrouble> trouble = troubleOfTls(words))
            return *trouble;
        if (contains(words, "Too large response headers"))
            return EngineTrouble::TooLarge;
        return hasAnswer ? EngineTrouble::BrokenOff : EngineTrouble::NoAnswer;
    case CURLE_PARTIAL_FILE:
        return EngineTrouble::BrokenOff;
    case CURLE_UNSUPPORTED_PROTOCOL:
        // "Received HTTP/0.9 when not allowed" is what libcurl says of any bytes; the rest is about redirects.
        return contains(words, "HTTP/0.9") ? EngineTrouble::NotHttp : EngineTrouble::UnsafeRedirect;
    case CURLE_TOO_MANY_REDIRECTS:
        return EngineTrouble::UnsafeRedirect;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
        return EngineTrouble::NotHttp;
    default:
        return EngineTrouble::Failed;
    }
}

} // namespace drydock
