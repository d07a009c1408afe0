// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text_marks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drydock::ui {
namespace {

/// What is worth saying of several steps: the higher, the more.
int urgency(StepState state)
{
    switch (state) {
    case StepState::Failed:
        return 5;
    case StepState::Running:
        return 4;
    case StepState::Cancelled:
        return 3;
    case StepState::Done:
        return 2;
    case StepState::Cached:
        return 1;
    case StepState::Waiting:
        break;
    }
    return 0;
}

void addState(std::optional<StepState> &sum, StepState state)
{
    if (!sum || urgency(state) > urgency(*sum))
        sum = state;
}

std::vector<SizeShare> sharesOf(const StageSize &size)
{
    constexpr std::size_t categories = std::size_t(LayerCategory::Other) + 1;
    std::array<std::uint64_t, categories> bytes {};
    for (const LayerSize &layer : size.layers)
        bytes[std::size_t(layer.category)] += layer.bytes;
    std::vector<SizeShare> shares;
    for (std::size_t i = 0; i < categories; ++i) {
        if (bytes[i] > 0)
            shares.push_back({LayerCategory(i), bytes[i]});
    }
    return shares;
}

class MarkMaker {
public:
    explicit MarkMaker(std::shared_ptr<const Analysis> analysis)
        : m_syntax(analysis->syntax)
    {
        m_marks.analysis = std::move(analysis);
        m_marks.instructions.resize(m_syntax.instructions.size());
        m_marks.stages.resize(m_syntax.stages.size());
    }

    void add(const TracedMeasurement &measured)
    {
        const std::vector<bool> isStale = measured.trace.staleInstructions();
        for (std::size_t i = 0; i < m_marks.stages.size(); ++i) {
            const StageSize *size = measured.measurement.ofStage(measured.trace.stages[i]);
            if (!size || !measured.trace.stages[i].isValid())
                continue;
            m_marks.isMeasured = true;
            m_marks.largestStage = std::max(m_marks.largestStage, size->bytes);
            StageMark &mark = m_marks.stages[i];
            mark.bytes = size->bytes;
            mark.shares = sharesOf(*size);
            mark.isApproximate = size->isApproximate;
            mark.isSizeStale = isStageStale({i}, measured.trace, isStale);
            InstructionMark &from = m_marks.instructions[m_syntax.stages[i].from.value];
            from.bytes = size->baseBytes;
            from.category = LayerCategory::Base;
            from.isStale = isStale[m_syntax.stages[i].from.value];
            for (const LayerSize &layer : size->layers)
                addLayer(layer, size->isApproximate, measured.trace, isStale);
        }
    }

    void add(const TracedBuild &built)
    {
        const std::vector<bool> isStale = built.trace.staleInstructions();
        for (std::size_t i = 0; i < m_marks.instructions.size(); ++i) {
            const InstructionIndex source = built.trace.instructions[i];
            if (source.value >= built.steps.size() || !built.steps[source.value].state)
                continue;
            InstructionMark &mark = m_marks.instructions[i];
            mark.state = built.steps[source.value].state;
            mark.milliseconds = built.steps[source.value].milliseconds;
            if (m_syntax.at({i}).keyword == Keyword::From && isAtHand(mark))
                mark.state = StepState::Cached;
            mark.isStale = mark.isStale || isStale[i];
        }
        for (std::size_t i = 0; i < m_marks.stages.size(); ++i) {
            addStates(m_syntax.stages[i], m_marks.stages[i]);
            if (m_marks.stages[i].state)
                m_marks.stages[i].isStateStale = isStageStale({i}, built.trace, isStale);
        }
    }

    TextMarks take() { return std::move(m_marks); }

private:
    /// The builder was done with a base at once: it had it. It does not say so itself, as it does of other steps.
    static bool isAtHand(const InstructionMark &base)
    {
        constexpr std::int64_t shortest = 500; ///< Milliseconds in which nothing can be fetched.
        return base.state == StepState::Done && base.milliseconds.value_or(0) < shortest;
    }

    void addLayer(const LayerSize &layer, bool isApproximate, const TextTrace &trace,
                  const std::vector<bool> &isStale)
    {
        const InstructionIndex place = trace.presentOf(layer.instruction);
        if (!place.isValid() || m_syntax.at(place).keyword == Keyword::From)
            return;
        InstructionMark &mark = m_marks.instructions[place.value];
        mark.bytes = layer.bytes;
        mark.category = layer.category;
        mark.isApproximate = isApproximate;
        mark.isStale = isStale[place.value];
    }

    void addStates(const Stage &stage, StageMark &mark) const
    {
        for (std::size_t i = stage.from.value; i <= stage.last.value; ++i) {
            const InstructionMark &step = m_marks.instructions[i];
            if (!step.state)
                continue;
            const bool isOfBase = i == stage.from.value;
            // A base is not rebuilt, even where it has to be fetched.
            addState(mark.state,
                     isOfBase && *step.state == StepState::Done ? StepState::Cached : *step.state);
            mark.milliseconds += step.milliseconds.value_or(0);
            mark.rebuilt += std::size_t(!isOfBase && *step.state == StepState::Done);
        }
    }

    /// Also if the stage has lost its last instructions.
    bool isStageStale(StageIndex index, const TextTrace &trace, const std::vector<bool> &isStale) const
    {
        const Stage &stage = m_syntax.stages[index.value];
        if (!trace.stages[index.value].isValid())
            return true;
        const Stage &source = trace.built->syntax.stages[trace.stages[index.value].value];
        return isStale[stage.last.value]
            || source.last.value - source.from.value != stage.last.value - stage.from.value;
    }

    const Syntax &m_syntax;
    TextMarks m_marks;
};

} // namespace

const StageMark *TextMarks::ofStage(StageIndex stage) const
{
    return stage.value < stages.size() ? &stages[stage.value] : nullptr;
}

const InstructionMark *TextMarks::ofInstruction(InstructionIndex instruction) const
{
    return instruction.value < instructions.size() ? &instructions[instruction.value] : nullptr;
}

const ImageMark *TextMarks::ofImage(const std::string &reference) const
{
    const auto found = images.find(reference);
    return found == images.end() ? nullptr : &found->second;
}

bool TextMarks::isStale() const
{
    return std::any_of(stages.begin(), stages.end(),
                       [](const StageMark &mark) { return mark.isSizeStale || mark.isStateStale; });
}

std::vector<StepSum> sumSteps(const std::vector<ProgressStep> &steps, std::size_t instructions)
{
    std::vector<StepSum> sums(instructions);
    for (const ProgressStep &step : steps) {
        if (step.instruction.value >= sums.size() || step.state == StepState::Waiting)
            continue;
        StepSum &sum = sums[step.instruction.value];
        addState(sum.state, step.state);
        if (step.started && step.completed && *step.completed >= *step.started)
            sum.milliseconds = sum.milliseconds.value_or(0) + (*step.completed - *step.started);
    }
    return sums;
}

TextMarks makeTextMarks(std::shared_ptr<const Analysis> analysis, const TracedMeasurement *measured,
                        const TracedBuild *built, const std::map<std::string, ImageMark> &images)
{
    if (!measured && !built) {
        TextMarks marks;
        marks.analysis = std::move(analysis);
        marks.images = images;
        return marks;
    }
    MarkMaker maker(std::move(analysis));
    if (measured)
        maker.add(*measured);
    if (built)
        maker.add(*built);
    TextMarks marks = maker.take();
    marks.images = images;
    return marks;
}

} // namespace drydock::ui
