// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/build_progress.h"

#include "model/build/stage_names.h"
#include "model/build/step_name.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock {
namespace {

// A builder that has gone mad, or is none, must not fill the memory.
constexpr std::size_t mostSteps = 20'000;
constexpr std::size_t mostAmounts = 1'000; ///< Per step.
constexpr std::size_t mostWarnings = 1'000;
constexpr std::size_t mostLogBytes = std::size_t {256} * 1024 * 1024; ///< Of all steps together.

bool isNumbered(Keyword keyword)
{
    return keyword == Keyword::Workdir || keyword == Keyword::Copy || keyword == Keyword::Add
        || keyword == Keyword::Run;
}

bool isOver(StepState state)
{
    return state != StepState::Waiting && state != StepState::Running;
}

/// The worse, the larger.
std::size_t badnessOf(StepState state)
{
    constexpr std::array order {StepState::Cached,  StepState::Done,      StepState::Waiting,
                                StepState::Running, StepState::Cancelled, StepState::Failed};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), state) - order.begin());
}

bool saysCancelled(std::string_view error)
{
    return error.find("context canceled") != std::string_view::npos;
}

/// "RUN" of "RUN make".
Keyword keywordOfStep(std::string_view text)
{
    return keywordOf(text.substr(0, text.find(' ')));
}

InstructionIndex instructionAtLine(const Syntax &syntax, std::uint32_t line)
{
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        if (line >= syntax.instructions[i].firstLine && line <= syntax.instructions[i].lastLine)
            return {i};
    }
    return {};
}

} // namespace

bool BuildNews::isEmpty() const
{
    return steps.empty() && output.empty() && amounts.empty() && warnings.empty() && imageIds.empty()
        && error.empty() && notice.empty();
}

BuildProgress::BuildProgress(Syntax syntax)
    : m_syntax(std::move(syntax))
    , m_counted(m_syntax.stages.size())
{
    for (std::size_t i = 0; i < m_syntax.instructions.size(); ++i) {
        const Instruction &instruction = m_syntax.instructions[i];
        if (instruction.stage && isNumbered(instruction.keyword))
            m_counted[instruction.stage.value].push_back({i});
    }
}

std::optional<std::size_t> BuildProgress::stepCalled(const std::string &id)
{
    const auto known = m_byId.find(id);
    if (known != m_byId.end())
        return known->second;
    if (m_steps.size() == mostSteps)
        return std::nullopt;
    m_byId.emplace(id, m_steps.size());
    m_steps.emplace_back().id = id;
    m_amounts.emplace_back();
    return m_steps.size() - 1;
}

/// FROM is numbered only if it brings an image, and triggers of the base are numbered right behind it; so the count goes
/// from the end.
InstructionIndex BuildProgress::instructionOf(StageIndex stage, std::size_t number, std::size_t count) const
{
    const std::vector<InstructionIndex> &counted = m_counted[stage.value];
    const std::size_t fromEnd = count - number;
    return fromEnd < counted.size() ? counted[counted.size() - 1 - fromEnd]
                                    : m_syntax.stages[stage.value].from;
}

void BuildProgress::place(ProgressStep &step, std::string_view name) const
{
    const StepName read = readStepName(name);
    step.name = read.text;
    step.stage.clear();
    step.instruction = {};
    if (read.kind == StepName::Kind::Classic && read.number <= m_syntax.instructions.size()) {
        const InstructionIndex instruction {read.number - 1};
        if (m_syntax.at(instruction).keyword != keywordOfStep(read.text))
            return; // Of another text, or a label that the builder adds.
        step.instruction = instruction;
        if (const StageIndex stage = m_syntax.at(instruction).stage)
            step.stage = stepLabelOf(m_syntax, stage);
    } else if (read.kind == StepName::Kind::Podman && read.stageNumber <= m_syntax.stages.size()) {
        const Stage &stage = m_syntax.stages[read.stageNumber - 1];
        step.stage = stepLabelOf(m_syntax, {read.stageNumber - 1});
        const InstructionIndex instruction {stage.from.value + read.number - 1};
        // Behind the last one come labels that the builder adds.
        if (instruction.value <= stage.last.value
            && m_syntax.at(instruction).keyword == keywordOfStep(read.text))
            step.instruction = instruction;
    } else if (read.kind == StepName::Kind::BuildKit) {
        const StageIndex stage = stageOfStep(m_syntax, read.stage);
        step.stage = stage ? stepLabelOf(m_syntax, stage) : std::string(read.stage);
        if (!stage)
            return;
        const InstructionIndex instruction = instructionOf(stage, read.number, read.count);
        const Keyword keyword = m_syntax.at(instruction).keyword;
        if (keyword == keywordOfStep(read.text) || keyword == Keyword::From)
            step.instruction = instruction;
    }
}

