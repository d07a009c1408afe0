// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// drydock-cli-engine: the commands of drydock-cli that ask a container engine or a registry. Started by drydock-cli, with its arguments.
#include "app/engine_cli/engine_commands.h"

#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <csignal>
#include <string_view>
#include <vector>

using namespace drydock;
using namespace drydock::cli;

namespace {

int interruption[2] = {-1, -1}; ///< A pipe: the handler may do no more than write.

void onInterrupted(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(interruption[1], &byte, 1);
    std::signal(SIGINT, SIG_DFL); // The second one ends it at once.
}

/// Ctrl+C ends the event loop, so that builds are cancelled and containers removed on the way out.
void leaveOnInterruption(QCoreApplication &application)
{
    if (::pipe2(interruption, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier
        = new QSocketNotifier(interruption[0], QSocketNotifier::Read, &application); // Owned by it.
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [] { QCoreApplication::exit(1); });
    std::signal(SIGINT, onInterrupted);
    std::signal(SIGTERM, onInterrupted);
}

ExitCode work(const Arguments &arguments, Output &output)
{
    switch (arguments.command->action) {
    case Action::Sizes:
        return arguments.engine.asksRegistry ? sizesInRegistry(arguments, output) : sizes(arguments, output);
    case Action::Build:
        return build(arguments, output);
    case Action::Compare:
        return compare(arguments, output);
    case Action::Verify:
        return verify(arguments, output);
    case Action::Refactor:
        return refactorAskingRegistries(arguments, output);
    default:
        break;
    }
    output.error("This program is started by drydock-cli sizes, build, compare or verify.");
    return ExitCode::Usage;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    leaveOnInterruption(application);
    Output output;
    const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
    const Result<Arguments> arguments = parseArguments(words);
    ExitCode code = ExitCode::Usage;
    if (!arguments)
        output.error(inEnglish(arguments.error().text));
    else if (arguments->wish != Arguments::Wish::Work)
        output.write(helpText(arguments->command));
    else
        code = work(*arguments, output);
    output.flush();
    return static_cast<int>(output.hasFailed() ? ExitCode::Unreadable : code);
}
