// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/buildx_process.h"

#include <signal.h> // NOLINT(modernize-deprecated-headers): kill() is POSIX.
#include <unistd.h>

#include <QDir>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTimer>

#include <utility>

namespace drydock {
namespace {

constexpr int patience = 5000; ///< Milliseconds between SIGINT and SIGKILL.

} // namespace

BuildxProcess::BuildxProcess(const CommandLine &command, std::shared_ptr<QTemporaryDir> folder)
    : m_folder(std::move(folder))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const std::string &name : command.unset)
        environment.remove(QString::fromStdString(name));
    for (const auto &[name, value] : command.environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    QStringList arguments;
    for (const std::string &argument : command.arguments)
        arguments.append(QString::fromStdString(argument));
    setProcessEnvironment(environment);
    setProgram(QString::fromStdString(command.program));
    setArguments(arguments);
    setWorkingDirectory(QDir::rootPath());
    setStandardInputFile(nullDevice());
    setStandardOutputFile(nullDevice());
    setChildProcessModifier([] { ::setpgid(0, 0); });
}

void BuildxProcess::signalGroup(int signal) const
{
    // Not yet reaped, so that no other group can have its number.
    if (state() == Running && processId() > 0)
        ::kill(-static_cast<pid_t>(processId()), signal);
}

void BuildxProcess::interrupt()
{
    if (std::exchange(m_isInterrupted, true))
        return;
    signalGroup(SIGINT);
    QTimer::singleShot(patience, this, [this] { signalGroup(SIGKILL); });
}

void BuildxProcess::leave(std::unique_ptr<BuildxProcess> process)
{
    if (!process)
        return;
    process->disconnect();
    if (process->state() == NotRunning) {
        process.release()->deleteLater(); // It may be its own signal that brought us here.
        return;
    }
    BuildxProcess *const left = process.release();
    // Nobody reads it now; a full pipe must not keep it from ending.
    connect(left, &QProcess::readyReadStandardError, left, &QProcess::readAllStandardError);
    connect(left, &QProcess::finished, left, &QObject::deleteLater);
    left->interrupt();
}

} // namespace drydock
