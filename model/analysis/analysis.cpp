// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"

#include "model/graph/build_check.h"
#include "model/lint/registry.h"
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

/// BuildKit's last word: warnings of its own are errors if the file asks for it.
std::string violationOf(const CheckOptions &options, const std::vector<Diagnostic> &findings)
{
    std::string names;
    if (!options.isError)
        return names;
    std::vector<std::string_view> seen;
    for (const Diagnostic &finding : findings) {
        const Rule *rule = ruleCalled(finding.rule);
        if (!rule || rule->source != RuleSource::BuildKit
            || std::ranges::find(seen, finding.rule) != seen.end())
            continue;
        names += (seen.empty() ? "lint violation found for rules: " : ", ") + finding.rule;
        seen.push_back(finding.rule);
    }
    return names;
}

} // namespace

std::shared_ptr<const Analysis> analyse(const SourceText &text, const BuildOptions &buildOptions,
                                        const LintSettings &settings)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->options = buildOptions;
    analysis->settings = settings;
    analysis->syntax = parse(text);
    analysis->graph = makeStageGraph(analysis->syntax, buildOptions);

    auto &problems = analysis->problems;
    problems = analysis->syntax.problems;
    std::ranges::move(checkInstructions(analysis->syntax), std::back_inserter(problems));
    const CheckOptions options = checkOptionsOf(analysis->syntax);
    const LintContext context(analysis->syntax, analysis->graph, buildOptions, analysis->settings);
    std::vector<Diagnostic> findings = runRules(context, options);
    // What the build step says follows from what went wrong before it, so it is asked only if nothing did.
    if (problems.empty() && !options.error.empty())
        problems.push_back({Phase::Build, "failed to parse check options: " + options.error, {0, 0}, {}});
    if (problems.empty())
        problems = checkBuild(analysis->syntax, analysis->graph, buildOptions);
    if (const std::string violation = violationOf(options, findings); problems.empty() && !violation.empty())
        problems.push_back({Phase::Build, violation, findings.front().range, {}});
    for (const Problem &problem : problems)
        analysis->diagnostics.push_back({std::string(ruleOf(problem.phase)),
                                         Severity::Error,
                                         problem.range,
                                         {problem.message, {}},
                                         problem.lines,
                                         {},
                                         0});
    std::ranges::move(findings, std::back_inserter(analysis->diagnostics));
    std::ranges::stable_sort(analysis->diagnostics, {}, [](const Diagnostic &d) { return d.range.begin; });
    return analysis;
}

std::shared_ptr<const Analysis> withoutAnalysis(const SourceText &text, const BuildOptions &buildOptions,
                                                const LintSettings &settings)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->options = buildOptions;
    analysis->settings = settings;
    analysis->syntax.text = text;
    if (text.size() > 0)
        analysis->syntax.tokens.push_back({0, static_cast<std::uint32_t>(text.size()), TokenKind::Text});
    return analysis;
}

} // namespace drydock
