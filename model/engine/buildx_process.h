// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_words.h"

#include <QProcess>

#include <memory>

class QTemporaryDir;

namespace drydock {

/// A program in a process group of its own, so that what it has started can be ended with it. It cannot read from anybody; what
/// it prints on stdout is dropped.
class BuildxProcess final : public QProcess {
    Q_OBJECT

public:
    /// \param folder lives until the program has ended, even if nobody waits for it.
    BuildxProcess(const CommandLine &command, std::shared_ptr<QTemporaryDir> folder);

    /// SIGINT for the whole group, and SIGKILL if the program has not ended 5 seconds later.
    void interrupt();

    /// Lets go: interrupts the program and goes on caring for it until it has ended. No signal of it is heard any more.
    static void leave(std::unique_ptr<BuildxProcess> process);

private:
    void signalGroup(int signal) const;

    std::shared_ptr<QTemporaryDir> m_folder;
    bool m_isInterrupted = false;
};

} // namespace drydock
