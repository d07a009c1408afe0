// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/image_config_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

using Json = nlohmann::json;

/// The strings of an array; what is no string is left out.
std::vector<std::string> texts(const Json &object, const char *key)
{
    std::vector<std::string> result;
    if (const auto found = object.find(key); found != object.end() && found->is_array()) {
        for (const Json &each : *found) {
            if (each.is_string())
                result.push_back(each.get<std::string>());
        }
    }
    return result;
}

std::string text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The names in an object: {"80/tcp": {}}.
std::vector<std::string> keys(const Json &object, const char *key)
{
    std::vector<std::string> result;
    if (const auto found = object.find(key); found != object.end() && found->is_object()) {
        for (const auto &[name, value] : found->items())
            result.push_back(name);
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> pairs(const Json &object, const char *key)
{
    std::vector<std::pair<std::string, std::string>> result;
    if (const auto found = object.find(key); found != object.end() && found->is_object()) {
        for (const auto &[name, value] : found->items())
            result.emplace_back(name, value.is_string() ? value.get<std::string>() : std::string());
    }
    return result;
}

/// {"Test": ["CMD", …], "Interval": 30000000000} as HEALTHCHECK would say it.
std::vector<std::string> healthcheckOf(const Json &config)
{
    const auto check = config.find("Healthcheck");
    if (check == config.end() || !check->is_object())
        return {};
    std::vector<std::string> result;
    for (const auto &[key, option] : {std::pair {"Interval", "--interval="},
                                      {"StartInterval", "--start-interval="},
                                      {"StartPeriod", "--start-period="},
                                      {"Timeout", "--timeout="}}) {
        const auto found = check->find(key);
        if (found == check->end() || !found->is_number_integer() || found->get<std::int64_t>() <= 0)
            continue;
        const auto milliseconds = found->get<std::int64_t>() / 1'000'000;
        result.push_back(option
                         + (milliseconds % 1000 == 0 ? std::to_string(milliseconds / 1000) + "s"
                                                     : std::to_string(milliseconds) + "ms"));
    }
    if (const auto retries = check->find("Retries");
        retries != check->end() && retries->is_number_integer() && retries->get<std::int64_t>() > 0)
        result.push_back("--retries=" + std::to_string(retries->get<std::int64_t>()));
    std::ranges::sort(result);
    for (std::string &word : texts(*check, "Test"))
        result.push_back(std::move(word));
    return result;
}

} // namespace

ImageConfig imageConfigOf(const Json &config)
{
    ImageConfig result;
    result.entrypoint = texts(config, "Entrypoint");
    result.command = texts(config, "Cmd");
    for (const std::string &variable : texts(config, "Env")) {
        const std::size_t sign = variable.find('=');
        result.environment.emplace_back(
            variable.substr(0, sign), sign == std::string::npos ? std::string() : variable.substr(sign + 1));
    }
    result.workingDirectory = text(config, "WorkingDir");
    result.user = text(config, "User");
    result.ports = keys(config, "ExposedPorts");
    result.volumes = keys(config, "Volumes");
    result.stopSignal = text(config, "StopSignal");
    result.healthcheck = healthcheckOf(config);
    result.labels = pairs(config, "Labels");
    result.shell = texts(config, "Shell");
    result.triggers = texts(config, "OnBuild");
    return result;
}

} // namespace drydock
