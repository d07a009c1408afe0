// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lifetime_signals.h"

#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace drydock::app {
namespace {

constexpr std::array<int, 3> watchedSignals {SIGTERM, SIGHUP, SIGINT};

/// Written by the handler, read by the event loop. A handler can reach nothing that is not global.
std::array<int, 2> ends {-1, -1};

void tellEventLoop(int)
{
    const char byte = 1;
    (void)!::write(ends[0], &byte, sizeof byte);
}

} // namespace

LifetimeSignals::LifetimeSignals(QObject *parent)
    : QObject(parent)
{
    // A full disk must come back as an error, not as an end.
    ::signal(SIGXFSZ, SIG_IGN);
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(ends[1], &byte, sizeof byte) > 0) { }
        emit terminated();
    });
    struct sigaction action { };
    action.sa_handler = tellEventLoop;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : watchedSignals)
        ::sigaction(number, &action, nullptr);
}

LifetimeSignals::~LifetimeSignals()
{
    for (const int number : watchedSignals)
        ::signal(number, SIG_DFL);
    m_notifier.reset();
    for (int &end : ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace drydock::app
