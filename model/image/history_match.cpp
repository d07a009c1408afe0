// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/resolution.h"
#include "model/image/history_words.h"
#include "model/image/size_report.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace drydock {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Something that leaves an entry in the history of an image.
struct Step {
    InstructionIndex instruction; ///< Of the file; the ONBUILD for what it makes a later stage do.
    const Instruction *done = nullptr; ///< The instruction itself or ONBUILD's inner one. Borrowed.
    bool isOfBase = false; ///< Of a stage that the asked one is built from.
    std::string arguments; ///< argumentsInHistory()
};

/// Which step each entry belongs to; `none` for those of the base and for those of no line.
struct Alignment {
    std::vector<std::size_t> stepOf;
    bool isCounted = false;
};

/// The stage, its parent and so on, the oldest first.
std::vector<StageIndex> chainOf(const StageGraph &graph, StageIndex stage)
{
    std::vector<StageIndex> chain;
    const auto &bases = graph.resolution->bases;
    // A stage that is its own ancestor is an error of the file, not of ours.
    for (StageIndex each = stage; each && each.value < bases.size() && std::ranges::count(chain, each) == 0;
         each = bases[each.value].parent)
        chain.push_back(each);
    std::ranges::reverse(chain);
    return chain;
}

std::vector<Step> stepsOf(const Syntax &syntax, const std::vector<StageIndex> &chain)
{
    std::vector<Step> steps;
    std::vector<Step> triggers;
    for (const StageIndex stage : chain) {
        const bool isOfBase = stage != chain.back();
        // What the parent's ONBUILDs say is done right behind FROM, and handed on no further.
        for (Step &trigger : triggers)
            steps.push_back(std::move(trigger));
        triggers.clear();
        const Stage &block = syntax.stages[stage.value];
        for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
            const Instruction &instruction = syntax.instructions[i];
            if (instruction.keyword == Keyword::Unknown)
                continue;
            steps.push_back({{i}, &instruction, isOfBase, argumentsInHistory(syntax, instruction)});
            if (const Instruction *inner = syntax.triggerOf(instruction))
                triggers.push_back({{i}, inner, true, argumentsInHistory(syntax, *inner)});
        }
    }
    return steps;
}

/// How well an entry goes with a step: 0 is not at all. The keyword is never expanded, its arguments may be.
std::uint32_t fitOf(const HistoryWords &words, const Step &step)
{
    if (words.keyword != step.done->keyword)
        return 0;
    return !step.arguments.empty() && words.arguments.find(step.arguments) != std::string::npos ? 4 : 1;
}

/// Counts from the end, `extra` entries left out. \returns how well that fits; nothing if a word contradicts it.
std::optional<std::uint64_t> fitFromEnd(const std::vector<HistoryWords> &words,
                                        const std::vector<Step> &steps, std::size_t extra)
{
    if (words.size() < steps.size() + extra)
        return std::nullopt;
    const std::size_t first = words.size() - extra - steps.size();
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::uint32_t fit = fitOf(words[first + i], steps[i]);
        if (fit == 0)
            return std::nullopt;
        sum += fit;
    }
    return sum;
}

/// By words alone: the pairs in the same order that fit best together.
std::vector<std::size_t> byWords(const std::vector<HistoryWords> &words, const std::vector<Step> &steps)
{
    // Far above what a Dockerfile comes to: an image has at most some hundred entries.
    constexpr std::size_t mostCells = 1'000'000;
    std::vector<std::size_t> stepOf(words.size(), none);
    const std::size_t width = steps.size() + 1;
    if (steps.empty() || words.empty() || (words.size() + 1) > mostCells / width)
        return stepOf;
    // best[i * width + j]: of the entries before i and the steps before j.
    std::vector<std::uint32_t> best((words.size() + 1) * width);
    for (std::size_t i = 1; i <= words.size(); ++i) {
        for (std::size_t j = 1; j < width; ++j) {
            const std::uint32_t fit = fitOf(words[i - 1], steps[j - 1]);
            const std::uint32_t together = fit > 0 ? best[(i - 1) * width + j - 1] + fit : 0;
            best[i * width + j] = std::max({best[(i - 1) * width + j], best[i * width + j - 1], together});
        }
    }
    for (std::size_t i = words.size(), j = steps.size(); i > 0 && j > 0;) {
        const std::uint32_t here = best[i * width + j];
        const std::uint32_t fit = fitOf(words[i - 1], steps[j - 1]);
        if (fit > 0 && here == best[(i - 1) * width + j - 1] + fit)
            stepOf[--i] = --j;
        else if (here == best[i * width + j - 1])
            --j;
        else
            --i;
    }
    return stepOf;
}

