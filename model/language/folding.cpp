// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/folding.h"

#include <algorithm>
#include <tuple>

namespace drydock {
namespace {

void addHeredocs(const Syntax &syntax, const Instruction &instruction, std::vector<Fold> &folds)
{
    const auto heredocs = syntax.heredocsOf(instruction);
    // Of a single one right behind the first line the instruction's own fold says all.
    if (heredocs.empty() || (heredocs.size() == 1 && instruction.lastLogicalLine == instruction.firstLine))
        return;
    for (const Heredoc &heredoc : heredocs) {
        const auto body = static_cast<std::uint32_t>(syntax.text.lineAt(heredoc.body.begin));
        const auto end = static_cast<std::uint32_t>(syntax.text.lineAt(heredoc.terminator.begin)) + 1;
        if (body > 0 && end > body)
            folds.push_back({body, end, FoldKind::Heredoc});
    }
}

void addComments(const Syntax &syntax, std::vector<Fold> &folds)
{
    const auto &comments = syntax.comments;
    for (std::size_t first = 0; first < comments.size();) {
        std::size_t last = first;
        while (last + 1 < comments.size() && comments[last + 1].line == comments[last].line + 1)
            ++last;
        if (last > first)
            folds.push_back({comments[first].line, comments[last].line, FoldKind::Comments});
        first = last + 1;
    }
}

} // namespace

std::vector<Fold> foldsOf(const Syntax &syntax)
{
    std::vector<Fold> folds;
    for (const Stage &stage : syntax.stages) {
        const std::uint32_t first = syntax.at(stage.from).firstLine;
        const std::uint32_t last = syntax.at(stage.last).lastLine;
        if (last > first)
            folds.push_back({first, last, FoldKind::Stage});
    }
    for (const Instruction &instruction : syntax.instructions) {
        // A FROM is folded with its stage.
        if (instruction.keyword != Keyword::From && instruction.lastLine > instruction.firstLine)
            folds.push_back({instruction.firstLine, instruction.lastLine, FoldKind::Instruction});
        addHeredocs(syntax, instruction, folds);
    }
    addComments(syntax, folds);
    std::ranges::stable_sort(folds, {},
                             [](const Fold &fold) { return std::tuple(fold.first, ~fold.last, fold.kind); });
    return folds;
}

} // namespace drydock
