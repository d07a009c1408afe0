// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/engine/endpoint.h"

#include <QObject>
#include <QProcess>
#include <QSocketNotifier>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace drydock {

/// An `ssh` program whose input and output are a connection to a socket of ours: a way to the engine of another machine,
/// one per question, as the docker command makes it.
///
/// The socket lies in a folder of this user alone and takes one connection. (Handing libcurl one end of a socket pair would
/// do without, but 7.88 connects even what it is told to be connected.)
class SshTunnel : public QObject {
    Q_OBJECT

public:
    /// ssh starts when somebody has connected to path(). \returns an Error if there is none in an absolute folder of PATH, or if host or user would be options.
    static Result<std::unique_ptr<SshTunnel>> open(const Endpoint &endpoint);
    /// The process is asked to end; nobody waits for it.
    ~SshTunnel() override;

    std::string path() const;
    bool isOver() const { return m_process == nullptr || m_process->state() == QProcess::NotRunning; }
    /// What ssh said about its trouble, at most the last 4 KiB of it.
    std::string errors();

    /// The arguments for `ssh`. The path is quoted for the shell of the other machine, which ssh hands them to.
    static QStringList arguments(const Endpoint &endpoint);

signals:
    void ended();

private:
    SshTunnel() = default;

    Result<bool> listen(const Endpoint &endpoint);
    void accept();
    void start(int theirs);
    void closeListener();

    QString m_program;
    QStringList m_arguments;
    QTemporaryDir m_folder;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QProcess *m_process = nullptr; ///< Outlives this until it has ended.
    int m_listener = -1;
    std::string m_errors;
};

} // namespace drydock
