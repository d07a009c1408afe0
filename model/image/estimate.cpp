// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/estimate.h"

#include "model/base/byte_size.h"
#include "model/graph/resolution.h"
#include "model/image/history_words.h"
#include "model/knowledge/base_sizes.h"
#include "model/knowledge/image_answers.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

namespace drydock {
namespace {

/// A base of more is told as one: stages upon stages by the thousand would copy each other's layers otherwise.
constexpr std::size_t mostBaseLayers = 500;

/// One of the two texts.
struct Version {
    const Syntax &syntax;
    const StageGraph &graph;

    const ResolvedBase &baseOf(StageIndex stage) const { return graph.resolution->bases[stage.value]; }
    /// The whole instruction as the builder sees it.
    std::string wordsOf(InstructionIndex index) const
    {
        const Instruction &instruction = syntax.at(index);
        std::string words = withSingleBlanks(syntax.joined(instruction, instruction.range));
        for (const Heredoc &heredoc : syntax.heredocsOf(instruction))
            words.append("\n").append(syntax.textOf(heredoc.body));
        return words;
    }
    std::vector<InstructionIndex> instructionsOf(StageIndex stage) const
    {
        std::vector<InstructionIndex> result;
        const Stage &block = syntax.stages[stage.value];
        result.reserve(block.last.value - block.from.value);
        for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i)
            result.push_back({i});
        return result;
    }
};

/// Brings nothing into the file system of the image.
bool isOfNoBytes(Keyword keyword)
{
    switch (keyword) {
    case Keyword::Run:
    case Keyword::Copy:
    case Keyword::Add:
    case Keyword::Unknown:
        return false;
    default:
        return true;
    }
}

void add(std::uint64_t &sum, std::uint64_t bytes)
{
    sum += std::min(bytes, std::numeric_limits<std::uint64_t>::max() - sum);
}

class Estimator {
public:
    Estimator(const Measurement &before, Version old, Version now, const ImageSource *images)
        : m_measured(before)
        , m_old(old)
        , m_now(now)
        , m_images(images)
        , m_sameness(now.syntax.stages.size(), Sameness::NotAsked)
        , m_needs(now.syntax.stages.size())
    {
        for (const GraphEdge &edge : now.graph.edges) {
            if (edge.source.value < m_needs.size() && edge.target.value < m_needs.size())
                m_needs[edge.target.value].push_back({edge.source.value});
        }
    }

    Estimate run()
    {
        Estimate estimate;
        estimate.target = m_now.graph.target;
        const std::size_t count = m_now.syntax.stages.size();
        estimate.stages.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            addStage({i}, estimate);
        return estimate;
    }

private:
    enum class Sameness : std::uint8_t { NotAsked, Same, Different };

    /// The stage of the old text that `stage` was: of the same name, or unnamed at the same place.
    StageIndex oldStageOf(StageIndex stage) const
    {
        const std::string &name = m_now.baseOf(stage).name;
        if (!name.empty())
            return m_old.graph.resolution->stageNamed(name);
        const bool isThere = stage.value < m_old.syntax.stages.size() && m_old.baseOf(stage).name.empty();
        return isThere ? stage : StageIndex();
    }

    /// The stage and all that it needs stand in both texts in the same words.
    bool isSame(StageIndex stage)
    {
        if (m_sameness[stage.value] == Sameness::NotAsked)
            m_sameness[stage.value] = findSame(stage) ? Sameness::Same : Sameness::Different;
        return m_sameness[stage.value] == Sameness::Same;
    }

    bool findSame(StageIndex stage)
    {
        const StageIndex old = oldStageOf(stage);
        if (!old || !isSameBase(stage, old))
            return false;
        const auto nowInstructions = m_now.instructionsOf(stage);
        const auto oldInstructions = m_old.instructionsOf(old);
        if (!std::ranges::equal(nowInstructions, oldInstructions,
                                [this](auto a, auto b) { return m_now.wordsOf(a) == m_old.wordsOf(b); }))
            return false;
        // What ARGs above the first FROM come to is in the words of no stage.
        if (m_now.graph.resolution->globals != m_old.graph.resolution->globals)
            return false;
        const auto &needed = m_needs[stage.value];
        return std::ranges::all_of(needed, [&](StageIndex each) { return each < stage && isSame(each); });
    }

