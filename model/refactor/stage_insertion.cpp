// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/stage_insertion.h"

#include "model/edits/line_style.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_order.h"

#include <algorithm>

namespace drydock {
namespace {

/// What stands between two stages, at `position` or, if there is no pair there, at the nearest place with one.
std::string gapAt(const Syntax &syntax, std::size_t position)
{
    const std::size_t count = syntax.stages.size();
    if (count >= 2) {
        const std::size_t below = std::clamp<std::size_t>(position, 1, count - 1);
        return std::string(syntax.textOf({coreOf(syntax, {below - 1}).end, coreOf(syntax, {below}).begin}));
    }
    const std::string endOfLine = endOfLineAt(syntax, 0);
    return endOfLine + endOfLine;
}

Result<TextEdit> insertion(const Syntax &syntax, std::size_t position, const std::vector<std::string> &blocks)
{
    const std::size_t count = syntax.stages.size();
    const std::string gap = gapAt(syntax, position);
    if (position < count) {
        const std::size_t place = coreOf(syntax, {position}).begin;
        TextEdit edit {{place, place}, {}};
        for (const std::string &block : blocks)
            edit.replacement += block + gap;
        return edit;
    }
    if (isOpenEnded(syntax))
        return openEnd();
    if (count > 0) {
        const std::size_t place = coreOf(syntax, {count - 1}).end;
        TextEdit edit {{place, place}, {}};
        for (const std::string &block : blocks)
            edit.replacement += gap + block;
        return edit;
    }
    // Nothing but comments and ARGs, or nothing at all.
    const std::string endOfLine = endOfLineAt(syntax, syntax.text.size());
    const bool isOpenLine
        = !syntax.text.endsWithNewLine() && syntax.text.size() > (syntax.text.hasByteOrderMark() ? 3u : 0u);
    TextEdit edit {{syntax.text.size(), syntax.text.size()}, isOpenLine ? endOfLine : ""};
    for (std::size_t i = 0; i < blocks.size(); ++i)
        edit.replacement += (i > 0 ? gap : "") + blocks[i];
    edit.replacement += isOpenLine ? "" : endOfLine;
    return edit;
}

/// A `--from=<number>` behind the last stage would suddenly mean one.
Result<void> checkNumbers(const GestureContext &context, const References &references, std::size_t added)
{
    for (const Reference &reference : references.all()) {
        long long number = 0;
        if (!reference.isNumber || reference.stage || !parseStageNumber(reference.value, number)
            || number < 0)
            continue;
        if (static_cast<unsigned long long>(number) < context.syntax.stages.size() + added)
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "Line %1 takes from stage number %2, which does not exist and "
                                  "then would: mend that first."),
                {std::to_string(context.syntax.at(reference.instruction).firstLine), reference.value});
    }
    return {};
}

} // namespace

Result<Inserted> insertStages(const GestureContext &context, const References &references,
                              std::size_t position, const std::vector<std::string> &blocks, EditSet inner,
                              std::span<const std::size_t> replaced, std::size_t addedElsewhere)
{
    if (Result<void> fine = checkNumbers(context, references, blocks.size()); !fine)
        return tl::unexpected(fine.error());
    Result<TextEdit> edit = insertion(context.syntax, position, blocks);
    if (!edit)
        return tl::unexpected(edit.error());
    std::vector<std::size_t> places(context.syntax.stages.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i < position ? i : i + blocks.size();
    renumber(references, places, inner);
    if (Result<void> fine = inner.add(std::move(*edit)); !fine)
        return tl::unexpected(fine.error());
    Result<Outcome> outcome = outcomeOf(context, inner);
    if (!outcome)
        return tl::unexpected(outcome.error());
    Inserted inserted;
    inserted.outcome = std::move(*outcome);
    const auto isInto = [&](const GraphEdge &edge) {
        return !edge.isInherited && edge.target.value >= position
            && edge.target.value < position + blocks.size();
    };
    const auto into = static_cast<std::size_t>(std::ranges::count_if(inserted.outcome.graph.edges, isInto));
    if (!keepsArrows(context.graph, inserted.outcome.graph, places, replaced, addedElsewhere + into))
        return nameClash();
    inserted.edits = std::move(inner);
    inserted.notice = targetNotice(context, inserted.outcome.graph, places);
    return inserted;
}

std::string fromLine(const Syntax &syntax, std::string_view base, std::string_view name)
{
    LineStyle style;
    if (!syntax.stages.empty()) {
        const Instruction &from = syntax.at(syntax.stages.back().from);
        style = styleBehind(syntax, syntax.stages.back().from);
        style.indentation = indentationOf(syntax, from);
    }
    return style.indentation + style.keyword("FROM") + " " + std::string(base) + " " + style.keyword("AS")
        + " " + std::string(name);
}

} // namespace drydock
