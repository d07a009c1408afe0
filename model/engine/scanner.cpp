// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/scanner.h"

#include "model/build/log_text.h"

#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStringList>

#include <csignal>
#include <utility>

namespace drydock {

namespace {

constexpr qsizetype mostWords = 8192;

/// \returns an empty text if no absolute folder of `folders` has it, or if it lies in the project.
std::string programIn(const QStringList &folders, const char *name, const std::string &project)
{
    const QString inside
        = project.empty() ? QString() : QFileInfo(QString::fromStdString(project)).canonicalFilePath() + u'/';
    for (const QString &folder : folders) {
        if (!QDir::isAbsolutePath(folder))
            continue;
        const QFileInfo file(QDir(folder), QString::fromLatin1(name));
        const bool isInside = inside.size() > 1
            && (file.canonicalFilePath().startsWith(inside) || (file.absoluteFilePath()).startsWith(inside));
        if (file.isFile() && file.isExecutable() && !isInside)
            return file.absoluteFilePath().toStdString();
    }
    return {};
}

std::map<std::string, std::string> environmentFor(const Endpoint &endpoint)
{
    std::map<std::string, std::string> environment;
    if (!endpoint.url.empty())
        environment["DOCKER_HOST"] = endpoint.url;
    if (endpoint.kind == EndpointKind::Tls) {
        const std::string &file = endpoint.certificate.empty() ? endpoint.authority : endpoint.certificate;
        if (!endpoint.skipsVerification)
            environment["DOCKER_TLS_VERIFY"] = "1";
        if (!file.empty())
            environment["DOCKER_CERT_PATH"]
                = QFileInfo(QString::fromStdString(file)).absolutePath().toStdString();
    }
    return environment;
}

/// Lines without escapes, the last 2000 bytes of them.
std::string plainWords(std::string_view words)
{
    constexpr std::size_t most = 2000;
    LogText text;
    text.append(words);
    std::string all;
    for (const std::string &line : text.lines()) {
        all += line;
        all += '\n';
    }
    if (all.size() > most) {
        const std::size_t line = all.find('\n', all.size() - most);
        all.erase(0, line == all.size() - 1 ? all.size() - most : line + 1);
    }
    while (!all.empty() && all.back() == '\n')
        all.pop_back();
    return all;
}

bool says(std::string_view words, const char *phrase)
{
    return words.find(phrase) != std::string_view::npos;
}

/// With all that it has started: wrappers in a shell are common.
void killGroup(const QProcess &process)
{
    if (process.processId() > 0)
        ::kill(-static_cast<pid_t>(process.processId()), SIGKILL);
}

} // namespace

ScannerPlaces ScannerPlaces::ofThisMachine(const std::string &project)
{
    const QByteArray configured = qgetenv("DOCKER_CONFIG");
    const std::string own
        = configured.isEmpty() ? QDir::homePath().toStdString() + "/.docker" : configured.toStdString();
    return {qgetenv("PATH").toStdString(),
            {own + "/cli-plugins", "/usr/local/lib/docker/cli-plugins",
             "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins",
             "/usr/libexec/docker/cli-plugins"},
            project};
}

std::vector<Scanner> findScanners(const ScannerPlaces &places)
{
    const QStringList path = QString::fromStdString(places.path).split(QDir::listSeparator());
    QStringList plugins;
    for (const std::string &folder : places.pluginFolders)
        plugins << QString::fromStdString(folder);
    std::vector<Scanner> all;
    for (const ScanTool tool : {ScanTool::Trivy, ScanTool::Grype}) {
        std::string program = programIn(path, nameOf(tool), places.project);
        if (!program.empty())
            all.push_back({tool, std::move(program), false});
    }
    std::string docker = programIn(path, "docker", places.project);
    if (!docker.empty() && !programIn(plugins, "docker-scout", places.project).empty())
        all.push_back({ScanTool::Scout, std::move(docker), true});
    return all;
}

UserText howToAddAScanner()
{
    return {
        QT_TRANSLATE_NOOP(
            "engine",
            "No scanner was found: install trivy, grype or the docker scout plugin, and see to it that it "
            "lies in a folder of PATH."),
        {}};
}

Result<ScanCommand> scanCommand(const Scanner &scanner, const std::string &image, const Endpoint &endpoint)
{
    if (image.empty() || image.front() == '-')
        return refusal(QT_TRANSLATE_NOOP("engine", "“%1” is not the name of an image."), {image});
    ScanCommand command {scanner.program, {}, environmentFor(endpoint)};
    switch (scanner.tool) {
    case ScanTool::Trivy:
        command.arguments
            = {"image",          "--format",    "json",   "--quiet",          "--scanners",
               "vuln",           "--image-src", "docker", "--skip-db-update", "--skip-java-db-update",
               "--offline-scan", "--",          image};
        // Variables that an older trivy does not know do no harm; switches would.
        command.environment["TRIVY_SKIP_VERSION_CHECK"] = "true";
        command.environment["TRIVY_DISABLE_TELEMETRY"] = "true";
        break;
    case ScanTool::Grype:
        command.arguments = {"--quiet", "--output", "json", "docker:" + image};
        command.environment["GRYPE_DB_AUTO_UPDATE"] = "false";
        command.environment["GRYPE_DB_VALIDATE_AGE"] = "false";
        command.environment["GRYPE_CHECK_FOR_APP_UPDATE"] = "false";
        break;
    case ScanTool::Scout:
        command.arguments = {"scout", "cves", "--format", "sarif", "local://" + image};
        break;
    }
    return command;
}

Error scanError(ScanTool tool, std::string_view words)
{
    std::string detail = plainWords(words);
    const std::string name = nameOf(tool);
    const bool lacksDatabase = says(words, "first run") || says(words, "old schema version")
        || says(words, "database does not exist") || says(words, "failed to load vulnerability db")
        || says(words, "db could not be loaded");
    if (tool != ScanTool::Scout && lacksDatabase) {
        const char *const way
            = tool == ScanTool::Trivy ? "trivy image --download-db-only" : "grype db update";
        return {{QT_TRANSLATE_NOOP(
                     "engine",
                     "%1 has no usable database on this machine, and Drydock downloads none. Run “%2” once."),
                 {name, way}},
                std::move(detail)};
    }
    if (tool == ScanTool::Scout && (says(words, "docker login") || says(words, "Log in")))
        return {{QT_TRANSLATE_NOOP("engine", "%1 wants a login. Run “%2” once."), {name, "docker login"}},
                std::move(detail)};
    return {{QT_TRANSLATE_NOOP("engine", "%1 could not look into the image."), {name}}, std::move(detail)};
}

ScanJob::ScanJob(const Scanner &scanner, const std::string &image, const Endpoint &endpoint,
                 ScanLimits limits)
    : m_tool(scanner.tool)
    , m_limits(limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        abort();
        give(refusal(QT_TRANSLATE_NOOP("engine", "%1 takes too long; it was ended."), {nameOf(m_tool)}));
    });
    Result<ScanCommand> command = scanCommand(scanner, image, endpoint);
    // Not from inside of the call that asks for it.
    QTimer::singleShot(0, &m_deadline, [this, command = std::move(command)] {
        if (!command) {
            give(tl::unexpected<Error>(command.error()));
            return;
        }
        m_deadline.start(m_limits.deadline);
        start(*command);
    });
}

