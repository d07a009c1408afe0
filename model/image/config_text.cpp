// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/config_text.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

using Texts = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

void read(const Json &json, const char *key, std::string &field)
{
    field = textIn(json, key);
}

void read(const Json &json, const char *key, Texts &field)
{
    field = textsIn(json, key);
}

void read(const Json &json, const char *key, Pairs &field)
{
    if (const Json *array = arrayIn(json, key)) {
        for (const Json &each : *array) {
            if (each.is_array() && each.size() == 2 && each[0].is_string() && each[1].is_string())
                field.emplace_back(each[0].get<std::string>(), each[1].get<std::string>());
        }
    }
}

/// Calls `with` with the name and the field of each; the one list for both ways.
template <typename Config, typename With>
void forEachField(Config &config, const With &with)
{
    with("entrypoint", config.entrypoint);
    with("command", config.command);
    with("environment", config.environment);
    with("workingDirectory", config.workingDirectory);
    with("user", config.user);
    with("ports", config.ports);
    with("volumes", config.volumes);
    with("stopSignal", config.stopSignal);
    with("healthcheck", config.healthcheck);
    with("labels", config.labels);
    with("shell", config.shell);
    with("triggers", config.triggers);
}

} // namespace

Json configJson(const ImageConfig &config)
{
    Json json = Json::object();
    forEachField(config, [&json](const char *key, const auto &field) {
        if (field.empty())
            return;
        if constexpr (std::is_same_v<std::decay_t<decltype(field)>, Pairs>) {
            // As an array: an object would put them into another order.
            Json pairs = Json::array();
            for (const auto &[name, value] : field)
                pairs.push_back(Json::array({name, value}));
            json[key] = std::move(pairs);
        } else {
            json[key] = field;
        }
    });
    return json;
}

ImageConfig configOf(const Json &json)
{
    ImageConfig config;
    forEachField(config, [&json](const char *key, auto &field) { read(json, key, field); });
    return config;
}

} // namespace drydock
