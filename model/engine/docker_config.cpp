// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/docker_config.h"

#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

namespace drydock {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mostBytes = std::uintmax_t {1024} * 1024;

Result<Json> readConfig(const std::string &folder)
{
    const std::string path = folder + "/config.json";
    const auto text = readDockerFile(path);
    if (!text)
        return tl::unexpected(text.error());
    if (text->empty())
        return Json::object();
    Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object())
        return refusal(QT_TRANSLATE_NOOP("engine", "%1 is no JSON object."), {path});
    return json;
}

/// "registry.example:5000" of "https://registry.example:5000/v1/".
std::string_view hostIn(std::string_view key)
{
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (key.starts_with(scheme))
            key.remove_prefix(scheme.size());
    }
    return key.substr(0, key.find('/'));
}

StoredLogin loginOf(const Json &entry)
{
    StoredLogin login;
    login.identityToken = textIn(entry, "identitytoken");
    if (!login.identityToken.empty())
        return login;
    login.user = textIn(entry, "username");
    login.password = textIn(entry, "password");
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(textIn(entry, "auth")));
    if (const auto colon = decoded.decoded.indexOf(':'); decoded && colon > 0) {
        login.user = decoded.decoded.left(colon).toStdString();
        login.password = decoded.decoded.mid(colon + 1).toStdString();
        // Some versions wrote zeros behind it.
        login.password.erase(login.password.find_last_not_of('\0') + 1);
    }
    return login;
}

} // namespace

Result<std::string> readDockerFile(const std::string &path)
{
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (status.type() == fs::file_type::not_found)
        return std::string();
    const std::uintmax_t size = problem ? 0 : fs::file_size(path, problem);
    if (problem || !fs::is_regular_file(status))
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("engine", "%1 cannot be read."), {path}}, problem.message()});
    if (size > mostBytes)
        return refusal(QT_TRANSLATE_NOOP("engine", "%1 is too big to be a file of docker’s."), {path});
    std::ifstream file(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!file || !file.read(bytes.data(), static_cast<std::streamsize>(size)))
        return refusal(QT_TRANSLATE_NOOP("engine", "%1 cannot be read."), {path});
    return bytes;
}

Result<DockerConfig> readDockerConfig(const std::string &folder)
{
    const auto json = readConfig(folder);
    if (!json)
        return tl::unexpected(json.error());
    DockerConfig config;
    config.currentContext = textIn(*json, "currentContext");
    config.credentialStore = textIn(*json, "credsStore");
    if (const Json *helpers = objectIn(*json, "credHelpers")) {
        for (const auto &[server, helper] : helpers->items()) {
            if (helper.is_string() && !helper.get_ref<const std::string &>().empty())
                config.credentialHelpers.emplace(server, helper.get<std::string>());
        }
    }
    config.pluginFolders = textsIn(*json, "cliPluginsExtraDirs");
    return config;
}

Result<StoredLogin> storedLogin(const std::string &folder, std::string_view server)
{
    const auto json = readConfig(folder);
    if (!json)
        return tl::unexpected(json.error());
    const Json *auths = objectIn(*json, "auths");
    if (!auths)
        return StoredLogin {};
    if (const auto exact = auths->find(std::string(server)); exact != auths->end() && exact->is_object())
        return loginOf(*exact);
    for (const auto &[key, entry] : auths->items()) {
        if (entry.is_object() && hostIn(key) == hostIn(server))
            return loginOf(entry);
    }
    return StoredLogin {};
}

} // namespace drydock
