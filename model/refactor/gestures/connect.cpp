// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/connect.h"

#include "model/edits/line_style.h"
#include "model/refactor/insert_point.h"
#include "model/refactor/legality.h"
#include "model/refactor/take_from.h"

namespace drydock {

Result<Plan> connectStages(const GestureContext &context, NodeIndex source, NodeIndex target,
                           const CopyPaths &paths)
{
    if (Result<void> fine = mayConnect(context, source, target, EdgeKind::Copy); !fine)
        return tl::unexpected(fine.error());
    const Result<std::string> arguments = copyArguments(context.syntax, {paths.from, paths.to});
    if (!arguments)
        return tl::unexpected(arguments.error());
    const StageIndex stage = context.graph.nodes[target.value].stage;
    const InstructionIndex place = placeForCopy(context.syntax, stage);
    const LineStyle style = styleBehind(context.syntax, place);

    Result<Taken> taken
        = takeFrom(context, source, stage, ReferenceKind::CopyFrom, [&](const std::string &name) {
              return insertBehind(context.syntax, place,
                                  {style.keyword("COPY") + " --from=" + name + " " + *arguments})
                  .map(onlyEdit);
          });
    if (!taken)
        return tl::unexpected(taken.error());
    Plan plan = std::move(taken->plan);
    const std::vector<std::string> ends {context.graph.nodes[source.value].label(),
                                         context.graph.nodes[target.value].label()};
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Copy from %1 into %2"), ends};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "“%2” receives files from “%1”."), ends};

    const Syntax &after = taken->outcome.syntax;
    const std::size_t behindFrom = place.value - context.syntax.stages[stage.value].from.value;
    const std::size_t copy = after.stages[taken->places[stage.value]].from.value + behindFrom + 1;
    plan.focus = after.wordsOf(after.instructions[copy]).front().range;
    return plan;
}

} // namespace drydock
