// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/mend.h"

#include "model/text/diff.h"

namespace drydock {

EditSet safeFixes(const Analysis &analysis, const Wanted &wanted)
{
    EditSet all;
    for (const Diagnostic &finding : analysis.diagnostics) {
        if (finding.fixes.empty() || !finding.fixes.front().isSafe || !wanted(finding))
            continue;
        EditSet tried = all;
        bool fits = true;
        for (const TextEdit &edit : finding.fixes.front().edits)
            fits = fits && tried.add(edit).has_value();
        if (fits)
            all = std::move(tried);
    }
    return all;
}

EditSet mended(const Analysis &analysis, const Wanted &wanted)
{
    constexpr int mostRounds = 10;
    const std::string_view original = analysis.text().bytes();
    std::string text(original);
    std::shared_ptr<const Analysis> now;
    for (int round = 0; round < mostRounds; ++round) {
        const Analysis &before = now ? *now : analysis;
        const EditSet fixes = safeFixes(before, wanted);
        if (fixes.isEmpty())
            break;
        std::string next = fixes.applyTo(text);
        auto after = analyse(SourceText(next), analysis.options, analysis.settings);
        if (after->problems.size() > before.problems.size())
            break;
        text = std::move(next);
        now = std::move(after);
    }
    return text == original ? EditSet {} : diffLines(original, text);
}

} // namespace drydock