ScanJob::~ScanJob()
{
    abort();
}

void ScanJob::abort()
{
    m_deadline.disconnect();
    m_deadline.stop();
    if (!m_process)
        return;
    // It is waited for where nobody waits for the window.
    QProcess *const process = std::exchange(m_process, nullptr);
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    killGroup(*process);
}

void ScanJob::start(const ScanCommand &command)
{
    m_process = new QProcess;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : command.environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] { ::setpgid(0, 0); });
    QStringList arguments;
    for (const std::string &argument : command.arguments)
        arguments << QString::fromStdString(argument);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ScanJob::read);
    connect(m_process, &QProcess::readyReadStandardError, this, &ScanJob::read);
    connect(m_process, &QProcess::finished, this, &ScanJob::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            give(tl::unexpected<Error>(scanError(m_tool, m_process->errorString().toStdString())));
    });
    m_process->start(QString::fromStdString(command.program), arguments);
}

void ScanJob::read()
{
    m_output += m_process->readAllStandardOutput();
    m_words = (m_words + m_process->readAllStandardError()).right(mostWords);
    if (m_output.size() > m_limits.bytes)
        give(refusal(QT_TRANSLATE_NOOP("engine", "%1 prints more than anybody can read; it was ended."),
                     {nameOf(m_tool)}));
}

void ScanJob::ended()
{
    read();
    if (!m_process)
        return;
    const bool isWell = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    Result<ScanReport> report
        = readScanReport(m_tool, {m_output.constData(), static_cast<std::size_t>(m_output.size())});
    // Some are set up to end with an error when they find something.
    if (!report && (!isWell || m_output.trimmed().isEmpty()))
        report = tl::unexpected<Error>(scanError(m_tool, m_words.toStdString()));
    give(std::move(report));
}

void ScanJob::give(Result<ScanReport> result)
{
    abort();
    finish(std::move(result));
}

JobPtr<ScanReport> scanImage(const Scanner &scanner, const std::string &image, const Endpoint &endpoint)
{
    return JobPtr<ScanReport>(new ScanJob(scanner, image, endpoint));
}

} // namespace drydock
