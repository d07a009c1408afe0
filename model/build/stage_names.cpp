// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/stage_names.h"

#include <algorithm>
#include <charconv>

namespace drydock {
namespace {

const std::string generatedPrefix = "drydock-s";

std::string inLowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string nameOfStage(const Syntax &syntax, std::size_t stage)
{
    return inLowerCase(syntax.textOf(syntax.stages[stage].name));
}

StageIndex stageNamed(const Syntax &syntax, std::string_view lowerCase)
{
    for (std::size_t i = 0; i < syntax.stages.size(); ++i) {
        if (!lowerCase.empty() && nameOfStage(syntax, i) == lowerCase)
            return {i};
    }
    return {};
}

/// The stage whose number follows `prefix` in `label`.
StageIndex stageNumbered(const Syntax &syntax, std::string_view label, std::string_view prefix)
{
    if (!label.starts_with(prefix))
        return {};
    label.remove_prefix(prefix.size());
    std::size_t number = 0;
    const char *const end = label.data() + label.size();
    const auto read = std::from_chars(label.data(), end, number);
    if (read.ec != std::errc {} || read.ptr != end || number >= syntax.stages.size())
        return {};
    return {number};
}

/// A name for an unnamed stage that no other has.
std::string generatedName(const Syntax &syntax, std::size_t stage)
{
    std::string name = generatedPrefix + std::to_string(stage);
    while (stageNamed(syntax, name))
        name += 'x';
    return name;
}

} // namespace

Result<BuildTarget> targetCalled(const Syntax &syntax, std::string_view name)
{
    if (syntax.stages.empty())
        return refusal(QT_TRANSLATE_NOOP("build", "The file has no stage that could be built."));
    if (name.empty())
        return targetOf(syntax, {syntax.stages.size() - 1});
    StageIndex stage = stageNamed(syntax, inLowerCase(name));
    if (!stage)
        stage = stageNumbered(syntax, name, "stage ");
    if (!stage)
        return refusal(QT_TRANSLATE_NOOP("build", "There is no stage “%1”."), {std::string(name)});
    return targetOf(syntax, stage);
}

Result<BuildTarget> targetOf(const Syntax &syntax, StageIndex stage)
{
    BuildTarget target;
    target.stage = stage;
    const Stage &wanted = syntax.stages[stage.value];
    if (stage.value + 1 == syntax.stages.size())
        return target;
    target.name = nameOfStage(syntax, stage.value);
    if (!target.name.empty())
        return target;
    if (wanted.image.isEmpty())
        return refusal(QT_TRANSLATE_NOOP("build", "Stage %1 has no base image."),
                       {std::to_string(stage.value)});
    target.name = generatedName(syntax, stage.value);
    target.edits = EditSet::replacing({wanted.image.end, wanted.image.end}, " AS " + target.name);
    return target;
}

std::string stepLabelOf(const Syntax &syntax, StageIndex stage)
{
    std::string name = nameOfStage(syntax, stage.value);
    return name.empty() ? "stage-" + std::to_string(stage.value) : name;
}

StageIndex stageOfStep(const Syntax &syntax, std::string_view label)
{
    if (label.empty())
        return syntax.stages.size() == 1 ? StageIndex {0} : StageIndex {};
    if (const StageIndex named = stageNamed(syntax, label))
        return named;
    if (const StageIndex numbered = stageNumbered(syntax, label, "stage-"))
        return numbered;
    std::string_view plain = label;
    while (plain.ends_with('x'))
        plain.remove_suffix(1);
    const StageIndex stage = stageNumbered(syntax, plain, generatedPrefix);
    return stage && syntax.stages[stage.value].name.isEmpty() ? stage : StageIndex {};
}

} // namespace drydock
