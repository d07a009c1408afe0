// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.11. Modules that are cached in the build stage run on the image of Deno that has nothing else in it.
#include "model/base/one_of.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/carry_over.h"
#include "model/refactor/split/recipes/script_base.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

std::optional<StepNote> noteFor(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    if (command.name() != "deno")
        return std::nullopt;
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    StepNote note;
    note.effect = StepEffect::Unknown;
    if (verb == "cache"
        || (verb == "install" && !command.has({"-g", "--global", "--root"}) && !command.hasLetter('A')))
        note.effect = StepEffect::Packages;
    else if (isOneOf(verb, {"task", "run", "bundle"}))
        note.effect = StepEffect::Builds;
    else if (isOneOf(verb, {"test", "lint", "fmt", "check", "info"}))
        note.effect = StepEffect::Nothing;
    return note;
}

/// The image with Deno alone; empty if the tag does not say enough.
std::string bareBase(const SplitStage &stage)
{
    const std::string written(stage.syntax().textOf(stage.syntax().stages[stage.index().value].image));
    std::string_view tag = stage.tag();
    if (tag.starts_with("debian-"))
        tag.remove_prefix(7);
    if (written.find_first_of("$@") != std::string::npos || tag.starts_with("alpine")
        || tag.starts_with("distroless") || tag.starts_with("bin") || tag.starts_with("ubuntu")
        || tag.starts_with("centos"))
        return {};
    const std::string name = written.substr(0, written.find(':', written.rfind('/')));
    const bool isNewest = isOneOf(tag, {"", "latest", "debian"});
    return name + (isNewest ? ":distroless" : ":distroless-" + std::string(tag));
}

} // namespace

SplitRecipe splitDeno(const SplitStage &stage, const RefactorWish &wish)
{
    SplitRecipe recipe;
    const TextRange image = stage.syntax().stages[stage.index().value].image;
    const std::string bare = stage.imageName() == "denoland/deno" ? bareBase(stage) : std::string();
    const std::vector<StepNote> notes = notesOf(stage, noteFor);
    const auto cached = std::ranges::find(notes, StepEffect::Packages, &StepNote::effect);
    if (bare.empty() || cached == notes.end()) {
        refuseLittleGain(stage, recipe);
        return recipe;
    }
    // It starts Deno by itself, and has no shell.
    std::vector<std::string> words = plainProgramOf(stage);
    if (const auto deno = std::ranges::find(words, "deno"); deno != words.end())
        words.erase(words.begin(), deno + 1);
    else if (const auto script = std::ranges::find_if(
                 words, [](const std::string &word) { return word.ends_with("docker-entrypoint.sh"); });
             script != words.end())
        words.erase(words.begin(), script + 1);
    const Instruction *program = stage.program();
    if (words.empty() || (program && program->keyword == Keyword::Entrypoint))
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor",
                               "What is started here cannot be said to an image that starts Deno by itself. "
                               "Write it as CMD [\"run\", …] first."),
             {}},
            program ? program->range : image);
    recipe.bases
        = {{bare, {QT_TRANSLATE_NOOP("refactor", "Deno and the libraries that it needs, nothing else"), {}}}};
    recipe.base = chosenBase(recipe.bases, wish);
    recipe.program = words;
    recipe.declared.insert(ContractPart::Program);
    recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor", "%1 starts Deno with the words of CMD, as the image here does."),
          {recipe.base}},
         image});

    const VariableSetting *folder = stage.lint().variableAt(*cached->step->run, "DENO_DIR");
    const std::string place = folder ? folder->value.value_or("") : "/deno-dir";
    if (place.empty() || !place.starts_with('/'))
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor", "Nobody can tell where Deno keeps its modules."), {}}, image);
    RuntimeFile modules;
    modules.path = place;
    modules.destination = place;
    modules.title = {QT_TRANSLATE_NOOP("refactor", "Modules of Deno"), {}};
    recipe.files.push_back(std::move(modules));
    CarryPlan plan;
    plan.known = noteFor;
    plan.taken = {place};
    carryOver(stage, plan, recipe);
    recipe.artifactLeast = 1'000'000;
    recipe.artifactMost = 100'000'000;
    return recipe;
}

} // namespace drydock
