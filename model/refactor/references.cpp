// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/references.h"

#include "model/syntax/characters.h"
#include "model/syntax/mount_options.h"

#include <algorithm>

namespace drydock {
namespace {

bool holdsVariable(std::string_view text)
{
    const std::size_t dollar = text.find('$');
    return dollar != std::string_view::npos && dollar + 1 < text.size();
}

/// Where `value` stands inside of `range`, quotes left out; the whole range if it is not in one piece.
TextRange contentIn(const Syntax &syntax, TextRange range, const std::string &value)
{
    const std::string_view raw = syntax.textOf(range);
    const std::size_t at = raw.find(value);
    if (value.empty() || at == std::string_view::npos)
        return range;
    return {range.begin + at, range.begin + at + value.size()};
}

} // namespace

References::References(const GestureContext &context)
    : m_context(context)
    , m_resolution(context.graph.resolution)
{
    const Syntax &syntax = context.syntax;
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        const Instruction &instruction = syntax.instructions[i];
        if (!instruction.stage)
            continue;
        if (instruction.keyword == Keyword::From) {
            addFrom(instruction.stage);
            continue;
        }
        addFlags(instruction, {i}, instruction.stage, false);
        const Instruction *inner = syntax.triggerOf(instruction);
        for (; inner; inner = syntax.triggerOf(*inner))
            addFlags(*inner, {i}, instruction.stage, true);
    }
}

std::vector<const Reference *> References::to(StageIndex stage) const
{
    std::vector<const Reference *> found;
    for (const Reference &reference : m_all) {
        if (reference.stage == stage)
            found.push_back(&reference);
    }
    return found;
}

const Reference *References::causedAt(TextRange cause) const
{
    for (const Reference &reference : m_all) {
        if (reference.whole.contains(cause))
            return &reference;
    }
    return nullptr;
}

void References::addFrom(StageIndex index)
{
    const Stage &stage = m_context.syntax.stages[index.value];
    if (stage.image.isEmpty())
        return;
    const ResolvedBase &base = m_resolution->bases[index.value];
    Reference reference;
    reference.kind = ReferenceKind::From;
    reference.instruction = stage.from;
    reference.user = index;
    reference.stage = base.parent;
    reference.value = base.image.text;
    reference.hasVariable = holdsVariable(base.written);
    reference.whole = stage.image;
    // A variable goes with the rest of the word, even one that is empty.
    reference.content
        = reference.hasVariable ? stage.image : contentIn(m_context.syntax, stage.image, reference.value);
    reference.isPlain
        = !reference.hasVariable && m_context.syntax.textOf(reference.content) == reference.value;
    m_all.push_back(std::move(reference));
}

void References::addFlags(const Instruction &instruction, InstructionIndex index, StageIndex user,
                          bool isTrigger)
{
    const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
    if (!copies && instruction.keyword != Keyword::Run)
        return;
    Reference reference;
    reference.instruction = index;
    reference.user = user;
    reference.isTrigger = isTrigger;
    if (copies) {
        // Of several flags of the same name BuildKit's rule is: refuse. The first is the one the graph shows.
        if (const Flag *flag = m_context.syntax.flagNamed(instruction, "--from"))
            addCopy(instruction, *flag, std::move(reference));
        return;
    }
    for (const Flag &flag : m_context.syntax.flagsOf(instruction)) {
        if (m_context.syntax.joined(instruction, flag.name) == "--mount")
            addMount(instruction, flag, reference);
    }
}

void References::addCopy(const Instruction &instruction, const Flag &flag, Reference reference)
{
    const Syntax &syntax = m_context.syntax;
    reference.kind = ReferenceKind::CopyFrom;
    reference.value = syntax.valueOf(instruction, flag);
    if (reference.value.empty())
        return;
    reference.hasVariable = holdsVariable(reference.value);
    reference.whole = flag.range;
    reference.content = contentIn(syntax, flag.value, reference.value);
    reference.isPlain = syntax.textOf(reference.content) == reference.value;
    long long number = 0;
    reference.isNumber = parseStageNumber(reference.value, number);
    if (!reference.isNumber)
        reference.stage = named(reference.value);
    else if (number >= 0 && number < static_cast<long long>(syntax.stages.size()))
        reference.stage = {static_cast<std::size_t>(number)};
    m_all.push_back(std::move(reference));
}

void References::addMount(const Instruction &instruction, const Flag &flag, Reference reference)
{
    const Syntax &syntax = m_context.syntax;
    const std::vector<FlagOption> options = flagOptions(syntax, instruction, flag);
    const FlagOption *from = findOption(options, {"from"});
    if (!from || from->value.empty())
        return;
    reference.kind = ReferenceKind::MountFrom;
    reference.value = from->value;
    reference.hasVariable = holdsVariable(from->value);
    reference.whole = flag.range;
    reference.content = from->valueRange;
    reference.isPlain = syntax.textOf(from->valueRange) == from->value;
    reference.stage = named(from->value);
    m_all.push_back(std::move(reference));
}

StageIndex References::named(const std::string &name) const
{
    // A named build context comes first (BuildKit `convert.go`: namedContext).
    return m_context.options.contexts.contains(name) ? StageIndex {} : m_resolution->stageNamed(name);
}

std::optional<TextEdit> replacementOf(const Reference &reference, const std::string &name)
{
    if (reference.isPlain)
        return TextEdit {reference.content, name};
    switch (reference.kind) {
    case ReferenceKind::From:
        return TextEdit {reference.whole, name};
    case ReferenceKind::CopyFrom:
        return TextEdit {reference.whole, "--from=" + name};
    case ReferenceKind::MountFrom:
        break;
    }
    return {};
}

std::string spelledFor(ReferenceKind kind, const std::string &name)
{
    return kind == ReferenceKind::From ? lowered(name) : name;
}

} // namespace drydock