Alignment align(const std::vector<HistoryWords> &words, const std::vector<Step> &steps, bool isFromNothing)
{
    Alignment alignment;
    const auto exact = fitFromEnd(words, steps, 0);
    // The classic builder writes the labels of the request as one more LABEL at the end.
    const bool endsWithLabel = !words.empty() && words.back().keyword == Keyword::Label;
    const auto labelled = endsWithLabel ? fitFromEnd(words, steps, 1) : std::nullopt;
    const bool isLabelled = labelled && (!exact || *labelled > *exact);
    const std::size_t extra = isLabelled ? 1 : 0;
    const bool fits = exact || labelled;
    if (!fits || (isFromNothing && words.size() != steps.size() + extra)) {
        alignment.stepOf = byWords(words, steps);
        return alignment;
    }
    alignment.isCounted = true;
    alignment.stepOf.assign(words.size(), none);
    for (std::size_t i = 0; i < steps.size(); ++i)
        alignment.stepOf[words.size() - extra - steps.size() + i] = i;
    return alignment;
}

/// Gives entries their layers, if it is certain which entries have one. An entry of no bytes may have a layer nevertheless
/// (WORKDIR) and the history does not say so.
void giveDiffIds(std::vector<LayerSize> &sizes, const std::vector<std::string> &layers)
{
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(sizes, [](const LayerSize &size) { return size.bytes > 0; }));
    const bool isEach = sizes.size() == layers.size();
    if (!isEach && count != layers.size())
        return;
    auto next = layers.begin();
    for (LayerSize &size : sizes) {
        if (isEach || size.bytes > 0)
            size.diffId = *next++;
    }
}

std::uint64_t saturatedSum(std::uint64_t a, std::uint64_t b)
{
    return a + std::min(b, std::numeric_limits<std::uint64_t>::max() - a);
}

} // namespace

StageSize matchHistory(const Syntax &syntax, const StageGraph &graph, StageIndex stage,
                       const std::vector<HistoryEntry> &history, const std::vector<std::string> &layers)
{
    StageSize result;
    result.stage = stage;
    if (stage && stage.value < graph.stageCount())
        result.name = graph.nodes[stage.value].name;
    result.bytes = sizeOf(history);
    const std::vector<StageIndex> chain = chainOf(graph, stage);
    const std::vector<Step> steps = stepsOf(syntax, chain);
    std::vector<HistoryWords> words;
    words.reserve(history.size());
    for (const HistoryEntry &entry : history)
        words.push_back(historyWordsOf(entry.createdBy));
    const bool isFromNothing
        = !chain.empty() && graph.resolution->bases[chain.front().value].image.text == "scratch";
    const Alignment alignment = align(words, steps, isFromNothing);
    result.isApproximate = !alignment.isCounted;

    const auto first = std::ranges::find_if(alignment.stepOf, [](std::size_t step) { return step != none; });
    // An image none of whose entries is of this file has no base that is known.
    const bool hasBase = alignment.isCounted ? !isFromNothing : first != alignment.stepOf.end();
    const auto baseCount = hasBase ? static_cast<std::size_t>(first - alignment.stepOf.begin()) : 0;
    result.layers.reserve(history.size());
    for (std::size_t i = 0; i < history.size(); ++i) {
        LayerSize size;
        size.createdBy = history[i].createdBy;
        size.bytes = history[i].bytes;
        const std::size_t step = alignment.stepOf[i];
        if (step != none) {
            size.instruction = steps[step].instruction;
            size.category
                = steps[step].isOfBase ? LayerCategory::Base : categoryOf(syntax, *steps[step].done);
        } else if (i < baseCount) {
            size.category = LayerCategory::Base;
        }
        if (size.category == LayerCategory::Base)
            result.baseBytes = saturatedSum(result.baseBytes, size.bytes);
        result.layers.push_back(std::move(size));
    }
    giveDiffIds(result.layers, layers);
    return result;
}

} // namespace drydock
