// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.9. PHP keeps its image: extensions work with the PHP that they were made for alone. What goes is what they
// were compiled with.
#include "model/base/one_of.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/carry_over.h"
#include "model/refactor/split/recipes/node_steps.h"
#include "model/refactor/split/recipes/script_base.h"

#include <algorithm>

namespace drydock {
namespace {

StepNote note(StepEffect effect, std::vector<std::string> paths = {})
{
    return {nullptr, effect, std::move(paths), {}, {}};
}

std::optional<StepNote> noteForComposer(std::string_view verb)
{
    if (verb == "global")
        return note(StepEffect::Writes, {"/root/.composer/"});
    if (isOneOf(verb, {"", "clear-cache", "clearcache", "diagnose", "validate", "self-update", "about"}))
        return note(StepEffect::Nothing);
    return note(StepEffect::Builds);
}

std::optional<StepNote> noteFor(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    if (name.starts_with("docker-php-ext-")
        || isOneOf(name, {"docker-php-source", "pecl", "phpize", "install-php-extensions", "pear"}))
        return note(StepEffect::Packages);
    if (isOneOf(name, {"composer", "composer.phar"}))
        return noteForComposer(verb);
    if (name == "php") {
        if (verb.ends_with("composer.phar") || verb.ends_with("composer"))
            return noteForComposer(operands.size() > 1 ? std::string_view(operands[1]->value)
                                                       : std::string_view());
        // `curl https://getcomposer.org/installer | php`: a tool of the build.
        const bool isPiped = verb.empty() && !command.has({"-r", "--run"});
        if (isPiped) {
            const std::string folder = optionValue(step, {"--install-dir"});
            const std::string file = optionValue(step, {"--filename"});
            const std::string path = step.pathOf((folder.empty() ? "." : folder) + "/"
                                                 + (file.empty() ? "composer.phar" : file));
            return note(path.empty() ? StepEffect::Unknown : StepEffect::Writes, {path});
        }
        return note(command.has({"-r", "--run"}) ? StepEffect::Unknown : StepEffect::Builds);
    }
    if (isOneOf(name, {"phpunit", "phpstan"}))
        return note(StepEffect::Nothing);
    return nodeNoteBeside(step, StepEffect::Unknown);
}

} // namespace

SplitRecipe splitPhp(const SplitStage &stage, const RefactorWish &wish)
{
    SplitRecipe recipe;
    const TextRange image = stage.syntax().stages[stage.index().value].image;
    if (!isOneOf(stage.imageName(), {"php"}) && !leavesBuildPackages(stage))
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor",
                               "Nobody can tell where %1 keeps the extensions of PHP, and so what to take "
                               "over."),
             {stage.reference()}},
            image);
    if (!leavesBuildPackages(stage)) {
        refuseLittleGain(stage, recipe);
        return recipe;
    }
    takeBase(stage, {std::string(stage.syntax().textOf(image)), stage.reference(), false, false, false}, wish,
             recipe);
    CarryPlan plan;
    plan.known = noteFor;
    plan.isForBuild = [&stage](const CopyStep &copy) {
        return copy.from && !runsAny(stage, {"composer"}) && !copy.sources.empty()
            && std::ranges::all_of(copy.sources,
                                   [](const CopiedSource &source) { return source.name() == "composer"; });
    };
    const std::vector<StepNote> notes = notesOf(stage, noteFor);
    const auto extension = std::ranges::find(notes, StepEffect::Packages, &StepNote::effect);
    if (extension != notes.end()) {
        if (stage.imageName() != "php")
            return refusedRecipe(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Nobody can tell where %1 keeps the extensions of PHP, and so what to "
                                   "take over."),
                 {stage.reference()}},
                extension->step->command->range);
        plan.taken = {"/usr/local/lib/php/extensions", "/usr/local/etc/php/conf.d"};
        recipe.take(plan.taken[0], {QT_TRANSLATE_NOOP("refactor", "Extensions of PHP"), {}});
        recipe.take(plan.taken[1],
                    {QT_TRANSLATE_NOOP("refactor", "Which extensions PHP loads, and how"), {}});
    }
    carryOver(stage, plan, recipe);
    if (!recipe.isRefused() && recipe.files.empty())
        refuseLittleGain(stage, recipe);
    recipe.artifactLeast = 1'000'000;
    recipe.artifactMost = 200'000'000;
    return recipe;
}

} // namespace drydock