    bool isSameBase(StageIndex stage, StageIndex old) const
    {
        const ResolvedBase &now = m_now.baseOf(stage);
        const ResolvedBase &then = m_old.baseOf(old);
        if (now.parent || then.parent)
            return now.parent && then.parent && oldStageOf(now.parent) == then.parent;
        return now.image.text == then.image.text && now.platform == then.platform;
    }

    const StageSize *measuredOf(StageIndex old) const { return old ? m_measured.ofStage(old) : nullptr; }

    void addStage(StageIndex stage, Estimate &estimate)
    {
        EstimatedStage &result = estimate.stages[stage.value];
        const StageIndex old = oldStageOf(stage);
        const StageSize *measured = measuredOf(old);
        result.size.stage = stage;
        // Asked for each in the order of the file, it never goes deep: what a stage needs comes before it.
        if (isSame(stage) && measured) {
            takeMeasured(stage, old, *measured, result);
            return;
        }
        addBase(stage, old, estimate);
        for (const InstructionIndex index : m_now.instructionsOf(stage))
            addInstruction(index, old, result);
        result.size.isApproximate = true;
        for (const LayerSize &layer : result.size.layers) {
            add(result.size.bytes, layer.bytes);
            if (layer.category == LayerCategory::Base)
                add(result.size.baseBytes, layer.bytes);
        }
        if (result.unknownLayers == 0)
            result.basis = {
                QT_TRANSLATE_NOOP("image", "An estimate from what the same lines and bases weighed before."),
                {}};
        else
            result.basis
                = {QT_TRANSLATE_NOOP("image", "At least this much; %1 instructions were never measured."),
                   {std::to_string(result.unknownLayers)}};
    }

    void takeMeasured(StageIndex stage, StageIndex old, const StageSize &measured,
                      EstimatedStage &result) const
    {
        result.size = measured;
        result.size.stage = stage;
        result.isEstimate = false;
        result.basis = {QT_TRANSLATE_NOOP("image", "Measured: the stage was built from this text."), {}};
        result.layerBases.assign(measured.layers.size(), result.basis);
        // Lines above may have been added; those of this stage are the same in the same order.
        const std::size_t oldFrom = m_old.syntax.stages[old.value].from.value;
        const std::size_t oldLast = m_old.syntax.stages[old.value].last.value;
        const std::size_t nowFrom = m_now.syntax.stages[stage.value].from.value;
        for (LayerSize &layer : result.size.layers) {
            const std::size_t place = layer.instruction.value;
            const bool isOwn = layer.instruction && place > oldFrom && place <= oldLast;
            layer.instruction = isOwn ? InstructionIndex {place - oldFrom + nowFrom} : InstructionIndex();
        }
    }

    static void addLayer(EstimatedStage &result, LayerSize layer, UserText basis)
    {
        layer.diffId.clear();
        result.size.layers.push_back(std::move(layer));
        result.layerBases.push_back(std::move(basis));
    }

    void addBase(StageIndex stage, StageIndex old, Estimate &estimate) const
    {
        EstimatedStage &result = estimate.stages[stage.value];
        const ResolvedBase &base = m_now.baseOf(stage);
        if (base.parent) {
            // A parent always comes before; a stage that names itself has none.
            if (base.parent.value >= stage.value)
                return;
            const EstimatedStage &parent = estimate.stages[base.parent.value];
            result.unknownLayers = parent.unknownLayers;
            if (parent.size.layers.size() > mostBaseLayers) {
                LayerSize all;
                all.category = LayerCategory::Base;
                all.bytes = parent.size.bytes;
                addLayer(result, std::move(all), parent.basis);
                return;
            }
            for (std::size_t i = 0; i < parent.size.layers.size(); ++i) {
                LayerSize layer = parent.size.layers[i];
                layer.category = LayerCategory::Base;
                addLayer(result, std::move(layer), parent.layerBases[i]);
            }
            return;
        }
        if (base.image.text == "scratch")
            return;
        if (addMeasuredBase(stage, old, result))
            return;
        LayerSize layer;
        layer.category = LayerCategory::Base;
        layer.createdBy = "FROM " + base.image.text;
        UserText basis;
        if (const auto answer = m_images ? m_images->answerFor(base.image.text) : std::nullopt;
            answer && answer->bytes > 0) {
            layer.bytes = answer->bytes;
            basis = {QT_TRANSLATE_NOOP("image", "What “%1” takes, as the engine or registry says."),
                     {base.image.text}};
        } else if (const auto size = baseSizeOf(base.image.text)) {
            layer.bytes = size->least / 2 + size->most / 2;
            basis = {QT_TRANSLATE_NOOP("image", "“%1” takes %2 to %3 (table of %4)."),
                     {base.image.text, byteSize(size->least), byteSize(size->most), baseSizesDate()}};
        } else {
            ++result.unknownLayers;
            basis = {QT_TRANSLATE_NOOP("image", "Nobody knows yet how large “%1” is."), {base.image.text}};
        }
        addLayer(result, std::move(layer), std::move(basis));
    }

