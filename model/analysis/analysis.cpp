// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"

#include "model/graph/build_check.h"
#include "model/syntax/instruction_check.h"

#include <algorithm>

namespace drydock {
namespace {

std::string_view ruleOf(Phase phase)
{
    switch (phase) {
    case Phase::Parse:
        return "parse";
    case Phase::Instruction:
        return "instruction";
    case Phase::Build:
        return "build";
    }
    return {};
}

} // namespace

std::shared_ptr<const Analysis> analyse(const SourceText &text, const BuildOptions &options)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->options = options;
    analysis->syntax = parse(text);
    analysis->graph = makeStageGraph(analysis->syntax, options);

    auto &problems = analysis->problems;
    problems = analysis->syntax.problems;
    std::ranges::move(checkInstructions(analysis->syntax), std::back_inserter(problems));
    // What the build step says follows from what went wrong before it, so it is asked only if nothing did.
    if (problems.empty())
        problems = checkBuild(analysis->syntax, analysis->graph, options);
    for (const Problem &problem : problems)
        analysis->diagnostics.push_back(
            {std::string(ruleOf(problem.phase)), Severity::Error, problem.range, problem.message, problem.lines});
    std::ranges::stable_sort(analysis->diagnostics, {}, [](const Diagnostic &d) { return d.range.begin; });
    return analysis;
}

} // namespace drydock
