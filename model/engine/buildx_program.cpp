// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/buildx_program.h"

#include "model/engine/docker_config.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace drydock {
namespace {

constexpr int patience = 10'000; ///< Milliseconds.

QString pathOf(const std::string &path)
{
    return QString::fromStdString(path);
}

bool liesIn(const QString &path, const QString &folder)
{
    return !folder.isEmpty() && (path == folder || path.startsWith(folder + QLatin1Char('/')));
}

class VersionJob final : public JobOf<BuildxProgram> {
public:
    explicit VersionJob(std::string path)
        : m_path(std::move(path))
    {
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setWorkingDirectory(QDir::rootPath());
        connect(&m_process, &QProcess::finished, this, &VersionJob::conclude);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                conclude();
        });
        QTimer::singleShot(patience, &m_process, &QProcess::kill);
        // Not from here: that it cannot be started is told at once.
        QTimer::singleShot(0, this, [this] { m_process.start(pathOf(m_path), {QStringLiteral("version")}); });
    }

    void abort() override
    {
        m_process.disconnect(this);
        m_process.kill();
    }

private:
    void conclude()
    {
        if (isFinished())
            return;
        const std::string output = m_process.readAllStandardOutput().left(4096).toStdString();
        const BuildxVersion version = readBuildxVersion(output);
        if (version == BuildxVersion()) {
            Error error {{QT_TRANSLATE_NOOP("engine", "“%1” does not say which version it is."), {m_path}},
                         m_process.errorString().toStdString()};
            finish(tl::unexpected(std::move(error)));
        } else if (version < oldestBuildx) {
            finish(refusal(
                QT_TRANSLATE_NOOP("engine", "“%1” is too old: docker buildx 0.13 or later is needed."),
                {m_path}));
        } else {
            finish(BuildxProgram {m_path, version});
        }
    }

    std::string m_path;
    QProcess m_process;
};

} // namespace

std::vector<std::string> buildxFolders(const DiscoveryPlaces &surroundings)
{
    std::vector<std::string> folders;
    if (const std::string config = surroundings.configFolder(); !config.empty()) {
        folders.push_back(config + "/cli-plugins");
        if (const auto read = readDockerConfig(config))
            folders.insert(folders.end(), read->pluginFolders.begin(), read->pluginFolders.end());
    }
    for (const char *const folder :
         {"/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins"})
        folders.push_back(surroundings.root + folder);
    const std::string_view path = surroundings.variable("PATH");
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find(':', begin), path.size());
        folders.emplace_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return folders;
}

std::string findBuildx(const std::vector<std::string> &folders, const std::string &project)
{
    const QString forbidden = project.empty() ? QString() : QFileInfo(pathOf(project)).canonicalFilePath();
    for (const std::string &folder : folders) {
        if (!folder.starts_with('/'))
            continue;
        const QFileInfo file(pathOf(folder + "/docker-buildx"));
        if (!file.isFile() || !file.isExecutable())
            continue;
        // Neither the name nor what it leads to may lie in the project.
        const QString parent = QFileInfo(pathOf(folder)).canonicalFilePath();
        if (!liesIn(parent, forbidden) && !liesIn(file.canonicalFilePath(), forbidden))
            return file.filePath().toStdString();
    }
    return {};
}

JobPtr<BuildxProgram> askBuildx(const std::string &path)
{
    return JobPtr<BuildxProgram>(new VersionJob(path));
}

BuildxVersion readBuildxVersion(const std::string &output)
{
    constexpr std::string_view name = "docker/buildx ";
    const std::size_t at = output.find(name);
    if (at == std::string::npos)
        return {};
    std::string_view rest = std::string_view(output).substr(at + name.size());
    if (rest.starts_with('v'))
        rest.remove_prefix(1);
    BuildxVersion version;
    const char *const end = rest.data() + rest.size();
    const auto major = std::from_chars(rest.data(), end, version.major);
    if (major.ec != std::errc {} || major.ptr == end || *major.ptr != '.')
        return {};
    const auto minor = std::from_chars(major.ptr + 1, end, version.minor);
    return minor.ec == std::errc {} ? version : BuildxVersion();
}

} // namespace drydock
