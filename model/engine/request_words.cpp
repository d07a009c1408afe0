// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/request_words.h"

#include "model/engine/engine_json.h"

#include <QByteArray>

#include <algorithm>

namespace drydock {
namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_' || c == '~';
}

template <typename Values>
std::string jsonOrNothing(const Values &values)
{
    return values.empty() ? std::string() : printedJson(Json(values));
}

const char *oneIf(bool is)
{
    return is ? "1" : "";
}

} // namespace

std::string percentEncoded(std::string_view text, std::string_view spared)
{
    constexpr std::string_view hexDigits = "0123456789ABCDEF";
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c) || spared.find(c) != std::string_view::npos) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += hexDigits[byte >> 4U];
            result += hexDigits[byte & 15U];
        }
    }
    return result;
}

bool isPathName(std::string_view name)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(name.begin(), name.end(), isControl))
        return false;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = name.find('/', begin);
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..")
            return false;
        if (end == std::string_view::npos)
            return true;
        begin = end + 1;
    }
}

std::string pathOf(std::string_view before, std::string_view name, std::string_view after)
{
    std::string path(before);
    path += percentEncoded(name, "/:");
    path += after;
    return path;
}

std::string queryOf(const std::vector<std::pair<std::string, std::string>> &parameters)
{
    std::string query;
    for (const auto &[name, value] : parameters) {
        if (value.empty())
            continue;
        query += query.empty() ? '?' : '&';
        query += name;
        query += '=';
        query += percentEncoded(value);
    }
    return query;
}

std::string labelFilter(const std::string &label)
{
    return label.empty() ? std::string() : printedJson(Json {{"label", Json::array({label})}});
}

std::pair<std::string, std::string> nameAndTag(std::string_view reference)
{
    const std::size_t at = reference.find('@');
    const std::string_view name = reference.substr(0, at);
    const std::size_t colon = name.rfind(':');
    const bool hasTag = colon != std::string_view::npos && name.find('/', colon) == std::string_view::npos;
    std::string tag = hasTag ? std::string(name.substr(colon + 1)) : "latest";
    if (at != std::string_view::npos)
        tag = reference.substr(at + 1);
    return {std::string(hasTag ? name.substr(0, colon) : name), std::move(tag)};
}

std::string buildPath(const BuildQuery &query)
{
    std::vector<std::pair<std::string, std::string>> parameters {
        {"version", query.usesBuildKit ? "2" : ""},
        {"dockerfile", query.dockerfile},
        {"target", query.target},
        {"buildargs", jsonOrNothing(query.buildArgs)},
        {"labels", jsonOrNothing(query.labels)},
        {"cachefrom", jsonOrNothing(query.cacheFrom)},
        {"platform", query.platform},
        {"networkmode", query.networkMode},
        {"buildid", query.buildId},
        {"nocache", oneIf(query.noCache)},
        {"pull", oneIf(query.pull)},
        // Without the second one, a build that fails leaves its container behind.
        {"rm", "1"},
        {"forcerm", "1"},
    };
    parameters.reserve(parameters.size() + query.tags.size());
    for (const std::string &tag : query.tags)
        parameters.emplace_back("t", tag);
    return "/build" + queryOf(parameters);
}

std::string containerBody(const ContainerPlan &plan)
{
    Json host = Json::object();
    if (plan.memoryBytes > 0)
        host["Memory"] = plan.memoryBytes;
    if (plan.processes > 0)
        host["PidsLimit"] = plan.processes;
    if (!plan.networkMode.empty())
        host["NetworkMode"] = plan.networkMode;
    Json body {{"Image", plan.image}, {"Labels", plan.labels}};
    for (const std::string &port : plan.ports) {
        body["ExposedPorts"][port] = Json::object();
        host["PortBindings"][port] = Json::array({{{"HostIp", "127.0.0.1"}, {"HostPort", ""}}});
    }
    if (!plan.command.empty())
        body["Cmd"] = plan.command;
    if (!plan.entrypoint.empty())
        body["Entrypoint"] = plan.entrypoint;
    for (const auto &[name, value] : plan.environment)
        body["Env"].push_back(std::string(name).append("=").append(value));
    body["HostConfig"] = host;
    return printedJson(body);
}

} // namespace drydock
