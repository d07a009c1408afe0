// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/ssh_tunnel.h"

#include "model/engine/engine_error.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>

#include <cerrno>
#include <cstring>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t mostErrors = 4096;
constexpr int killAfter = 3000;

/// A "." in PATH would run whatever lies in the folder of the project.
QString sshProgram()
{
    QStringList folders;
    for (const QString &folder : qEnvironmentVariable("PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts)) {
        if (folder.startsWith(QLatin1Char('/')))
            folders.append(folder);
    }
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(QStringLiteral("ssh"), folders);
}

QString quoted(QString word)
{
    word.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + word + QLatin1Char('\'');
}

bool isOption(const std::string &word)
{
    return !word.empty() && word.front() == '-';
}

} // namespace

Result<std::unique_ptr<SshTunnel>> SshTunnel::open(const Endpoint &endpoint)
{
    if (endpoint.host.empty() || isOption(endpoint.host) || isOption(endpoint.user))
        return tl::unexpected(engineError(EngineTrouble::SshFailed, endpoint.url));
    const QString program = sshProgram();
    if (program.isEmpty())
        return tl::unexpected(engineError(EngineTrouble::SshMissing, endpoint.url));
    std::unique_ptr<SshTunnel> tunnel(new SshTunnel);
    tunnel->m_program = program;
    tunnel->m_arguments = arguments(endpoint);
    if (const Result<bool> listening = tunnel->listen(endpoint); !listening)
        return tl::unexpected(listening.error());
    return tunnel;
}

Result<bool> SshTunnel::listen(const Endpoint &endpoint)
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const std::string place = path();
    if (!m_folder.isValid() || place.size() >= sizeof(address.sun_path))
        return tl::unexpected(engineError(EngineTrouble::SshFailed, endpoint.url, place));
    std::memcpy(address.sun_path, place.c_str(), place.size());
    m_listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_listener < 0 || bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0
        || ::listen(m_listener, 1) != 0)
        return tl::unexpected(engineError(EngineTrouble::SshFailed, endpoint.url, std::strerror(errno)));
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SshTunnel::accept);
    return true;
}

void SshTunnel::accept()
{
    const int theirs = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (theirs < 0)
        return;
    // It is the notifier's signal that has led here.
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater();
    closeListener();
    m_folder.remove();
    start(theirs);
    close(theirs);
}

void SshTunnel::start(int theirs)
{
    m_process = new QProcess(QCoreApplication::instance());
    m_process->setChildProcessModifier([theirs] {
        // After QProcess has put its own pipes there.
        dup2(theirs, STDIN_FILENO);
        dup2(theirs, STDOUT_FILENO);
    });
    connect(m_process, &QProcess::readyReadStandardError, this, &SshTunnel::errors);
    connect(m_process, &QProcess::finished, this, &SshTunnel::ended);
    connect(m_process, &QProcess::errorOccurred, this, &SshTunnel::ended);
    m_process->start(m_program, m_arguments);
}

void SshTunnel::closeListener()
{
    if (m_listener >= 0)
        close(std::exchange(m_listener, -1));
}

SshTunnel::~SshTunnel()
{
    m_notifier.reset();
    closeListener();
    if (m_process == nullptr)
        return;
    m_process->disconnect(this);
    if (isOver()) {
        m_process->deleteLater();
        return;
    }
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    QTimer::singleShot(killAfter, m_process, &QProcess::kill);
    m_process->terminate();
}

std::string SshTunnel::path() const
{
    return QFile::encodeName(m_folder.filePath(QStringLiteral("s"))).toStdString();
}

std::string SshTunnel::errors()
{
    if (m_process != nullptr)
        m_errors += m_process->readAllStandardError().toStdString();
    if (m_errors.size() > mostErrors)
        m_errors.erase(0, m_errors.size() - mostErrors);
    return m_errors;
}

QStringList SshTunnel::arguments(const Endpoint &endpoint)
{
    QStringList words {QStringLiteral("-o"), QStringLiteral("ConnectTimeout=30"), QStringLiteral("-o"),
                       QStringLiteral("BatchMode=yes"), QStringLiteral("-T")};
    if (!endpoint.user.empty())
        words << QStringLiteral("-l") << QString::fromStdString(endpoint.user);
    if (endpoint.port != 0)
        words << QStringLiteral("-p") << QString::number(endpoint.port);
    words << QStringLiteral("--") << QString::fromStdString(endpoint.host) << QStringLiteral("docker");
    if (!endpoint.path.empty())
        words << QStringLiteral("--host")
              << quoted(QLatin1String("unix://") + QString::fromStdString(endpoint.path));
    return words << QStringLiteral("system") << QStringLiteral("dial-stdio");
}

} // namespace drydock