void BuildProgress::tell(ProgressStep &step, const StepReport &report)
{
    if (!report.name.empty())
        place(step, plainText(report.name));
    if (report.line) {
        if (const InstructionIndex exact = instructionAtLine(m_syntax, *report.line)) {
            step.instruction = exact;
            if (const StageIndex stage = m_syntax.at(exact).stage)
                step.stage = stepLabelOf(m_syntax, stage);
        }
    }
    if (report.started) {
        // BuildKit runs some steps in several goes; time counts from the first.
        if (!step.started)
            step.started = report.started;
        if (!report.completed && step.completed && *report.started >= *step.completed)
            step.completed.reset();
        if (!step.completed && (!isOver(step.state) || step.state == StepState::Done))
            step.state = StepState::Running;
    }
    if (report.completed) {
        step.completed = report.completed;
        if (!isOver(step.state))
            step.state = StepState::Done;
    }
    if (report.isCached && step.state != StepState::Failed)
        step.state = StepState::Cached;
    if (!report.error.empty()) {
        step.error = plainText(report.error);
        step.state = saysCancelled(report.error) ? StepState::Cancelled : StepState::Failed;
    }
}

std::vector<std::size_t> BuildProgress::add(const BuildNews &news)
{
    std::set<std::size_t> changed;
    for (const StepReport &report : news.steps) {
        const bool isLineOnly = report.line && report.name.empty();
        if (isLineOnly && m_byId.count(report.id) == 0)
            continue; // A line of a step that never ran.
        if (const auto index = stepCalled(report.id)) {
            tell(m_steps[*index], report);
            changed.insert(*index);
        }
    }
    for (const StepOutput &output : news.output) {
        const auto index = stepCalled(output.id);
        if (!index)
            continue;
        LogText &log = m_steps[*index].log;
        const std::size_t before = log.bytes();
        if (m_printed + output.bytes.size() <= mostLogBytes)
            log.append(output.bytes);
        m_printed += log.bytes() - before; // May be less than before, and so it shall be.
        changed.insert(*index);
    }
    for (const StepAmount &amount : news.amounts) {
        const auto index = stepCalled(amount.id);
        if (!index)
            continue;
        auto &amounts = m_amounts[*index];
        if (amounts.size() == mostAmounts && amounts.count(amount.what) == 0)
            continue;
        ProgressStep &step = m_steps[*index];
        Amount &kept = amounts[amount.what];
        step.current += amount.current - kept.current;
        step.total += amount.total - kept.total;
        kept = {amount.current, amount.total};
        changed.insert(*index);
    }
    for (const std::string &warning : news.warnings) {
        if (m_warnings.size() < mostWarnings)
            m_warnings.push_back(plainText(warning));
    }
    if (!news.error.empty() && m_error.empty())
        m_error = plainText(news.error);
    return {changed.begin(), changed.end()};
}

void BuildProgress::finish(bool isCancelled)
{
    const bool isFailure = !isCancelled && !m_error.empty() && !failed();
    for (ProgressStep &step : m_steps) {
        if (step.state == StepState::Running)
            step.state = isFailure ? StepState::Failed : StepState::Cancelled;
    }
}

const ProgressStep *BuildProgress::failed() const
{
    const auto step = std::find_if(m_steps.begin(), m_steps.end(),
                                   [](const ProgressStep &one) { return one.state == StepState::Failed; });
    return step == m_steps.end() ? nullptr : &*step;
}

StepState BuildProgress::stateOf(InstructionIndex instruction) const
{
    const auto isFrom
        = [this](InstructionIndex index) { return m_syntax.at(index).keyword == Keyword::From; };
    const auto imageOf = [this](InstructionIndex index) {
        return m_syntax.textOf(m_syntax.stages[m_syntax.at(index).stage.value].image);
    };
    std::optional<StepState> own;
    std::optional<StepState> shared;
    for (const ProgressStep &step : m_steps) {
        if (!step.instruction)
            continue;
        const bool isOwn = step.instruction == instruction;
        if (!isOwn
            && !(isFrom(instruction) && isFrom(step.instruction)
                 && imageOf(instruction) == imageOf(step.instruction)))
            continue;
        std::optional<StepState> &state = isOwn ? own : shared;
        if (!state || badnessOf(step.state) > badnessOf(*state))
            state = step.state;
    }
    return own ? *own : shared.value_or(StepState::Waiting);
}

std::size_t BuildProgress::stepsOver() const
{
    return static_cast<std::size_t>(
        std::count_if(m_steps.begin(), m_steps.end(),
                      [](const ProgressStep &step) { return step.instruction && isOver(step.state); }));
}

std::size_t BuildProgress::stepsKnown() const
{
    return static_cast<std::size_t>(std::count_if(
        m_steps.begin(), m_steps.end(), [](const ProgressStep &step) { return step.instruction.isValid(); }));
}

} // namespace drydock
