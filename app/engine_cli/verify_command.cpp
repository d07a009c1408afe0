// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/engine_commands.h"
#include "app/engine_cli/measuring.h"
#include "app/engine_cli/size_words.h"
#include "app/engine_cli/step_words.h"
#include "model/engine/verify_job.h"
#include "model/exporting/printable.h"

#include <nlohmann/json.hpp>

namespace drydock::cli {
namespace {

using Json = nlohmann::ordered_json;

/// The sides, and which of them were built for this run alone.
struct Sides {
    std::vector<std::string> images;
    std::vector<std::string> toRemove;
};

tl::expected<Sides, Complaint> builtImages(EngineSession &session, const Arguments &arguments, Output &output)
{
    auto inputs = readBuildInputs(arguments);
    if (!inputs)
        return tl::unexpected(std::move(inputs.error()));
    Sides sides;
    for (BuildInput &input : *inputs) {
        // No image that somebody else has built is the same.
        input.wish.labels["drydock.verify"] = "1";
        const BuildPtr job = startBuild(session.client(), input.wish);
        const Result<BuildOutcome> outcome = wait(*job);
        if (!outcome) {
            StepWords(Format::Text, output).tellFailure(job->progress());
            return tl::unexpected<Complaint>(Complaint {outcome.error(), ExitCode::Failed});
        }
        sides.images.push_back(outcome->imageId);
        // The classic builder has no other cache than its images.
        if (outcome->way != BuildWay::Classic)
            sides.toRemove.push_back(outcome->imageId);
    }
    return sides;
}

/// Without a name nobody would find them again. What has a name or is in use stays.
void removeNameless(EngineClient &client, const std::vector<std::string> &images)
{
    for (const std::string &image : images) {
        const JobPtr<ImageFacts> asking = client.inspectImage(image);
        const Result<ImageFacts> facts = wait(*asking);
        if (!facts || !facts->tags.empty())
            continue;
        const JobPtr<bool> removal = client.removeImage(image);
        wait(*removal);
    }
}

RunPlan planOf(const EngineOrder &order)
{
    RunPlan plan;
    plan.command = order.command;
    plan.path = order.path;
    plan.deadline = order.seconds * 1000;
    if (order.port)
        plan.port = std::to_string(*order.port) + "/tcp";
    return plan;
}

const char *nameOf(RunEnd end)
{
    switch (end) {
    case RunEnd::Answered:
        return "answered";
    case RunEnd::Healthy:
        return "healthy";
    case RunEnd::Running:
        return "running";
    case RunEnd::Exited:
        return "exited";
    case RunEnd::Unhealthy:
        return "unhealthy";
    case RunEnd::TimedOut:
        break;
    }
    return "timed-out";
}

Json runJson(const RunFinding &run)
{
    Json json {{"image", run.image},
               {"end", nameOf(run.end)},
               {"isGood", run.isGood()},
               {"milliseconds", run.milliseconds}};
    if (run.end == RunEnd::Exited)
        json["exitCode"] = run.exitCode;
    if (run.answer) {
        json["port"] = run.port;
        json["status"] = run.answer->status;
        json["body"] = run.answer->body;
        json["bodyBytes"] = run.answer->bytes;
        json["bodyHash"] = run.answer->hash;
    }
    if (run.inside) {
        json["hasShell"] = run.inside->hasShell;
        json["tool"] = run.inside->tool;
    }
    json["logs"] = run.logs;
    json["notes"] = Json::array();
    for (const UserText &note : run.notes)
        json["notes"].push_back(inEnglish(note));
    return json;
}

std::vector<const RunFinding *> runsOf(const VerifyReport &report)
{
    std::vector<const RunFinding *> runs;
    if (report.before)
        runs.push_back(&*report.before);
    runs.push_back(&report.after);
    return runs;
}

bool isAsExpected(const VerifyReport &report, std::optional<int> status)
{
    for (const RunFinding *run : runsOf(report)) {
        if (!run->isGood() || (status && (!run->answer || run->answer->status != *status)))
            return false;
    }
    return report.verdict == RunVerdict::Works || report.verdict == RunVerdict::Same;
}

std::string reportJson(const VerifyReport &report, std::optional<int> status)
{
    Json json {{"isSame", report.verdict == RunVerdict::Works || report.verdict == RunVerdict::Same},
               {"isAsExpected", isAsExpected(report, status)}};
    json["differences"] = Json::array();
    json["expectedDifferences"] = Json::array();
    for (const RunDifference &difference : report.differences)
        json[difference.isHarmless ? "expectedDifferences" : "differences"].push_back(
            inEnglish(difference.text));
    json["runs"] = Json::array();
    for (const RunFinding *run : runsOf(report))
        json["runs"].push_back(runJson(*run));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string firstLine(const std::string &text)
{
    return printable(text.substr(0, std::min(text.find('\n'), std::size_t {60})));
}

std::string reportText(const VerifyReport &report)
{
    std::vector<std::vector<std::string>> rows;
    for (const RunFinding *run : runsOf(report)) {
        std::string what = nameOf(run->end);
        if (run->answer)
            what += " " + std::to_string(run->answer->status) + " “" + firstLine(run->answer->body) + "”";
        else if (run->end == RunEnd::Exited)
            what += " with " + std::to_string(run->exitCode);
        rows.push_back({report.before ? (run == &report.after ? "after" : "before") : "image",
                        printable(run->image.substr(0, 24)), what,
                        std::to_string(run->milliseconds) + " ms"});
    }
    std::string out = table(rows, "lllr");
    for (const RunFinding *run : runsOf(report))
        for (const UserText &note : run->notes)
            out.append("  ").append(printable(inEnglish(note))).append("\n");
    for (const RunDifference &difference : report.differences)
        out.append(difference.isHarmless ? "  " : "! ")
            .append(printable(inEnglish(difference.text)))
            .append("\n");
    switch (report.verdict) {
    case RunVerdict::Works:
        return out + "It works.\n";
    case RunVerdict::Same:
        return out + "Both do the same.\n";
    case RunVerdict::Different:
        return out + "They differ.\n";
    case RunVerdict::Broken:
        break;
    }
    return out + (report.before ? "It does not work any more.\n" : "It does not work.\n");
}

} // namespace

ExitCode verify(const Arguments &arguments, Output &output)
{
    auto session = EngineSession::open(arguments.engine);
    if (!session) {
        tell(output, session.error());
        return ExitCode::Failed;
    }
    EngineClient &client = (*session)->client();
    const auto sides = arguments.engine.areImages
        ? tl::expected<Sides, Complaint>(Sides {arguments.inputs, {}})
        : builtImages(**session, arguments, output);
    if (!sides) {
        tell(output, sides.error().error);
        return sides.error().code;
    }
    const std::vector<std::string> &images = sides->images;
    const JobPtr<int> sweep = sweepLeftovers(client);
    wait(*sweep); // What cannot be swept is no reason not to run.
    const std::string before = images.size() > 1 ? images.front() : std::string();
    const VerifyPtr job(new VerifyJob(client, before, images.back(), planOf(arguments.engine)));
    const Result<VerifyReport> report = wait(*job);
    removeNameless(client, sides->toRemove);
    if (!report) {
        tell(output, report.error());
        return ExitCode::Failed;
    }
    output.write(arguments.format == Format::Json ? reportJson(*report, arguments.engine.status)
                                                  : reportText(*report));
    if (isAsExpected(*report, arguments.engine.status))
        return ExitCode::Fine;
    if (const WebAnswer *answer = report->after.answer ? &*report->after.answer : nullptr;
        answer && arguments.engine.status && answer->status != *arguments.engine.status)
        output.error("It answered " + std::to_string(answer->status) + ", not "
                     + std::to_string(*arguments.engine.status) + ".");
    return ExitCode::Refused;
}

} // namespace drydock::cli
