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

std::vector<Artifact> StageFinder::artifactsOf(const Carried &carried)
{
    const auto found = m_artifacts.try_emplace(carried.from.value, m_context, carried.from).first;
    return found->second.at(carried.path);
}

bool StageFinder::mentions(StageIndex stage, std::string_view text)
{
    const std::pair key {stage.value, text};
    if (const auto known = m_mentions.find(key); known != m_mentions.end())
        return known->second;
    bool found = false;
    eachBefore(m_context, stage, nullptr, [&](const Instruction &instruction) {
        found = found || m_context.syntax().textOf(instruction.range).find(text) != std::string_view::npos;
    });
    m_mentions[key] = found;
    return found;
}

bool StageFinder::installsAnew(StageIndex stage, ArtifactKind kind)
{
    if (kind == ArtifactKind::NodePackages)
        return mentions(stage, "npm ") || mentions(stage, "yarn ") || mentions(stage, "pnpm ");
    if (kind == ArtifactKind::PythonPackages)
        return mentions(stage, "pip install") || mentions(stage, "uv ") || mentions(stage, "poetry ");
    return false;
}

} // namespace drydock
