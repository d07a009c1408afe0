// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/engine/engine_client.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drydock {

/// How an image is tried out. Plain data.
struct RunPlan {
    std::vector<std::string> command; ///< Empty: the image's.
    std::vector<std::string> entrypoint; ///< Empty: the image's.
    std::map<std::string, std::string> environment; ///< More than the image's.
    std::string port; ///< "8080/tcp" or "8080"; empty: the first TCP port that the image exposes.
    std::string path = "/"; ///< And query, of the request.
    std::uint64_t memoryBytes = std::uint64_t {256} * 1024 * 1024; ///< 0: no limit.
    int processes = 256; ///< 0: no limit.
    int deadline = 30'000; ///< Milliseconds for the whole run.
    int settling
        = 3'000; ///< Milliseconds after which a program without port and health check counts as running.
    int pollEvery = 100; ///< Milliseconds.
    bool looksInside = true; ///< Asks the same once more from inside of the container.
};

/// How a run ended, or how far it had come when enough was known.
enum class RunEnd : std::uint8_t {
    Answered, ///< To an HTTP request.
    Healthy, ///< By its own check; it has no port to ask.
    Running, ///< It has neither a port nor a check, and goes on.
    Exited, ///< By itself.
    Unhealthy, ///< By its own check.
    TimedOut, ///< Neither answered nor ended in time.
};

/// An answer of the program to `GET path`.
struct WebAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; ///< Those of note, names in lower case, sorted.
    std::string body; ///< Its first 64 KiB, raw.
    std::uint64_t bytes = 0; ///< Of the whole body.
    std::string hash; ///< SHA-256 of the whole body in hexadecimal.
    bool isCut = false; ///< It went on after 64 MiB, or was read from inside and is longer than that takes.

    bool operator==(const WebAnswer &) const = default;
};

/// What the image has inside to ask with.
struct InsideCheck {
    bool hasShell = false; ///< `sh -c` works.
    std::string tool; ///< "curl", "wget", "bash"; empty: none of them is there.
    std::optional<WebAnswer> answer; ///< As the tool got it.

    bool operator==(const InsideCheck &) const = default;
};

/// What was seen of one image while it ran.
struct RunFinding {
    std::string image;
    RunEnd end = RunEnd::TimedOut;
    int exitCode = 0; ///< Exited.
    bool wasKilledForMemory = false;
    HealthState health = HealthState::None;
    std::string port; ///< That was asked, "8080/tcp"; empty: none.
    std::optional<WebAnswer> answer;
    std::optional<InsideCheck> inside; ///< Nothing if nobody looked, or if it was over before.
    std::string logs; ///< What it printed, raw; at most 1 MiB.
    std::int64_t milliseconds = 0; ///< From its start to its end.
    std::vector<UserText> notes; ///< What a person should know: ports that cannot be reached, no shell.

    /// It does what one expects of a program that works: answers without an error of its own, or ends with 0.
    bool isGood() const;
};

enum class RunVerdict : std::uint8_t {
    Works, ///< One image, and it is good.
    Same, ///< Nothing that counts is different.
    Different, ///< Both may be good, but they are not alike.
    Broken, ///< What worked before does not work any more; of one image: it does not work.
};

struct RunDifference {
    UserText text;
    bool isHarmless = false; ///< Expected where an image becomes smaller: no shell.
};

/// What running one image, or two of them side by side, has shown.
struct VerifyReport {
    std::optional<RunFinding> before;
    RunFinding after; ///< The only one, if there is one.
    std::vector<RunDifference> differences;
    RunVerdict verdict = RunVerdict::Works;
};

/// Compares what was seen. Pure.
VerifyReport compareRuns(std::optional<RunFinding> before, RunFinding after);

} // namespace drydock
