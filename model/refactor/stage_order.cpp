// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/stage_order.h"

#include "model/edits/line_style.h"
#include "model/refactor/legality.h"
#include "model/refactor/plan.h"
#include "model/refactor/refusals.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// The stages that can stay where they are: a longest ascending run of `order` (Fredman, "On computing the length
/// of longest increasing subsequences", 1975).
std::vector<bool> stayingIn(const std::vector<StageIndex> &order)
{
    std::vector<std::size_t> tails; // For each length the position in `order` of the smallest last element.
    std::vector<std::size_t> before(order.size(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto place
            = std::ranges::lower_bound(tails, order[i], {}, [&](std::size_t t) { return order[t]; });
        if (place != tails.begin())
            before[i] = *std::prev(place);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> stays(order.size(), false);
    for (std::size_t i = tails.empty() ? order.size() : tails.back(); i < order.size(); i = before[i])
        stays[order[i].value] = true;
    return stays;
}

class Rearrangement {
public:
    Rearrangement(const Syntax &syntax, const EditSet &inner)
        : m_text(syntax.text.bytes())
        , m_inner(inner)
    {
        for (std::size_t i = 0; i < syntax.stages.size(); ++i)
            m_cores.push_back(coreOf(syntax, {i}));
    }

    EditSet to(const std::vector<StageIndex> &order)
    {
        m_stays = stayingIn(order);
        for (const TextEdit &edit : m_inner) {
            if (std::ranges::none_of(m_cores, [&](const TextRange &core) {
                    return !m_stays[indexOf(core)] && core.contains(edit.range);
                }))
                m_edits.push_back(edit);
        }
        insertMoved(order);
        removeMoved();
        EditSet result;
        for (TextEdit &edit : m_edits)
            (void)result.add(std::move(edit)); // None touches another: see insertAt().
        return result;
    }

private:
    std::size_t indexOf(const TextRange &core) const
    {
        return static_cast<std::size_t>(&core - m_cores.data());
    }

    /// The block as it will be, with the edits inside of it.
    std::string movedText(std::size_t stage) const
    {
        const TextRange core = m_cores[stage];
        EditSet own;
        for (const TextEdit &edit : m_inner) {
            if (core.contains(edit.range))
                (void)own.add(
                    {{edit.range.begin - core.begin, edit.range.end - core.begin}, edit.replacement});
        }
        return own.applyTo(m_text.substr(core.begin, core.size()));
    }
    /// What stands between a block and its neighbour above (below, for the first).
    std::string_view gapOf(std::size_t stage) const
    {
        const std::size_t below = std::max<std::size_t>(stage, 1);
        return m_text.substr(m_cores[below - 1].end, m_cores[below].begin - m_cores[below - 1].end);
    }

    void insertMoved(const std::vector<StageIndex> &order)
    {
        std::string waiting; // Moved blocks that come to stand above the next staying one.
        std::size_t lastStaying = order.size();
        for (const StageIndex stage : order) {
            if (m_stays[stage.value]) {
                insertAt(m_cores[stage.value].begin, std::move(waiting));
                waiting.clear();
                lastStaying = stage.value;
            } else {
                waiting += movedText(stage.value);
                waiting += gapOf(stage.value);
            }
        }
        // Behind the last one: the gap comes first.
        std::string tail;
        for (auto stage = order.rbegin(); stage != order.rend() && !m_stays[stage->value]; ++stage)
            tail.insert(0, std::string(gapOf(stage->value)).append(movedText(stage->value)));
        insertAt(m_cores[lastStaying].end, std::move(tail));
    }
    void insertAt(std::size_t offset, std::string text)
    {
        if (text.empty())
            return;
        for (TextEdit &edit : m_edits) {
            if (edit.range == TextRange {offset, offset}) {
                edit.replacement += text;
                return;
            }
        }
        m_edits.push_back({{offset, offset}, std::move(text)});
    }

    void removeMoved()
    {
        for (std::size_t first = 0; first < m_cores.size(); ++first) {
            if (m_stays[first])
                continue;
            std::size_t last = first;
            while (last + 1 < m_cores.size() && !m_stays[last + 1])
                ++last;
            const std::size_t begin = first == 0 ? m_cores[0].begin : m_cores[first - 1].end;
            const std::size_t end = first == 0 ? m_cores[last + 1].begin : m_cores[last].end;
            m_edits.push_back({{begin, end}, {}});
            first = last;
        }
    }

    std::string_view m_text;
    const EditSet &m_inner;
    std::vector<TextRange> m_cores;
    std::vector<bool> m_stays;
    std::vector<TextEdit> m_edits;
};

} // namespace

TextRange coreOf(const Syntax &syntax, StageIndex stage)
{
    TextRange core = syntax.blockOf(stage);
    if (core.begin == 0 && syntax.text.hasByteOrderMark())
        core.begin = 3;
    const std::size_t lastInstruction = syntax.at(syntax.stages[stage.value].last).lines.end;
    std::size_t line = syntax.text.lineAt(core.end);
    while (syntax.text.lineStart(line) >= lastInstruction
           && (syntax.text.lineStart(line) >= core.end
               || trimmed(syntax.textOf(syntax.text.lineRange(line))).empty()))
        --line;
    core.end = syntax.text.lineRange(line).end;
    return core;
}

Result<EditSet> inOrder(const Syntax &syntax, const std::vector<StageIndex> &order, const EditSet &inner)
{
    if (!order.empty() && order.back().value + 1 != order.size() && isOpenEnded(syntax))
        return openEnd();
    return Rearrangement(syntax, inner).to(order);
}

std::vector<std::size_t> placesIn(const std::vector<StageIndex> &order)
{
    std::vector<std::size_t> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i].value] = i;
    return places;
}

void renumber(const References &references, const std::vector<std::size_t> &places, EditSet &inner)
{
    for (const Reference &reference : references.all()) {
        if (!reference.isNumber || !reference.stage || places[reference.stage.value] == reference.stage.value)
            continue;
        // An edit that is in the set already gives it a name, which needs no number.
        if (const auto edit = replacementOf(reference, std::to_string(places[reference.stage.value])))
            (void)inner.add(*edit);
    }
}

std::vector<StageIndex> orderWithAbove(const GestureContext &context, StageIndex source, StageIndex target)
{
    const std::vector<bool> isNeeded = neededBy(context.graph, {source.value});
    std::vector<StageIndex> order;
    const auto moves = [&](std::size_t i) { return i > target.value && (i == source.value || isNeeded[i]); };
    for (std::size_t i = 0; i < context.syntax.stages.size(); ++i) {
        if (i == target.value) {
            for (std::size_t k = i + 1; k <= source.value; ++k) {
                if (moves(k))
                    order.push_back({k});
            }
        }
        if (i > source.value || !moves(i))
            order.push_back({i});
    }
    return order;
}

} // namespace drydock
