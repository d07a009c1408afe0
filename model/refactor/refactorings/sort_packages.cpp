// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/line_style.h"
#include "model/knowledge/packages.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_refactorings.h"
#include "model/refactor/refactorings/run_text.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::size_t fewOnALine = 2; ///< So many may stay on one line.

/// Only blanks and line ends between the words, and no option.
bool areTogether(const Syntax &syntax, const std::vector<const ScriptWord *> &words)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        for (const char c : syntax.textOf({words[i - 1]->range.end, words[i]->range.begin})) {
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != syntax.escape && c != '\\')
                return false;
        }
    }
    return true;
}

bool isInOrder(const ScriptWord *left, const ScriptWord *right)
{
    return packageName(left->value) < packageName(right->value);
}

std::optional<TextEdit> sorted(const LintContext &context, const Instruction &run,
                               const PackageCommand &package)
{
    const Syntax &syntax = context.syntax();
    std::vector<const ScriptWord *> words = package.packages;
    const auto line = [&](const ScriptWord *word) { return syntax.text.lineAt(word->range.begin); };
    bool isSpread = true;
    for (std::size_t i = 1; i < words.size(); ++i)
        isSpread = isSpread && line(words[i - 1]) != line(words[i]);
    const bool isSorted = std::ranges::is_sorted(words, isInOrder);
    const auto &all = package.command->words;
    const auto first
        = std::ranges::find_if(all, [&](const ScriptWord &word) { return &word == words.front(); });
    if ((isSorted && (isSpread || words.size() <= fewOnALine)) || !areTogether(syntax, words)
        || first == all.begin())
        return std::nullopt;
    const std::size_t begin = std::prev(first)->range.end;
    const std::string_view before = syntax.textOf({begin, words.front()->range.begin});
    if (before.find_first_not_of(" \t\r\n\\`") != std::string_view::npos)
        return std::nullopt;
    const std::size_t start = syntax.text.lineStart(line(words.front()));
    const std::string_view lead = syntax.textOf({start, words.front()->range.begin});
    const bool isFirstOfLine = !lead.empty() && trimmed(lead).empty();
    const std::string indent = isFirstOfLine ? std::string(lead) : continuationIndent(syntax, run) + "    ";
    const std::string end = run.heredocs.isEmpty() ? continuationEnd(syntax, run)
                                                   : " \\" + endOfLineAt(syntax, run.range.begin);
    std::ranges::stable_sort(words, isInOrder);
    TextEdit edit {{begin, package.packages.back()->range.end}, {}};
    for (const ScriptWord *word : words)
        edit.replacement += end + indent + std::string(syntax.textOf(word->range));
    return edit;
}

} // namespace

Proposal proposeSortPackages(const RefactorContext &context, const RefactorWish &)
{
    const LintContext &lint = context.lint;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Sort packages"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor",
            "One package a line, in the order of the alphabet: nothing is listed twice unseen, and a change "
            "is one line."),
        {}};
    for (const Instruction &run : context.syntax().instructions) {
        if (run.keyword != Keyword::Run || !run.stage || run.isJson)
            continue;
        for (const ScriptCommand &command : lint.commandsOf(run)) {
            const PackageCommand *package = lint.packageOf(command);
            if (!package || !package->isOfSystem() || !package->installs() || package->packages.size() < 2)
                continue;
            if (auto edit = sorted(lint, run, *package))
                addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "Line %1"), {lineOf(run)}},
                        {std::move(*edit)});
        }
    }
    return orBlocked(std::move(proposal), {},
                     {QT_TRANSLATE_NOOP("refactor", "All lists of packages are sorted."), {}});
}

} // namespace drydock
