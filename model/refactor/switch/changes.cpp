// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/changes.h"

#include "model/edits/line_style.h"

namespace drydock {
namespace {

/// A word that goes with its line and a command that goes behind it share the line’s end; pieces that touch are one.
std::vector<TextEdit> withoutOverlaps(std::vector<TextEdit> edits)
{
    std::ranges::stable_sort(edits, {}, [](const TextEdit &edit) { return edit.range.begin; });
    std::vector<TextEdit> result;
    for (TextEdit &edit : edits) {
        const bool isDeletion = edit.replacement.empty() && !edit.range.isEmpty();
        if (isDeletion && !result.empty() && result.back().replacement.empty()
            && !result.back().range.isEmpty() && edit.range.begin <= result.back().range.end)
            result.back().range.end = std::max(result.back().range.end, edit.range.end);
        else
            result.push_back(std::move(edit));
    }
    return result;
}

/// Where the end of an instruction goes, the line above must not be continued any more.
void takeContinuation(const Syntax &syntax, TextEdit &edit)
{
    const std::string_view text = syntax.text.bytes();
    const bool isEnd
        = edit.range.end >= text.size() || text[edit.range.end] == '\n' || text[edit.range.end] == '\r';
    if (!edit.replacement.empty() || edit.range.isEmpty() || !isEnd)
        return;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    std::size_t at = edit.range.begin;
    while (at > 0 && (isBlank(text[at - 1]) || text[at - 1] == '\n' || text[at - 1] == '\r'))
        --at;
    const bool isNextLine = text.substr(at, edit.range.begin - at).find('\n') != std::string_view::npos;
    if (at == 0 || text[at - 1] != syntax.escape || !isNextLine)
        return;
    --at;
    while (at > 0 && isBlank(text[at - 1]))
        --at;
    edit.range.begin = at;
}

} // namespace

std::vector<TextEdit> allEdits(const Syntax &syntax, const Changes &changes)
{
    std::vector<TextEdit> edits = changes.edits;
    const std::vector<TextRange> gone = linesToRemove(syntax, changes.removed);
    std::erase_if(edits, [&](const TextEdit &edit) {
        return std::ranges::any_of(gone, [&](TextRange range) {
            return !edit.range.isEmpty() && range.begin <= edit.range.begin && edit.range.end <= range.end;
        });
    });
    for (const TextRange range : gone)
        edits.push_back({range, {}});
    edits = withoutOverlaps(std::move(edits));
    for (TextEdit &edit : edits)
        takeContinuation(syntax, edit);
    // What goes above may reach down to a continuation that goes, too.
    return withoutOverlaps(std::move(edits));
}

} // namespace drydock
