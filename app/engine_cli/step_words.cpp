// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/step_words.h"

#include "model/exporting/printable.h"

#include <nlohmann/json.hpp>

namespace drydock::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t linesOfFailure = 40;

std::string secondsOf(const ProgressStep &step)
{
    if (!step.started || !step.completed || *step.completed < *step.started)
        return {};
    const std::int64_t tenths = (*step.completed - *step.started + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

std::uint32_t lineOf(const ProgressStep &step, const Syntax &syntax)
{
    return step.instruction ? syntax.at(step.instruction).firstLine : 0;
}

std::string titleOf(const ProgressStep &step, const Syntax &syntax)
{
    std::string title = step.stage.empty() ? std::string() : step.stage + ": ";
    title += step.name;
    if (const std::uint32_t line = lineOf(step, syntax); line > 0) {
        title += " (line ";
        title += std::to_string(line);
        title += ")";
    }
    return printable(title);
}

} // namespace

const char *nameOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return "waiting";
    case StepState::Running:
        return "running";
    case StepState::Cached:
        return "cached";
    case StepState::Done:
        return "done";
    case StepState::Failed:
        return "failed";
    case StepState::Cancelled:
        break;
    }
    return "cancelled";
}

void StepWords::tell(const BuildProgress &progress, const std::vector<std::size_t> &changed)
{
    for (const std::size_t index : changed) {
        const ProgressStep &step = progress.steps()[index];
        const auto told = m_told.find(index);
        if (step.state == StepState::Waiting || (told != m_told.end() && told->second == step.state))
            continue;
        m_told[index] = step.state;
        if (m_format == Format::Json) {
            Json json {{"step", step.name}, {"stage", step.stage}, {"state", nameOf(step.state)}};
            if (const std::uint32_t line = lineOf(step, progress.syntax()); line > 0)
                json["line"] = line;
            if (step.started && step.completed)
                json["milliseconds"] = *step.completed - *step.started;
            m_output.write(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
            m_output.flush();
        } else if (step.state != StepState::Running) {
            std::string line(nameOf(step.state));
            line.resize(10, ' ');
            line += titleOf(step, progress.syntax());
            if (const std::string seconds = secondsOf(step);
                !seconds.empty() && step.state == StepState::Done)
                line += "  " + seconds;
            m_output.write(line + "\n");
            m_output.flush();
        }
    }
}

void StepWords::tellFailure(const BuildProgress &progress)
{
    const ProgressStep *failed = progress.failed();
    if (!failed)
        return;
    const auto &lines = failed->log.lines();
    const std::size_t first = lines.size() > linesOfFailure ? lines.size() - linesOfFailure : 0;
    for (std::size_t i = first; i < lines.size(); ++i)
        m_output.error("| " + lines[i]);
    m_output.error("failed: " + titleOf(*failed, progress.syntax()));
}

} // namespace drydock::cli
