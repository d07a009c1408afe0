// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/stage_text.h"

#include "model/edits/line_style.h"
#include "model/refactor/refusals.h"
#include "model/refactor/stage_insertion.h"
#include "model/refactor/stage_names.h"
#include "model/refactor/stage_order.h"
#include "model/syntax/characters.h"
#include "model/syntax/instruction_check.h"

#include <algorithm>

namespace drydock {
namespace {

std::string withLineEnds(std::string_view text, std::string_view endOfLine)
{
    std::string result;
    for (const char c : text) {
        if (c == '\n') {
            if (result.ends_with('\r'))
                result.pop_back();
            result += endOfLine;
        } else {
            result += c;
        }
    }
    return result;
}

/// The pasted text, read as it will be read in the file.
Result<Syntax> readPasted(const GestureContext &context, std::string_view text)
{
    const std::string endOfLine = endOfLineAt(context.syntax, context.syntax.text.size());
    const std::string own = withLineEnds(text, endOfLine);
    Syntax pasted = parse(SourceText(own));
    const bool saysEscape = std::ranges::any_of(pasted.directives, [&](const Directive &directive) {
        return lowered(pasted.textOf(directive.name)) == "escape";
    });
    if (!saysEscape && context.syntax.escape != '\\')
        pasted = parse(SourceText("# escape=" + std::string(1, context.syntax.escape) + "\n" + own));
    if (pasted.escape != context.syntax.escape)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "The text has another escape character than this file."));
    if (pasted.stages.empty())
        return refusal(QT_TRANSLATE_NOOP("refactor", "The text holds no FROM: it is no stage."));
    if (pasted.stages.front().from.value > 0)
        return refusal(QT_TRANSLATE_NOOP("refactor", "The text does not begin with FROM."));
    if (!pasted.problems.empty() || !checkInstructions(pasted).empty() || isOpenEnded(pasted))
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "The text is no Dockerfile text that BuildKit would accept."));
    return pasted;
}

class Pasting {
public:
    Pasting(const GestureContext &context, const Syntax &pasted, std::size_t position)
        : m_context(context)
        , m_references(context)
        , m_pasted(pasted)
        , m_pastedGraph(makeStageGraph(pasted, context.options))
        , m_pastedContext {m_pasted, m_pastedGraph, m_context.options}
        , m_pastedReferences(m_pastedContext)
        , m_position(position)
    { }

    Result<Inserted> insert()
    {
        chooseNames();
        EditSet changes;
        for (std::size_t i = 0; i < m_pasted.stages.size(); ++i) {
            if (!m_pasted.stages[i].name.isEmpty())
                (void)changes.add({m_pasted.stages[i].name, m_names[i]});
        }
        for (const Reference &reference : m_pastedReferences.all()) {
            const std::string name = newNameOf(reference);
            if (name.empty() || name == reference.value)
                continue;
            const auto edit = replacementOf(reference, name);
            if (!edit || !changes.add(*edit))
                return nameInPieces(m_pasted, reference.instruction);
        }
        std::vector<std::string> blocks;
        for (std::size_t i = 0; i < m_pasted.stages.size(); ++i)
            blocks.push_back(changedBlock(changes, {i}));
        return insertStages(m_context, m_references, m_position, blocks, {}, {});
    }

private:
    void chooseNames()
    {
        std::set<std::string> given;
        for (std::size_t i = 0; i < m_pasted.stages.size(); ++i) {
            const std::string &name = m_pastedReferences.resolution().bases[i].name;
            // A name that BuildKit refuses is not worth keeping.
            const std::string stem = checkStageName(name) ? name : imageStem(name);
            m_names.push_back(
                name.empty() ? "" : freeNameLike(m_context, m_references, stem, m_position, {}, given));
            given.insert(lowered(m_names.back()));
        }
    }

    /// What a reference inside of the text has to say in the file; empty if it may stay.
    std::string newNameOf(const Reference &reference) const
    {
        if (!reference.isNumber)
            return reference.stage && !reference.hasVariable
                ? spelledFor(reference.kind, m_names[reference.stage.value])
                : std::string();
        long long number = 0;
        if (!parseStageNumber(reference.value, number) || number < 0)
            return {};
        const auto index = static_cast<std::size_t>(number);
        // Among several stages a number means one of them; alone, a stage can only mean one of the file's.
        if (m_pasted.stages.size() > 1 && index < reference.user.value)
            return std::to_string(index + m_position);
        return std::to_string(index < m_position ? index : index + m_pasted.stages.size());
    }

