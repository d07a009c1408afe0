// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/build_ending.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace drydock {
namespace {

constexpr std::size_t lastLines = 50; ///< Of a log that are searched for a reason.

bool holdsOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Reasons that stand as well in what is printed as in the builder's words.
const char *reasonAnywhere(std::string_view line)
{
    if (holdsOneOf(line, {"No space left on device", "no space left on device", "ENOSPC"}))
        return QT_TRANSLATE_NOOP("build", "The engine's disk is full.");
    if (holdsOneOf(line, {"Disk quota exceeded", "disk quota exceeded", "EDQUOT"}))
        return QT_TRANSLATE_NOOP("build", "The engine's disk quota is used up.");
    return nullptr;
}

const char *reasonInLog(std::string_view line)
{
    if (holdsOneOf(line,
                   {"Temporary failure resolving", "Temporary failure in name resolution",
                    "Could not resolve host", "bad address '", "no such host"}))
        return QT_TRANSLATE_NOOP(
            "build", "The command finds no host by its name: the build has no network or no DNS.");
    return reasonAnywhere(line);
}

const char *reasonInWords(std::string_view words)
{
    if (holdsOneOf(words, {"could not find bridge"}))
        return QT_TRANSLATE_NOOP(
            "build",
            "The engine has no network bridge: restart it, or build with the network “none” or “host”.");
    if (holdsOneOf(words,
                   {"no such host", "server misbehaving", "Temporary failure in name resolution",
                    "Could not resolve host"}))
        return QT_TRANSLATE_NOOP(
            "build", "The engine cannot reach the registry: it does not find the host by its name.");
    if (holdsOneOf(words, {"dial tcp", "failed to do request", "registry-1.docker.io"})
        && holdsOneOf(words,
                      {"network is unreachable", "no route to host", "connection refused", "i/o timeout",
                       "TLS handshake timeout", "Client.Timeout exceeded", "context deadline exceeded"}))
        return QT_TRANSLATE_NOOP(
            "build", "The engine cannot reach the registry: it has no network, or nobody answers there.");
    if (holdsOneOf(words, {"no active sessions", "no active session for"}))
        return QT_TRANSLATE_NOOP("build",
                                 "The base image needs a login, which this way of building cannot pass on: "
                                 "pull the image first, or "
                                 "install docker buildx.");
    if (holdsOneOf(words,
                   {"pull access denied", "unauthorized: ", "authorization failed", "401 Unauthorized"}))
        return QT_TRANSLATE_NOOP(
            "build",
            "The registry does not give the base image without a login: pull the image first, "
            "or install docker buildx and log in.");
    return reasonAnywhere(words);
}

/// What the step printed last is asked first: it is what comes closest to the reason.
const char *reasonOf(const ProgressStep &step)
{
    const std::deque<std::string> &lines = step.log.lines();
    const std::size_t count = std::min(lines.size(), lastLines);
    for (std::size_t i = 0; i < count; ++i) {
        if (const char *const reason = reasonInLog(lines[lines.size() - 1 - i]))
            return reason;
    }
    return nullptr;
}

} // namespace

Error whyItFailed(const BuildProgress &progress, const std::string &words)
{
    const ProgressStep *const step = progress.failed();
    Error error;
    error.detail = words.empty() && step ? step->error : words;
    if (const char *const reason = reasonInWords(error.detail))
        error.text = {reason, {}};
    else if (const char *const printed = step ? reasonOf(*step) : nullptr)
        error.text = {printed, {}};
    else if (step && step->instruction)
        error.text = {QT_TRANSLATE_NOOP("build", "“%1” failed."), {step->name}};
    else
        error.text = {QT_TRANSLATE_NOOP("build", "The build failed."), {}};
    return error;
}

Result<std::string> endingOf(const BuildProgress &progress, const std::string &imageId, StreamEnd end)
{
    if (!progress.error().empty() || progress.failed())
        return tl::unexpected<Error>(whyItFailed(progress, progress.error()));
    if (end == StreamEnd::Cut)
        return refusal(QT_TRANSLATE_NOOP(
            "build", "The connection to the engine was lost: whether the build went well is not known."));
    if (imageId.empty())
        return refusal(
            QT_TRANSLATE_NOOP("build", "The engine ended the build without an image and without a reason."));
    return imageId;
}

} // namespace drydock
