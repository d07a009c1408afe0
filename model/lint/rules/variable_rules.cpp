// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/suggest.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/rules.h"
#include "model/lint/stage_bases.h"
#include "model/shell/variable_name.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <optional>

namespace drydock {
namespace {

/// Where `$name` or `${name…` stands in `range`: the bytes of the name. Empty if it is not in one piece.
TextRange nameIn(const Syntax &syntax, TextRange range, std::string_view name)
{
    const std::string_view bytes = syntax.textOf(range);
    for (std::size_t at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
        const std::string_view before = bytes.substr(0, at);
        const char behind = at + name.size() < bytes.size() ? bytes[at + name.size()] : ' ';
        if (!isVariableNameByte(behind, false) && (before.ends_with("$") || before.ends_with("${")))
            return {range.begin + at, range.begin + at + name.size()};
    }
    return {};
}

std::vector<Fix> renameFix(TextRange place, const std::string &meant)
{
    if (meant.empty() || place.isEmpty())
        return {};
    return replacing({QT_TRANSLATE_NOOP("lint", "Use $%1"), {meant}}, place, meant, FixSafety::AskFirst);
}

void reportFromArguments(const LintContext &context, const Report &report, const Instruction &from,
                         TextRange range, const std::set<std::string> &unmatched)
{
    std::vector<std::string_view> names;
    for (const auto &[name, value] : context.resolution().globals)
        names.push_back(name);
    for (const std::string &name : unmatched) {
        if (context.resolution().declared.contains(name))
            continue;
        const std::string meant = nearestOption(name, names, MatchCase::Sensitive);
        const TextRange place = nameIn(context.syntax(), range, name);
        report(from, place.isEmpty() ? range : place,
               "FROM argument '" + name + "' is not declared"
                   + (meant.empty() ? "" : " (did you mean " + meant + "?)"),
               renameFix(place, meant));
    }
}

} // namespace

/// An ARG that FROM uses must stand above the first FROM (`convert.go`: reportUnusedFromArgs).
void checkUndefinedArgInFrom(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const Stage &stage = syntax.stages[i];
        const Instruction &from = syntax.at(stage.from);
        reportFromArguments(context, report, from, stage.image,
                            context.resolution().bases[i].image.unmatched);
        if (const Flag *platform = syntax.flagNamed(from, "--platform"))
            reportFromArguments(
                context, report, from, platform->value,
                expandWord(syntax.valueOf(from, *platform), context.resolution().globals, syntax.escape)
                    .unmatched);
    }
}

/// Whoever builds without arguments should get an image, too (`validations.go`: validateBaseImagesWithDefaultArgs).
void checkInvalidDefaultArgInFrom(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    // Without arguments it is what is known already.
    std::optional<Resolution> withDefaults;
    if (!context.options().buildArgs.empty()) {
        BuildOptions defaults = context.options();
        defaults.buildArgs.clear();
        withDefaults = resolve(syntax, defaults);
    }
    const Resolution &resolution = withDefaults ? *withDefaults : context.resolution();
    if (!resolution.globalError.empty())
        return;
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const ResolvedBase &base = resolution.bases[i];
        if (!base.image.isFine() || !parseImageReference(base.image.text).has_value()) {
            if (!base.image.isFine())
                return;
            report(syntax.at(syntax.stages[i].from), syntax.stages[i].image,
                   "Default value for ARG " + base.written + " results in empty or invalid base image name");
        }
    }
}

/// A relative WORKDIR hangs on what the base image happens to set.
void checkWorkdirRelativePath(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const auto &[index, path] : context.relativeDirectories()) {
        const Instruction &workdir = syntax.at(index);
        report(workdir, workdir.arguments,
               "Relative workdir " + quoted(path) + " can have unexpected results if the base image changes",
               path.empty() || syntax.textOf(workdir.arguments).find('$') != std::string_view::npos
                   ? std::vector<Fix> {}
                   : inserting({QT_TRANSLATE_NOOP("lint", "Make it /%1"), {path}}, workdir.arguments.begin,
                               "/", FixSafety::AskFirst));
    }
}

/// An unset variable becomes nothing, without a word.
void checkUndefinedVar(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const UndefinedVariable &each : context.undefinedVariables()) {
        const Instruction &instruction = syntax.at(each.instruction);
        TextRange place = nameIn(syntax, instruction.range, each.name);
        const std::size_t dollar = each.suggestion.find('$');
        const std::string meant = dollar == std::string::npos
            ? std::string()
            : each.suggestion.substr(dollar + 1, each.suggestion.find('?') - dollar - 1);
        Finding finding;
        finding.instruction = &instruction;
        finding.fixes = renameFix(place, meant);
        finding.range = place.isEmpty() ? instruction.arguments : place;
        finding.message = {"Usage of undefined variable '$" + each.name + "'" + each.suggestion, {}};
        // Who knows what an unknown base sets.
        const auto &base = traitsOf(context, instruction.stage);
        if ((!base || !base->environment) && !context.settings().basesSetOnlyPath)
            finding.severity = Severity::Info;
        report(std::move(finding));
    }
}

} // namespace drydock
