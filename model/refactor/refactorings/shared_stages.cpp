// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/shared_stages.h"

#include "model/refactor/naming.h"

#include <algorithm>

namespace drydock {
namespace {

bool isInherited(Keyword keyword)
{
    using enum Keyword;
    constexpr Keyword passedOn[]
        = {Run, Copy, Add, Env, Arg, Workdir, User, Shell, Label, Expose, Volume, Stopsignal, Healthcheck};
    return std::ranges::find(passedOn, keyword) != std::end(passedOn);
}

/// The stages and images that an instruction takes from, in order.
std::vector<std::pair<StageIndex, std::string>> sourcesOf(const References &references,
                                                          InstructionIndex instruction)
{
    std::vector<std::pair<StageIndex, std::string>> sources;
    for (const Reference &reference : references.all()) {
        if (reference.instruction == instruction)
            sources.emplace_back(reference.stage, reference.stage ? std::string() : reference.value);
    }
    return sources;
}

/// Where a stage of this name stands in the file as it is; empty if it has none.
TextRange rangeOf(const StageGraph &graph, const std::string &name)
{
    for (std::size_t i = 0; i < graph.stageCount(); ++i) {
        if (!name.empty() && graph.nodes[i].name == name)
            return graph.nodes[i].range;
    }
    return {};
}

} // namespace

std::size_t lengthOf(const Syntax &syntax, StageIndex index)
{
    const Stage &stage = syntax.stages[index.value];
    return stage.last.value - stage.from.value;
}

TextRange baseWordsOf(const Syntax &syntax, StageIndex index)
{
    const Stage &stage = syntax.stages[index.value];
    const Instruction &from = syntax.at(stage.from);
    if (!isWellFormed(syntax, index) || from.isContinued())
        return {};
    const auto flags = syntax.flagsOf(from);
    return {flags.empty() ? stage.image.begin : flags.front().range.begin, stage.image.end};
}

std::size_t sharedBeginning(const GestureContext &context, const References &references, StageIndex first,
                            StageIndex second)
{
    const Syntax &syntax = context.syntax;
    const TextRange base = baseWordsOf(syntax, first);
    const auto &bases = references.resolution().bases;
    if (base.isEmpty() || syntax.textOf(base) != syntax.textOf(baseWordsOf(syntax, second))
        || bases[first.value].parent != bases[second.value].parent)
        return 0;
    const std::size_t most = std::min(lengthOf(syntax, first), lengthOf(syntax, second));
    const std::size_t one = syntax.stages[first.value].from.value + 1;
    const std::size_t other = syntax.stages[second.value].from.value + 1;
    std::size_t count = 0;
    for (; count < most; ++count) {
        const InstructionIndex a {one + count};
        const InstructionIndex b {other + count};
        const bool isSame = isInherited(syntax.at(a).keyword)
            && syntax.textOf(syntax.at(a).range) == syntax.textOf(syntax.at(b).range)
            && sourcesOf(references, a) == sourcesOf(references, b);
        if (!isSame)
            break;
    }
    return count;
}

Assumption assumedUnused(const StageGraph &graph, const GraphNode &node)
{
    return {{QT_TRANSLATE_NOOP("refactor", "Nobody builds “%1” by --target."), {node.label()}},
            rangeOf(graph, node.name)};
}

} // namespace drydock
