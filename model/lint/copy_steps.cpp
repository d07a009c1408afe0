// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/copy_steps.h"

#include "model/base/one_of.h"
#include "model/context/path_match.h"
#include "model/lint/stage_bases.h"
#include "model/shell/words.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

StageIndex stageCalled(const LintContext &context, std::string_view name, StageIndex before)
{
    StageIndex stage = context.resolution().stageNamed(name);
    if (long long number = 0; !stage && parseStageNumber(name, number) && number >= 0
        && static_cast<unsigned long long>(number) < context.stageCount())
        stage = {static_cast<std::size_t>(number)};
    return stage && stage < before ? stage : StageIndex();
}

} // namespace

std::string_view CopiedSource::name() const
{
    std::string_view clean = path;
    while (clean.size() > 1 && clean.ends_with('/'))
        clean.remove_suffix(1);
    return nameOfPath(clean);
}

bool CopyStep::takesAll() const
{
    return std::ranges::any_of(sources, [](const CopiedSource &source) {
        return isOneOf(source.path, {".", "./", "/"});
    });
}

std::string CopyStep::pathInside(const CopiedSource &source) const
{
    return pathFrom(destination, source.name());
}

std::optional<CopyStep> copyStepOf(const LintContext &context, const Instruction &instruction)
{
    const Syntax &syntax = context.syntax();
    const auto words = syntax.wordsOf(instruction);
    const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
    if (!copies || !instruction.stage || words.size() < 2)
        return std::nullopt;
    CopyStep step;
    step.instruction = &instruction;
    for (const Word &word : words.first(words.size() - 1))
        step.sources.push_back(
            {&word, expandedAt(context, instruction, wordValue(syntax, instruction, word)).value_or("")});
    step.from = syntax.flagNamed(instruction, "--from");
    if (step.from)
        step.stage = stageCalled(context, syntax.valueOf(instruction, *step.from), instruction.stage);
    const auto destination = expandedAt(context, instruction, wordValue(syntax, instruction, words.back()));
    if (destination)
        step.destination = absolutePath(*destination, context.workingDirectoryAt(instruction));
    step.isIntoFolder = step.sources.size() > 1
        || (destination
            && (destination->ends_with('/') || *destination == "." || destination->ends_with("/.")));
    return step;
}

std::vector<CopyStep> copyStepsOf(const LintContext &context, StageIndex stage)
{
    std::vector<CopyStep> steps;
    for (const Instruction &instruction : context.instructionsOf(stage)) {
        if (auto step = copyStepOf(context, instruction))
            steps.push_back(std::move(*step));
    }
    return steps;
}

std::optional<std::string> expandedAt(const LintContext &context, const Instruction &instruction,
                                      std::string_view text)
{
    // Most words hold nothing to replace, and a file may have thousands.
    if (text.find_first_of("$\"'\\`") == std::string_view::npos)
        return std::string(text);
    const char escape = context.syntax().escape;
    const ExpandedWord names = expandWord(text, {}, escape);
    Environment environment;
    for (const std::string &name : names.unmatched) {
        const VariableSetting *setting = context.variableAt(instruction, name);
        if (setting && setting->value)
            environment[name] = *setting->value;
    }
    ExpandedWord expanded = expandWord(text, environment, escape);
    // A default, as in ${x:-y}, is none: it is there for another value to come.
    if (!expanded.isFine() || !expanded.unmatched.empty())
        return std::nullopt;
    return std::move(expanded.text);
}

} // namespace drydock