    /// The layers of the image that FROM names, of any stage that was built from it.
    bool addMeasuredBase(StageIndex stage, StageIndex old, EstimatedStage &result) const
    {
        const ResolvedBase &base = m_now.baseOf(stage);
        std::vector<StageIndex> candidates {old};
        for (const StageSize &each : m_measured.stages)
            candidates.push_back(each.stage);
        for (const StageIndex candidate : candidates) {
            const StageSize *measured = measuredOf(candidate);
            if (!measured || candidate.value >= m_old.syntax.stages.size())
                continue;
            const ResolvedBase &other = m_old.baseOf(candidate);
            if (other.parent || other.image.text != base.image.text || other.platform != base.platform)
                continue;
            for (const LayerSize &layer : measured->layers) {
                if (layer.category == LayerCategory::Base && !layer.instruction)
                    addLayer(result, layer,
                             {QT_TRANSLATE_NOOP("image", "Measured: “%1” was built upon before."),
                              {base.image.text}});
            }
            return true;
        }
        return false;
    }

    void addInstruction(InstructionIndex index, StageIndex old, EstimatedStage &result)
    {
        const Instruction &instruction = m_now.syntax.at(index);
        LayerSize layer;
        layer.createdBy = m_now.wordsOf(index);
        layer.category = categoryOf(m_now.syntax, instruction);
        UserText basis;
        if (const auto bytes = measuredBytes(layer.createdBy, old)) {
            layer.bytes = *bytes;
            basis = {QT_TRANSLATE_NOOP("image", "Measured: the same line weighed this before."), {}};
        } else if (isOfNoBytes(instruction.keyword)) {
            basis = {QT_TRANSLATE_NOOP("image", "Brings no files."), {}};
        } else {
            ++result.unknownLayers;
            basis = {QT_TRANSLATE_NOOP("image", "Not known before it is built."), {}};
        }
        layer.instruction = index;
        addLayer(result, std::move(layer), std::move(basis));
    }

    /// What a line of these words weighed, in `old` rather than elsewhere.
    std::optional<std::uint64_t> measuredBytes(const std::string &words, StageIndex old)
    {
        if (!m_isIndexed)
            indexMeasured();
        if (const auto found = m_byStage.find({old.value, words}); found != m_byStage.end())
            return found->second;
        const auto found = m_byWords.find(words);
        return found == m_byWords.end() ? std::nullopt : std::optional(found->second);
    }

    void indexMeasured()
    {
        m_isIndexed = true;
        for (const StageSize &stage : m_measured.stages) {
            for (const LayerSize &layer : stage.layers) {
                if (!layer.instruction || layer.instruction.value >= m_old.syntax.instructions.size())
                    continue;
                const std::string words = m_old.wordsOf(layer.instruction);
                m_byStage.try_emplace({stage.stage.value, words}, layer.bytes);
                m_byWords.try_emplace(words, layer.bytes);
            }
        }
    }

    const Measurement &m_measured;
    Version m_old;
    Version m_now;
    const ImageSource *m_images;
    std::vector<Sameness> m_sameness;
    std::vector<std::vector<StageIndex>> m_needs; ///< For each stage the ones that it is made of.
    bool m_isIndexed = false;
    std::map<std::pair<std::size_t, std::string>, std::uint64_t> m_byStage;
    std::map<std::string, std::uint64_t> m_byWords;
};

} // namespace

const EstimatedStage *Estimate::result() const
{
    return target && target.value < stages.size() ? &stages[target.value] : nullptr;
}

Estimate estimateFrom(const Measurement &before, const Syntax &syntaxBefore, const StageGraph &graphBefore,
                      const Syntax &syntax, const StageGraph &graph, const ImageSource *images)
{
    return Estimator(before, {syntaxBefore, graphBefore}, {syntax, graph}, images).run();
}

} // namespace drydock
