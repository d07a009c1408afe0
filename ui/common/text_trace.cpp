// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text_trace.h"

#include "model/graph/graph_diff.h"
#include "model/text/diff.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string_view>
#include <utility>

namespace drydock::ui {
namespace {

TextTrace identity(const std::shared_ptr<const Analysis> &built,
                   const std::shared_ptr<const Analysis> &present)
{
    TextTrace trace {built, present, {}, {}};
    trace.instructions.reserve(present->syntax.instructions.size());
    for (std::size_t i = 0; i < present->syntax.instructions.size(); ++i)
        trace.instructions.push_back({i});
    trace.stages.reserve(present->syntax.stages.size());
    for (std::size_t i = 0; i < present->syntax.stages.size(); ++i)
        trace.stages.push_back({i});
    return trace;
}

/// The edit that replaces the byte at `offset`, or null.
const TextEdit *editOver(const EditSet &edits, std::size_t offset)
{
    const auto behind
        = std::upper_bound(edits.begin(), edits.end(), offset,
                           [](std::size_t at, const TextEdit &edit) { return at < edit.range.begin; });
    if (behind == edits.begin())
        return nullptr;
    const TextEdit &edit = *std::prev(behind);
    return offset < edit.range.end ? &edit : nullptr;
}

/// Leads the instructions of a text through edits.
class InstructionMap {
public:
    explicit InstructionMap(const Change &change)
        : m_before(change.before->syntax)
        , m_after(change.after->syntax)
        , m_edits(change.edits)
        , m_oldOf(m_after.instructions.size())
        , m_isUsed(m_before.instructions.size(), false)
    {
        // Those whose first byte stays come first: what is written over them is no match for it.
        for (std::size_t i = 0; i < m_before.instructions.size(); ++i) {
            if (!editOver(m_edits, m_before.instructions[i].range.begin))
                match(i);
        }
        for (std::size_t i = 0; i < m_before.instructions.size(); ++i) {
            const TextEdit *edit = editOver(m_edits, m_before.instructions[i].range.begin);
            if (edit && !edit->replacement.empty() && !m_isUsed[i])
                match(i);
        }
    }

    /// What was moved is known again by its bytes, in the stage that it belonged to.
    void matchMoved(StageIndex oldStage, StageIndex newStage)
    {
        std::map<std::string_view, std::deque<std::size_t>> lost;
        const Stage &from = m_before.stages[oldStage.value];
        for (std::size_t i = from.from.value; i <= from.last.value; ++i) {
            if (!m_isUsed[i])
                lost[m_before.textOf(m_before.instructions[i].range)].push_back(i);
        }
        const Stage &to = m_after.stages[newStage.value];
        for (std::size_t i = to.from.value; i <= to.last.value && !lost.empty(); ++i) {
            const auto found = lost.find(m_after.textOf(m_after.instructions[i].range));
            if (m_oldOf[i].isValid() || found == lost.end() || found->second.empty())
                continue;
            m_oldOf[i] = {found->second.front()};
            m_isUsed[found->second.front()] = true;
            found->second.pop_front();
        }
    }

    const std::vector<InstructionIndex> &oldOf() const { return m_oldOf; }

private:
    void match(std::size_t old)
    {
        const Instruction &instruction = m_before.instructions[old];
        const InstructionIndex found = m_after.instructionAt(m_edits.mapOffset(instruction.range.begin));
        if (!found.isValid() || m_oldOf[found.value].isValid()
            || m_after.at(found).keyword != instruction.keyword)
            return;
        m_oldOf[found.value] = {old};
        m_isUsed[old] = true;
    }

