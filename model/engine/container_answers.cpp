// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/container_answers.h"

#include "model/engine/engine_json.h"

#include <charconv>
#include <limits>
#include <string>
#include <string_view>

namespace drydock {
namespace {

std::string withoutSlash(std::string name)
{
    if (!name.empty() && name.front() == '/')
        name.erase(0, 1);
    return name;
}

/// 0 if it is no port.
std::uint16_t portOf(std::int64_t number)
{
    return number > 0 && number <= std::numeric_limits<std::uint16_t>::max()
        ? static_cast<std::uint16_t>(number)
        : 0;
}

std::int64_t numberAt(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int exitCodeOf(std::int64_t number)
{
    return number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max()
        ? static_cast<int>(number)
        : 0;
}

HealthState healthOf(std::string_view word)
{
    if (word == "starting")
        return HealthState::Starting;
    if (word == "healthy")
        return HealthState::Healthy;
    return word == "unhealthy" ? HealthState::Unhealthy : HealthState::None;
}

/// "Up 3 seconds (health: starting)"
HealthState healthInWords(std::string_view words)
{
    const std::size_t open = words.rfind('(');
    if (words.substr(0, 2) != "Up" || open == std::string_view::npos || words.back() != ')')
        return HealthState::None;
    std::string_view word = words.substr(open + 1, words.size() - open - 2);
    constexpr std::string_view before = "health: ";
    if (word.substr(0, before.size()) == before)
        word.remove_prefix(before.size());
    return healthOf(word);
}

} // namespace

ContainerFacts readContainer(const Json &json)
{
    ContainerFacts facts;
    facts.id = textIn(json, "Id");
    facts.name = withoutSlash(textIn(json, "Name"));
    facts.image = textIn(json, "Image");
    const Json &config = childIn(json, "Config");
    facts.labels = textMapIn(config, "Labels");
    facts.hasTerminal = isTrueIn(config, "Tty");
    const Json &state = childIn(json, "State");
    facts.status = textIn(state, "Status");
    facts.isRunning = isTrueIn(state, "Running");
    facts.exitCode = exitCodeOf(numberIn(state, "ExitCode"));
    facts.wasKilledForMemory = isTrueIn(state, "OOMKilled");
    facts.error = textIn(state, "Error");
    facts.health = healthOf(textIn(childIn(state, "Health"), "Status"));
    const Json &ports = childIn(childIn(json, "NetworkSettings"), "Ports");
    for (const auto &item : ports.items()) {
        for (const Json &binding : childrenIn(ports, item.key().c_str())) {
            const std::uint16_t port = portOf(numberAt(textIn(binding, "HostPort")));
            if (port != 0)
                facts.ports.try_emplace(item.key(), port);
        }
    }
    return facts;
}

ContainerFacts readListedContainer(const Json &json)
{
    ContainerFacts facts;
    facts.id = textIn(json, "Id");
    const std::vector<std::string> names = textsIn(json, "Names");
    if (!names.empty())
        facts.name = withoutSlash(names.front());
    facts.image = textIn(json, "ImageID");
    facts.labels = textMapIn(json, "Labels");
    facts.status = textIn(json, "State");
    facts.isRunning = facts.status == "running";
    const std::string words = textIn(json, "Status");
    facts.health = healthInWords(words);
    constexpr std::string_view exited = "Exited (";
    if (words.compare(0, exited.size(), exited) == 0)
        facts.exitCode = exitCodeOf(numberAt(std::string_view(words).substr(exited.size())));
    for (const Json &item : childrenIn(json, "Ports")) {
        const std::uint16_t port = portOf(numberIn(item, "PublicPort"));
        if (port != 0)
            facts.ports.try_emplace(
                std::to_string(numberIn(item, "PrivatePort")) + '/' + textIn(item, "Type"), port);
    }
    return facts;
}

} // namespace drydock
