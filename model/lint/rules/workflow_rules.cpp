// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/folder_facts.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/rules/content_rules.h"

#include <algorithm>

namespace drydock {

/// A cache mount lives on the machine that builds. Where that is a fresh one each time, it starts out empty, and exporting
/// the cache of layers does not take it along.
void checkCacheMountLost(const LintContext &context, const Report &report)
{
    const FolderFacts *facts = context.settings().contents.get();
    if (!facts)
        return;
    const auto fresh = std::ranges::find_if(facts->workflows, [](const Workflow &workflow) {
        return workflow.buildsImages && !workflow.keepsMounts;
    });
    if (fresh == facts->workflows.end())
        return;
    for (const Instruction &run : context.syntax().instructions) {
        if (run.keyword != Keyword::Run || !run.stage || !context.graph().nodes[run.stage.value].isReachable)
            continue;
        for (const RunMount &mount : mountsOf(context, run)) {
            if (mount.type != "cache")
                continue;
            report({&run,
                    mount.flag->range,
                    {QT_TRANSLATE_NOOP(
                         "lint",
                         "“%1” builds on a machine that is new each time: there this mount is always "
                         "empty, unless the workflow saves what is in it."),
                     {fresh->path}}});
            return; // What goes for one goes for all.
        }
    }
}

} // namespace drydock