    std::string changedBlock(const EditSet &changes, StageIndex stage) const
    {
        const TextRange core = coreOf(m_pasted, stage);
        EditSet own;
        for (const TextEdit &edit : changes) {
            if (core.contains(edit.range))
                (void)own.add(
                    {{edit.range.begin - core.begin, edit.range.end - core.begin}, edit.replacement});
        }
        return own.applyTo(m_pasted.textOf(core));
    }

    const GestureContext &m_context;
    References m_references;
    const Syntax &m_pasted;
    StageGraph m_pastedGraph;
    GestureContext m_pastedContext;
    References m_pastedReferences;
    std::size_t m_position;
    std::vector<std::string> m_names; ///< For each pasted stage the name it gets; empty if it has none.
};

/// Where the text can stand: below whatever stage of the file it names.
std::size_t placeBelowNeeds(const GestureContext &context, const Syntax &pasted, std::size_t position)
{
    const StageGraph graph = makeStageGraph(pasted, context.options);
    const Resolution &file = *context.graph.resolution;
    const References references(GestureContext {pasted, graph, context.options});
    for (const Reference &reference : references.all()) {
        StageIndex needed;
        long long number = 0;
        if (reference.kind == ReferenceKind::CopyFrom && parseStageNumber(reference.value, number)) {
            const bool isOwn
                = pasted.stages.size() > 1 && number < static_cast<long long>(reference.user.value);
            if (!isOwn && number >= 0 && number < static_cast<long long>(context.syntax.stages.size()))
                needed = {static_cast<std::size_t>(number)};
        } else if (!reference.stage) {
            needed = file.stageNamed(reference.value);
        }
        if (needed)
            position = std::max(position, needed.value + 1);
    }
    return position;
}

Result<Plan> pastedAt(const GestureContext &context, const Syntax &pasted, std::size_t position)
{
    Result<Inserted> inserted = Pasting(context, pasted, position).insert();
    if (!inserted)
        return tl::unexpected(inserted.error());
    Plan plan;
    plan.edits = std::move(inserted->edits);
    plan.notice = std::move(inserted->notice);
    plan.keepsImage = plan.notice.source.empty();
    plan.focus = inserted->outcome.nameOf({position});
    const std::string label = inserted->outcome.graph.nodes[position].label();
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Paste stage %1"), {label}};
    plan.explanation = {QT_TRANSLATE_NOOP("refactor", "A stage “%1” comes from the clipboard."), {label}};
    return plan;
}

} // namespace

std::string stageText(const Syntax &syntax, std::span<const StageIndex> stages)
{
    std::vector<StageIndex> sorted(stages.begin(), stages.end());
    std::ranges::sort(sorted);
    std::string text;
    for (const StageIndex stage : sorted) {
        const TextRange core = coreOf(syntax, stage);
        const std::string endOfLine = endOfLineAt(syntax, core.begin);
        text += text.empty() ? "" : endOfLine;
        text += syntax.textOf(core);
        text += endOfLine;
    }
    return text;
}

Result<Plan> pasteStages(const GestureContext &context, std::string_view text, StageIndex after)
{
    const Result<Syntax> pasted = readPasted(context, text);
    if (!pasted)
        return tl::unexpected(pasted.error());
    const std::size_t count = context.syntax.stages.size();
    const std::size_t wanted = after ? after.value + 1 : count == 0 ? 0 : count - 1;
    return pastedAt(context, *pasted, placeBelowNeeds(context, *pasted, wanted));
}

Result<Plan> duplicateStage(const GestureContext &context, StageIndex stage)
{
    if (stage.value + 1 == context.syntax.stages.size() && isOpenEnded(context.syntax))
        return openEnd();
    const std::string text = stageText(context.syntax, std::span(&stage, 1));
    // The blank line ends the directives: a comment above the stage may look like one.
    const Syntax copy
        = parse(SourceText("# escape=" + std::string(1, context.syntax.escape) + "\n\n" + text));
    Result<Plan> plan = pastedAt(context, copy, stage.value + 1);
    if (!plan)
        return plan;
    const std::string label = context.graph.nodes[stage.value].label();
    plan->name = {QT_TRANSLATE_NOOP("refactor", "Duplicate stage %1"), {label}};
    plan->explanation = {QT_TRANSLATE_NOOP("refactor", "A copy of “%1” comes below it."), {label}};
    return plan;
}

} // namespace drydock