    const Syntax &m_before;
    const Syntax &m_after;
    const EditSet &m_edits;
    std::vector<InstructionIndex> m_oldOf;
    std::vector<bool> m_isUsed;
};

/// What a build reads of an instruction. The name that FROM gives is no part of it.
std::string_view builtPart(const Syntax &syntax, const Instruction &instruction)
{
    TextRange range = instruction.range;
    if (instruction.keyword == Keyword::From && instruction.stage.isValid()) {
        const TextRange image = syntax.stages[instruction.stage.value].image;
        if (!image.isEmpty())
            range.end = image.end;
    }
    return syntax.textOf(range);
}

/// ARGs above the first FROM.
std::string_view head(const Syntax &syntax)
{
    return syntax.stages.empty() ? std::string_view()
                                 : syntax.textOf({0, syntax.at(syntax.stages.front().from).range.begin});
}

/// Goes through the stages of a text and tells what is older than it.
class StaleFinder {
public:
    explicit StaleFinder(const TextTrace &trace)
        : m_trace(trace)
        , m_built(trace.built->syntax)
        , m_present(trace.present->syntax)
        , m_isStageStale(m_present.stages.size(), false)
        , m_isStale(m_present.instructions.size(), false)
        , m_isHeadChanged(head(m_built) != head(m_present))
    {
        const StageGraph &graph = trace.present->graph;
        for (const GraphEdge &edge : graph.edges) {
            if (edge.source.value < m_present.stages.size() && edge.instruction.isValid())
                m_needs.emplace(edge.instruction.value, edge.source.value);
        }
        for (std::size_t stage = 0; stage < m_present.stages.size(); ++stage)
            lookAt(stage);
    }

    std::vector<bool> take() { return std::move(m_isStale); }

private:
    void lookAt(std::size_t index)
    {
        const Stage &stage = m_present.stages[index];
        const StageIndex source = m_trace.stages[index];
        bool isStale = !source.isValid();
        std::size_t expected = source.isValid() ? m_built.stages[source.value].from.value : 0;
        for (std::size_t i = stage.from.value; i <= stage.last.value; ++i, ++expected) {
            isStale = isStale || m_trace.instructions[i].value != expected || hasChanged(i, expected)
                || needsStale(i);
            m_isStale[i] = isStale;
        }
        const bool isShorter = source.isValid() && expected <= m_built.stages[source.value].last.value;
        m_isStageStale[index] = isStale || isShorter;
    }

    bool hasChanged(std::size_t present, std::size_t built) const
    {
        const Instruction &instruction = m_present.instructions[present];
        const std::string_view now = builtPart(m_present, instruction);
        return now != builtPart(m_built, m_built.instructions[built])
            || (m_isHeadChanged && instruction.keyword == Keyword::From
                && now.find('$') != std::string_view::npos);
    }

    bool needsStale(std::size_t instruction) const
    {
        const auto [begin, end] = m_needs.equal_range(instruction);
        return std::any_of(begin, end, [&](const auto &need) { return bool(m_isStageStale[need.second]); });
    }

    const TextTrace &m_trace;
    const Syntax &m_built;
    const Syntax &m_present;
    std::multimap<std::size_t, std::size_t> m_needs; ///< Instruction → stage.
    std::vector<bool> m_isStageStale;
    std::vector<bool> m_isStale;
    bool m_isHeadChanged;
};

} // namespace

TextTrace TextTrace::between(const std::shared_ptr<const Analysis> &built,
                             const std::shared_ptr<const Analysis> &present)
{
    const std::string_view before = built->text().bytes();
    const std::string_view after = present->text().bytes();
    const TextTrace trace = identity(built, built);
    return trace.follow({built, present, diffLines(before, after), Origin::Disk});
}

TextTrace TextTrace::follow(const Change &change) const
{
    // Whoever undoes an edit gets back what was known.
    if (change.after->text().bytes() == built->text().bytes())
        return identity(built, change.after);
    const GraphDiff diff = diffGraphs(change.before->syntax, change.before->graph, change.edits,
                                      change.after->syntax, change.after->graph);
    TextTrace trace {built, change.after, {}, {}};
    InstructionMap map(change);
    trace.stages.reserve(change.after->syntax.stages.size());
    for (std::size_t i = 0; i < change.after->syntax.stages.size(); ++i) {
        const NodeIndex old = diff.oldOf[i];
        const bool isStage = old.value < stages.size();
        if (isStage)
            map.matchMoved({old.value}, {i});
        trace.stages.push_back(isStage ? stages[old.value] : StageIndex {});
    }
    trace.instructions.reserve(map.oldOf().size());
    for (const InstructionIndex old : map.oldOf())
        trace.instructions.push_back(old.isValid() ? instructions[old.value] : InstructionIndex {});
    return trace;
}

InstructionIndex TextTrace::presentOf(InstructionIndex builtInstruction) const
{
    const auto found = std::find(instructions.begin(), instructions.end(), builtInstruction);
    if (!builtInstruction.isValid() || found == instructions.end())
        return {};
    return {std::size_t(found - instructions.begin())};
}

std::vector<bool> TextTrace::staleInstructions() const
{
    return StaleFinder(*this).take();
}

} // namespace drydock::ui
