// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/proposals.h"

#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <charconv>

namespace drydock {

Proposal proposalOf(const Result<Plan> &plan, TextRange where)
{
    if (!plan)
        return blocked(plan.error().text, where);
    Proposal proposal;
    proposal.name = plan->name;
    proposal.explanation = plan->explanation;
    Part part {plan->name, {plan->edits.begin(), plan->edits.end()}, {}, false};
    proposal.parts.push_back(std::move(part));
    if (!plan->notice.source.empty())
        proposal.assumptions.push_back({plan->notice, where});
    return proposal;
}

void addPart(Proposal &proposal, UserText title, std::vector<TextEdit> edits)
{
    if (edits.empty())
        return;
    Part part;
    part.title = std::move(title);
    part.edits = std::move(edits);
    proposal.parts.push_back(std::move(part));
}

void addFix(Proposal &proposal, UserText title, const std::vector<Fix> &fixes)
{
    if (!fixes.empty())
        addPart(proposal, std::move(title), {fixes.front().edits.begin(), fixes.front().edits.end()});
}

Proposal orBlocked(Proposal proposal, const std::vector<Proposal> &reasons, UserText nothing)
{
    if (!proposal.parts.empty())
        return proposal;
    return reasons.empty() ? blocked(std::move(nothing)) : reasons.front();
}

std::optional<Proposal> frontendTooOld(const Syntax &syntax, int minor)
{
    for (const Directive &directive : syntax.directives) {
        if (lowered(syntax.textOf(directive.name)) != "syntax")
            continue;
        const std::string_view value = syntax.textOf(directive.value);
        const std::size_t name = value.find("docker/dockerfile");
        const std::string line = std::to_string(directive.line);
        const std::string needed = "1." + std::to_string(minor);
        if (name == std::string_view::npos)
            return blocked(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 names a frontend of somebody else, which may not know what is "
                                   "needed here."),
                 {line}},
                directive.value);
        std::string_view version = value.substr(name);
        const std::size_t colon = version.find(':');
        version = colon == std::string_view::npos ? std::string_view() : version.substr(colon + 1);
        if (!version.starts_with("1."))
            continue;
        version.remove_prefix(2);
        int number = 0;
        const auto read = std::from_chars(version.data(), version.data() + version.size(), number);
        if (read.ec == std::errc() && number < minor)
            return blocked({QT_TRANSLATE_NOOP(
                                "refactor",
                                "Line %1 pins a frontend that is older than %2: write “docker/dockerfile:1” "
                                "there."),
                            {line, needed}},
                           directive.value);
    }
    return std::nullopt;
}

bool isForWindows(const Syntax &syntax)
{
    const std::string_view text = syntax.text.bytes();
    const auto names = [&](std::string_view image) { return text.find(image) != std::string_view::npos; };
    return syntax.escape != '\\' || names("servercore") || names("nanoserver")
        || names("mcr.microsoft.com/windows");
}

std::string lineOf(const Instruction &instruction)
{
    return std::to_string(instruction.firstLine);
}

bool overlaps(std::string_view path, std::string_view other)
{
    return path == "/" || other == "/" || liesIn(path, other) || liesIn(other, path);
}

TakenPaths::TakenPaths(const LintContext &context)
    : m_context(context)
{
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        for (const CopyStep &step : copyStepsOf(context, {i})) {
            if (!step.stage)
                continue;
            for (const CopiedSource &source : step.sources) {
                // A wildcard leads somewhere below its folder.
                const std::string_view whole = source.path;
                m_taken.push_back(
                    {step.stage, absolutePath(whole.substr(0, whole.find_first_of("*?[")), "/")});
            }
        }
    }
    for (const GraphEdge &edge : context.graph().edges) {
        if (edge.kind == EdgeKind::Mount && edge.source.value < context.stageCount())
            m_taken.push_back({{edge.source.value}, absolutePath(edge.sourcePath, "/")});
    }
}

bool TakenPaths::has(StageIndex stage, std::string_view path) const
{
    return std::ranges::any_of(m_taken, [&](const Taken &taken) {
        StageIndex from = taken.stage;
        while (from && from != stage)
            from = m_context.stage(from).parent;
        return from && (taken.path.empty() || overlaps(taken.path, path));
    });
}

} // namespace drydock
