// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/verify_plan.h"

#include <algorithm>
#include <utility>

namespace drydock {

namespace {

using Differences = std::vector<RunDifference>;

void add(Differences &all, const char *sentence, std::vector<std::string> arguments, bool isHarmless = false)
{
    all.push_back({{sentence, std::move(arguments)}, isHarmless});
}

const char *sentenceOf(RunEnd end)
{
    switch (end) {
    case RunEnd::Answered:
        return QT_TRANSLATE_NOOP("engine", "Before, it answered; now it does not.");
    case RunEnd::Healthy:
        return QT_TRANSLATE_NOOP("engine", "Before, it was healthy; now it is not.");
    case RunEnd::Running:
        return QT_TRANSLATE_NOOP("engine", "Before, it kept running; now it does not.");
    case RunEnd::Exited:
        return QT_TRANSLATE_NOOP("engine", "Before, it came to an end by itself; now it does not.");
    case RunEnd::Unhealthy:
        return QT_TRANSLATE_NOOP("engine", "Before, its own check failed; now it does not.");
    case RunEnd::TimedOut:
        return QT_TRANSLATE_NOOP("engine", "Before, nothing happened in time; now something does.");
    }
    return "";
}

std::string headerOf(const WebAnswer &answer, const std::string &name)
{
    const auto found = std::find_if(answer.headers.begin(), answer.headers.end(),
                                    [&](const auto &header) { return header.first == name; });
    return found == answer.headers.end() ? std::string() : found->second;
}

void compareHeaders(const WebAnswer &before, const WebAnswer &after, Differences &all)
{
    std::vector<std::string> names;
    names.reserve(before.headers.size() + after.headers.size());
    for (const auto &[name, value] : before.headers)
        names.push_back(name);
    for (const auto &[name, value] : after.headers)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string &name : names) {
        const std::string old = headerOf(before, name);
        const std::string now = headerOf(after, name);
        if (old != now)
            add(all, QT_TRANSLATE_NOOP("engine", "The header “%1” was “%2” and is “%3”."), {name, old, now});
    }
}

void compareAnswers(const WebAnswer &before, const WebAnswer &after, Differences &all)
{
    if (before.status != after.status)
        add(all, QT_TRANSLATE_NOOP("engine", "The answer was %1 and is %2."),
            {std::to_string(before.status), std::to_string(after.status)});
    compareHeaders(before, after, all);
    if (before.hash == after.hash)
        return;
    if (before.bytes == after.bytes)
        add(all, QT_TRANSLATE_NOOP("engine", "The body of the answer is another one of the same length."),
            {});
    else
        add(all, QT_TRANSLATE_NOOP("engine", "The body of the answer had %1 bytes and has %2."),
            {std::to_string(before.bytes), std::to_string(after.bytes)});
}

void compareEnds(const RunFinding &before, const RunFinding &after, Differences &all)
{
    if (before.end != after.end)
        add(all, sentenceOf(before.end), {});
    else if (before.end == RunEnd::Exited && before.exitCode != after.exitCode)
        add(all, QT_TRANSLATE_NOOP("engine", "The exit code was %1 and is %2."),
            {std::to_string(before.exitCode), std::to_string(after.exitCode)});
    if (before.end != after.end && after.end == RunEnd::Exited)
        add(all, QT_TRANSLATE_NOOP("engine", "It ends with the exit code %1."),
            {std::to_string(after.exitCode)});
    // What a server prints holds times and addresses; what a program prints that ends is its result.
    if (before.end == RunEnd::Exited && after.end == RunEnd::Exited && before.logs != after.logs)
        add(all, QT_TRANSLATE_NOOP("engine", "It prints something else."), {});
    if (after.wasKilledForMemory && !before.wasKilledForMemory)
        add(all, QT_TRANSLATE_NOOP("engine", "It was killed because it needs more memory than it may have."),
            {});
    if (before.health != after.health && before.end == after.end)
        add(all, QT_TRANSLATE_NOOP("engine", "Its own health check comes to another result."), {});
}

void compareInside(const InsideCheck &before, const InsideCheck &after, Differences &all)
{
    constexpr bool isHarmless = true;
    if (before.hasShell && !after.hasShell)
        add(all, QT_TRANSLATE_NOOP("engine", "The image has no shell any more."), {}, isHarmless);
    if (!before.hasShell && after.hasShell)
        add(all, QT_TRANSLATE_NOOP("engine", "The image has a shell now."), {}, isHarmless);
    if (!before.tool.empty() && after.tool.empty())
        add(all, QT_TRANSLATE_NOOP("engine", "“%1” is not in the image any more."), {before.tool},
            isHarmless);
}

} // namespace

bool RunFinding::isGood() const
{
    constexpr int firstServerError = 500;
    switch (end) {
    case RunEnd::Answered:
        return answer && answer->status < firstServerError;
    case RunEnd::Healthy:
    case RunEnd::Running:
        return true;
    case RunEnd::Exited:
        return exitCode == 0;
    case RunEnd::Unhealthy:
    case RunEnd::TimedOut:
        return false;
    }
    return false;
}

VerifyReport compareRuns(std::optional<RunFinding> before, RunFinding after)
{
    VerifyReport report;
    if (!before) {
        report.verdict = after.isGood() ? RunVerdict::Works : RunVerdict::Broken;
        report.after = std::move(after);
        return report;
    }
    compareEnds(*before, after, report.differences);
    if (before->answer && after.answer)
        compareAnswers(*before->answer, *after.answer, report.differences);
    if (before->inside && after.inside)
        compareInside(*before->inside, *after.inside, report.differences);
    const bool isAlike = std::all_of(report.differences.begin(), report.differences.end(),
                                     [](const RunDifference &one) { return one.isHarmless; });
    if (before->isGood() && !after.isGood())
        report.verdict = RunVerdict::Broken;
    else
        report.verdict = isAlike ? RunVerdict::Same : RunVerdict::Different;
    report.before = std::move(before);
    report.after = std::move(after);
    return report;
}

} // namespace drydock
