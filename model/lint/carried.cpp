// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/carried.h"

#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/lint/stage_contents.h"

namespace drydock {

std::vector<Carried> carriedInto(const LintContext &context)
{
    std::vector<Carried> result;
    for (const StageIndex stage : context.shippedStages()) {
        for (const CopyStep &step : copyStepsOf(context, stage)) {
            for (const CopiedSource &source : step.sources) {
                // Relative ones begin at the root of the other stage.
                std::string path = step.stage ? absolutePath(source.path, "/") : std::string();
                while (path.size() > 1 && path.ends_with('/'))
                    path.pop_back();
                if (!path.empty() && path != "/")
                    result.push_back({step.instruction, source.word, step.stage, stage, std::move(path),
                                      step.destination});
            }
        }
    }
    return result;
}

bool mentions(const LintContext &context, StageIndex stage, std::string_view text)
{
    bool found = false;
    eachBefore(context, stage, nullptr, [&](const Instruction &instruction) {
        found = found || context.syntax().textOf(instruction.range).find(text) != std::string_view::npos;
    });
    return found;
}

bool installsAnew(const LintContext &context, StageIndex stage, ArtifactKind kind)
{
    if (kind == ArtifactKind::NodePackages)
        return mentions(context, stage, "npm ") || mentions(context, stage, "yarn ")
            || mentions(context, stage, "pnpm ");
    if (kind == ArtifactKind::PythonPackages)
        return mentions(context, stage, "pip install") || mentions(context, stage, "uv ")
            || mentions(context, stage, "poetry ");
    return false;
}

} // namespace drydock
