// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// drydock-cli: what Drydock knows about a Dockerfile, for terminals and other programs.
#include "app/cli/arguments.h"
#include "app/cli/check_command.h"
#include "app/cli/engine_program.h"
#include "app/cli/input_file.h"
#include "app/cli/layout_command.h"
#include "app/cli/ordered_run.h"
#include "app/cli/output.h"
#include "app/cli/refactor_command.h"
#include "model/analysis/analysis.h"
#include "model/exporting/dot.h"
#include "model/exporting/graph_json.h"
#include "model/exporting/graph_text.h"
#include "model/exporting/mermaid.h"
#include "model/exporting/parse_json.h"

#include <algorithm>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

using namespace drydock;
using namespace drydock::cli;

namespace {

std::string printed(const Analysis &analysis, const Arguments &arguments, const std::string &name)
{
    if (arguments.command->action == Action::Parse)
        return parseJson(analysis, name) + "\n";
    switch (arguments.format) {
    case Format::Json:
        return graphJson(analysis, name) + "\n";
    case Format::Dot:
        return graphDot(analysis.graph, name);
    case Format::Mermaid:
        return graphMermaid(analysis.graph, name);
    default:
        break;
    }
    return graphText(analysis, name);
}

Outcome workOn(const FoundFile &file, const Arguments &arguments)
{
    Result<std::string> bytes = readInput(file.path);
    if (!bytes)
        return {{}, inEnglish(bytes.error().text), ExitCode::Unreadable};
    const auto analysis = analyse(SourceText(std::move(*bytes)), arguments.build);
    return {printed(*analysis, arguments, file.name),
            {},
            analysis->verdict() ? ExitCode::Refused : ExitCode::Fine};
}

ExitCode work(const Arguments &arguments, Output &output)
{
    if (arguments.command->action == Action::Layout)
        return layOut(arguments, output);
    if (arguments.command->action == Action::Refactor)
        return refactor(arguments, output);
    // A folder that is the only argument needs no naming: `parse` then names files as they lie in it.
    const bool isShort = arguments.command->action == Action::Parse && arguments.inputs.size() == 1;
    FileFinder finder(arguments.inputs,
                      isShort ? FileFinder::Names::BelowFolder : FileFinder::Names::AsGiven);
    const unsigned jobs
        = arguments.jobs > 0 ? arguments.jobs : std::max(1U, std::thread::hardware_concurrency());
    if (arguments.command->action == Action::Check)
        return check(arguments, finder, output, jobs);
    return runInOrder(
        finder, [&](const FoundFile &file) { return workOn(file, arguments); }, output, jobs);
}

} // namespace

int main(int argc, char **argv)
{
    Output output;
    const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
    const Result<Arguments> arguments = parseArguments(words);
    ExitCode code = ExitCode::Fine;
    if (!arguments) {
        output.error(inEnglish(arguments.error().text));
        code = ExitCode::Usage;
    } else if (arguments->wish == Arguments::Wish::Help) {
        output.write(helpText(arguments->command));
    } else if (arguments->wish == Arguments::Wish::Version) {
        output.write("drydock-cli " DRYDOCK_VERSION "\n");
    } else if (needsNetwork(*arguments)) {
        output.error(inEnglish(becomeEngineProgram(argv).text));
        code = ExitCode::Failed;
    } else {
        code = work(*arguments, output);
    }
    output.flush();
    return static_cast<int>(output.hasFailed() ? ExitCode::Unreadable : code);
}
