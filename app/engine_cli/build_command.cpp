// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/build_input.h"
#include "app/engine_cli/engine_commands.h"
#include "app/engine_cli/engine_session.h"
#include "app/engine_cli/step_words.h"
#include "model/base/byte_size.h"
#include "model/exporting/printable.h"

#include <nlohmann/json.hpp>

namespace drydock::cli {
namespace {

const char *nameOf(BuildWay way)
{
    switch (way) {
    case BuildWay::Buildx:
        return "buildx";
    case BuildWay::BuildKit:
        return "buildkit";
    case BuildWay::Classic:
        break;
    }
    return "classic";
}

/// What the built image weighs; nothing if it is with a remote builder.
Result<std::optional<std::uint64_t>> sizeOfBuilt(EngineSession &session, const BuildOutcome &outcome)
{
    if (outcome.imageId.empty())
        return std::optional<std::uint64_t> {};
    const JobPtr<std::vector<HistoryEntry>> asking = session.client().history(outcome.imageId);
    const Result<std::vector<HistoryEntry>> history = wait(*asking);
    if (!history)
        return tl::unexpected(history.error());
    return std::optional(sizeOf(*history));
}

void tellOutcome(const BuildOutcome &outcome, std::optional<std::uint64_t> bytes, Format format,
                 Output &output)
{
    if (format == Format::Json) {
        nlohmann::ordered_json json {{"way", nameOf(outcome.way)}, {"image", outcome.imageId}};
        if (bytes)
            json["bytes"] = *bytes;
        output.write(json.dump() + "\n");
        return;
    }
    output.write("\n" + printable(outcome.imageId) + (bytes ? "  " + byteSize(*bytes) : std::string())
                 + "\n");
}

} // namespace

ExitCode judgeBudget(const EngineOrder &order, std::uint64_t bytes, const std::string &name, Output &output)
{
    if (!order.mostBytes || bytes <= *order.mostBytes)
        return ExitCode::Fine;
    output.error(printable(name) + " weighs " + byteSize(bytes) + ", which is more than "
                 + byteSize(*order.mostBytes) + ".");
    return ExitCode::Refused;
}

ExitCode build(const Arguments &arguments, Output &output)
{
    const auto input = readBuildInput(arguments.inputs.front(), arguments);
    if (!input) {
        tell(output, input.error().error);
        return input.error().code;
    }
    const auto session = EngineSession::open(arguments.engine);
    if (!session) {
        tell(output, session.error());
        return ExitCode::Failed;
    }
    const BuildPtr job = startBuild((*session)->client(), input->wish);
    StepWords words(arguments.format, output);
    QObject::connect(job.get(), &BuildJob::stepsChanged, job.get(),
                     [&](const std::vector<std::size_t> &steps) { words.tell(job->progress(), steps); });
    const Result<BuildOutcome> outcome = wait(*job);
    if (!outcome) {
        tell(output, outcome.error());
        words.tellFailure(job->progress());
        return ExitCode::Failed;
    }
    const auto bytes = sizeOfBuilt(**session, *outcome);
    if (!bytes) {
        tell(output, bytes.error());
        return ExitCode::Failed;
    }
    tellOutcome(*outcome, *bytes, arguments.format, output);
    return *bytes ? judgeBudget(arguments.engine, **bytes, input->name, output) : ExitCode::Fine;
}

} // namespace drydock::cli
