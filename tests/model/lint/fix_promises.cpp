// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/fix_promises.h"

#include <algorithm>

namespace drydock {
namespace {

auto countOf(const Analysis &analysis, const std::string &rule)
{
    return std::ranges::count(analysis.diagnostics, rule, &Diagnostic::rule);
}

} // namespace

std::string brokenPromise(const Analysis &before, const Diagnostic &finding, const Fix &fix)
{
    const std::string text(before.text().bytes());
    if (fix.edits.isEmpty())
        return "the fix changes nothing";
    if (fix.title.source.empty())
        return "the fix has no title";
    const std::string mended = fix.edits.applyTo(text);
    if (fix.edits.inverse(text).applyTo(mended) != text)
        return "it cannot be undone";
    const auto after = analyse(SourceText(mended), before.options, before.settings);
    if (after->problems.size() > before.problems.size())
        return "a new problem: " + after->problems.front().message;
    if (countOf(*after, finding.rule) >= countOf(before, finding.rule))
        return "the rule still speaks";
    return {};
}

} // namespace drydock
