// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/credentials.h"

#include "model/engine/docker_config.h"
#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace drydock {
namespace {

constexpr std::string_view hubServer = "https://index.docker.io/v1/";
constexpr qint64 mostOutput = qint64 {64} * 1024;

/// The X of docker-credential-X for a server; empty if none is configured.
std::string helperFor(const DockerConfig &config, const std::string &server)
{
    if (const auto own = config.credentialHelpers.find(server); own != config.credentialHelpers.end())
        return own->second;
    // Docker Hub is written in all these ways.
    if (server == hubServer) {
        for (const char *name : {"index.docker.io", "docker.io"}) {
            if (const auto own = config.credentialHelpers.find(name); own != config.credentialHelpers.end())
                return own->second;
        }
    }
    return config.credentialStore;
}

bool isHelperName(std::string_view name)
{
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// The words of docker-credential-helpers for "I have none"; that is no failure.
bool saysNotFound(const QByteArray &output)
{
    return output.contains("credentials not found");
}

class LoginSearch final : public JobOf<RegistryLogin> {
public:
    LoginSearch(CredentialPlaces places, std::string_view domain)
        : m_places(std::move(places))
        , m_server(loginServerOf(domain))
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &LoginSearch::take);
        connect(&m_process, &QProcess::finished, this, &LoginSearch::ended);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(failure(QT_TRANSLATE_NOOP("engine", "The program %1 cannot be started.")));
        });
        m_clock.setSingleShot(true);
        connect(&m_clock, &QTimer::timeout, this, [this] {
            m_process.kill();
            end(failure(QT_TRANSLATE_NOOP("engine", "The program %1 did not give the login in time.")));
        });
        QTimer::singleShot(0, this, &LoginSearch::begin);
    }
    ~LoginSearch() override { forget(); }

    void abort() override
    {
        m_isOver = true;
        m_clock.stop();
        m_process.kill();
    }

private:
    void begin()
    {
        if (m_isOver)
            return;
        const auto config = readDockerConfig(m_places.configFolder);
        if (!config)
            return end(tl::unexpected(config.error()));
        const std::string helper = helperFor(*config, m_server);
        if (helper.empty())
            return end(stored());
        m_program = "docker-credential-" + helper;
        if (!isHelperName(helper))
            return end(
                failure(QT_TRANSLATE_NOOP("engine", "“%1” is no name of a program that keeps logins.")));
        const std::string path = programIn(m_places.programPath, m_program);
        if (path.empty())
            return end(failure(QT_TRANSLATE_NOOP(
                "engine", "The program %1, which docker keeps logins with, is not installed.")));
        // Whatever lies in the working folder is nothing that a helper should stumble over.
        m_process.setWorkingDirectory("/");
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_clock.start(m_places.timeout);
        m_process.start(QString::fromStdString(path), {"get"});
        m_process.write(QByteArray::fromStdString(m_server + '\n'));
        m_process.closeWriteChannel();
    }
    Result<RegistryLogin> stored() const
    {
        auto found = storedLogin(m_places.configFolder, m_server);
        if (!found)
            return tl::unexpected(found.error());
        return RegistryLogin {std::move(found->user), std::move(found->password),
                              std::move(found->identityToken), m_server};
    }
    void take()
    {
        m_output += m_process.readAllStandardOutput();
        if (m_output.size() <= mostOutput)
            return;
        m_process.kill();
        end(failure(QT_TRANSLATE_NOOP("engine", "The program %1 printed something else than a login.")));
    }
    void ended(int exitCode, QProcess::ExitStatus status)
    {
        if (m_isOver)
            return;
        take();
        if (m_isOver)
            return;
        if (status != QProcess::NormalExit || exitCode != 0) {
            if (saysNotFound(m_output))
                return end(RegistryLogin {{}, {}, {}, m_server});
            return end(
                failure(QT_TRANSLATE_NOOP("engine", "The program %1 could not give the login for %2.")));
        }
        auto login = readHelperAnswer({m_output.constData(), static_cast<std::size_t>(m_output.size())});
        if (!login)
            return end(
                failure(QT_TRANSLATE_NOOP("engine", "The program %1 printed something else than a login.")));
        login->server = m_server;
        end(std::move(login));
    }
    Result<RegistryLogin> failure(const char *sentence) const
    {
        return refusal(sentence, {m_program, m_server});
    }
    void end(Result<RegistryLogin> result)
    {
        if (m_isOver)
            return;
        m_isOver = true;
        m_clock.stop();
        forget();
        finish(std::move(result));
    }
    void forget()
    {
        m_output.fill('\0');
        m_output.clear();
    }

    CredentialPlaces m_places;
    std::string m_server;
    std::string m_program;
    QByteArray m_output;
    bool m_isOver = false;
    QTimer m_clock;
    QProcess m_process; ///< Last: dies first, while what it reports to is there.
};

} // namespace

std::string loginServerOf(std::string_view domain)
{
    return std::string(domain == "docker.io" || domain == "index.docker.io" ? hubServer : domain);
}

JobPtr<RegistryLogin> findLogin(const CredentialPlaces &places, std::string_view domain)
{
    return JobPtr<RegistryLogin>(new LoginSearch(places, domain));
}

std::string registryAuthHeader(const RegistryLogin &login)
{
    Json json = Json::object();
    if (!login.identityToken.empty())
        json["identitytoken"] = login.identityToken;
    else if (!login.isEmpty())
        json.update({{"username", login.user}, {"password", login.password}});
    if (!login.isEmpty() && !login.server.empty())
        json["serveraddress"] = login.server;
    // Bytes that are no UTF-8 would throw otherwise.
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return QByteArray::fromStdString(text).toBase64(QByteArray::Base64UrlEncoding).toStdString();
}

Result<RegistryLogin> readHelperAnswer(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    RegistryLogin login;
    if (json.is_object()) {
        login.user = textIn(json, "Username");
        login.password = textIn(json, "Secret");
    }
    if (login.user.empty() || login.password.empty())
        return refusal(QT_TRANSLATE_NOOP("engine", "This is no login."));
    if (login.user == "<token>") {
        login.user.clear();
        login.identityToken.swap(login.password);
    }
    return login;
}

std::string programIn(std::string_view path, std::string_view name)
{
    while (!path.empty()) {
        const std::string_view folder = path.substr(0, path.find(':'));
        path.remove_prefix(std::min(folder.size() + 1, path.size()));
        if (!folder.starts_with('/'))
            continue;
        std::string file = std::string(folder) + '/' + std::string(name);
        const QFileInfo found(QString::fromStdString(file));
        if (found.isFile() && found.isExecutable())
            return file;
    }
    return {};
}

} // namespace drydock
