// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/mount.h"

#include "model/refactor/legality.h"
#include "model/refactor/stage_names.h"
#include "model/refactor/take_from.h"
#include "model/syntax/mount_options.h"

#include <algorithm>

namespace drydock {
namespace {

Result<InstructionIndex> runOf(const GestureContext &context, StageIndex stage, InstructionIndex wanted)
{
    const Stage &block = context.syntax.stages[stage.value];
    for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
        if (context.syntax.instructions[i].keyword == Keyword::Run && (!wanted || wanted.value == i))
            return InstructionIndex {i};
    }
    return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” has no RUN that could see the files."),
                   {context.graph.nodes[stage.value].label()});
}

/// Where the RUN's mounts are in use already.
std::vector<std::string> mountTargets(const Syntax &syntax, const Instruction &run)
{
    std::vector<std::string> targets;
    for (const Flag &flag : syntax.flagsOf(run)) {
        const std::vector<FlagOption> options = flagOptions(syntax, run, flag);
        if (const FlagOption *target = findOption(options, {"target", "dst", "destination"}))
            targets.push_back(target->value);
    }
    return targets;
}

std::string freeTarget(const Syntax &syntax, const Instruction &run, const std::string &source)
{
    const std::vector<std::string> taken = mountTargets(syntax, run);
    const std::string stem = "/mnt/" + imageStem(source);
    std::string target = stem;
    for (std::size_t number = 2; std::ranges::find(taken, target) != taken.end(); ++number)
        target = stem + "-" + std::to_string(number);
    return target;
}

/// Behind the last mount, apart from it as it is from what follows; else right behind RUN.
TextEdit mountEdit(const Syntax &syntax, const Instruction &run, const std::string &flagText)
{
    const auto flags = syntax.flagsOf(run);
    for (std::size_t i = flags.size(); i-- > 0;) {
        if (syntax.joined(run, flags[i].name) != "--mount")
            continue;
        const std::size_t place = flags[i].range.end;
        const std::size_t next = i + 1 < flags.size() ? flags[i + 1].range.begin : run.arguments.begin;
        std::string space = " ";
        if (next > place) {
            const std::string_view between = syntax.textOf({place, next});
            if (std::ranges::count(between, '\n') == 1 && between.find('#') == std::string_view::npos)
                space = between;
        }
        return {{place, place}, space + flagText};
    }
    return {{run.keywordRange.end, run.keywordRange.end}, " " + flagText};
}

} // namespace

Result<Plan> mountStage(const GestureContext &context, NodeIndex source, NodeIndex target,
                        InstructionIndex wanted)
{
    if (Result<void> fine = mayConnect(context, source, target, EdgeKind::Mount); !fine)
        return tl::unexpected(fine.error());
    const StageIndex stage = context.graph.nodes[target.value].stage;
    const Result<InstructionIndex> index = runOf(context, stage, wanted);
    if (!index)
        return tl::unexpected(index.error());
    const Instruction &run = context.syntax.at(*index);
    std::string place;
    std::string flagText;
    Result<Taken> taken = takeFrom(context, source, stage, ReferenceKind::MountFrom,
                                   [&](const std::string &name) -> Result<std::vector<TextEdit>> {
                                       place = freeTarget(context.syntax, run, name);
                                       flagText
                                           = "--mount=type=bind,from=" + name + ",source=/,target=" + place;
                                       return onlyEdit(mountEdit(context.syntax, run, flagText));
                                   });
    if (!taken)
        return tl::unexpected(taken.error());
    Plan plan = std::move(taken->plan);
    const std::vector<std::string> ends {context.graph.nodes[source.value].label(),
                                         context.graph.nodes[target.value].label()};
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Mount %1 in %2"), ends};
    plan.explanation
        = {QT_TRANSLATE_NOOP("refactor", "One RUN of “%2” sees the files of “%1” while it runs."), ends};

    const Syntax &after = taken->outcome.syntax;
    const std::size_t behindFrom = index->value - context.syntax.stages[stage.value].from.value;
    const std::size_t changed = after.stages[taken->places[stage.value]].from.value + behindFrom;
    const std::size_t begin = after.instructions[changed].range.begin;
    const std::size_t flag = after.text.bytes().find(flagText, begin);
    plan.focus = {flag + flagText.size() - place.size(), flag + flagText.size()};
    return plan;
}

} // namespace drydock
