// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.13: languages whose images say themselves how to go on.
#include "model/base/one_of.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/compiled.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

void finish(const SplitStage &stage, SplitRecipe &recipe, const std::vector<StartedCommand> &started)
{
    addNamedFiles(stage, recipe, started);
    addData(stage, recipe);
    assumeNoSources(stage, recipe);
    recipe.artifactLeast = 3'000'000;
    recipe.artifactMost = 60'000'000;
}

/// The path of the first started program that is one, no script. Empty if there is none.
std::string startedPath(const SplitStage &stage, const std::vector<StartedCommand> &started)
{
    for (const StartedCommand &each : started) {
        const std::string &word = each.words.front();
        std::string path
            = word.find('/') == std::string::npos ? std::string() : pathOfWord(stage, each, word);
        if (!path.empty() && !isScriptPath(path) && path.find_first_of("*?[") == std::string::npos)
            return path;
    }
    return {};
}

} // namespace

SplitRecipe splitSwift(const SplitStage &stage, const RefactorWish &wish)
{
    SplitRecipe recipe;
    const std::vector<StartedCommand> started = startedCommands(stage);
    const BuildStep *build = stage.lastStep({"swift"}, {"build"});
    const TextRange where = started.empty() ? baseWords(stage) : started.front().range;
    std::string path = startedPath(stage, started);
    if (!started.empty() && started.front().name() == "swift" && started.front().has("run")
        && started.front().isWhole) {
        // swift run [-c release] Product [words]
        std::vector<std::string> others;
        const auto &words = started.front().words;
        for (std::size_t i = 2; i < words.size(); ++i) {
            if (isOneOf(words[i], {"-c", "--configuration"}))
                ++i;
            else if (!words[i].starts_with('-') || !others.empty())
                others.push_back(words[i]);
        }
        const std::string configuration = started.front().option({"-c", "--configuration"});
        if (!others.empty()) {
            path = pathFrom(stage.workingDirectory(),
                            ".build/" + (configuration.empty() ? "debug" : configuration) + "/"
                                + others.front());
            if (!build || optionOf(*build->command, {"-c", "--configuration"}) != configuration) {
                recipe.buildLines.push_back("RUN swift build"
                                            + (configuration.empty() ? std::string() : " -c " + configuration)
                                            + " --product " + others.front());
            }
            others.front() = path;
            recipe.program = std::move(others);
        }
    }
    if (!build && recipe.buildLines.empty())
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor", "No line builds a program with “swift build”."), {}}, where);
    if (path.empty()) {
        path = askedArtifact(
            recipe, wish, {},
            {QT_TRANSLATE_NOOP("refactor",
                               "The file does not say which program of Swift is started: choose it "
                               "(artifact)."),
             {}},
            where);
        if (path.empty())
            return recipe;
    }
    addFile(recipe, path,
            build ? programTitle(*build) : UserText {QT_TRANSLATE_NOOP("refactor", "The program"), {}});
    const auto image = runtimeImageFor(stage.reference());
    if (image && !image->reference.empty() && !stage.tag().ends_with("-slim"))
        recipe.bases = {{image->reference,
                         {QT_TRANSLATE_NOOP("refactor", "Swift's libraries without its compiler"), {}}}};
    if (recipe.bases.empty() && wish.setting("base").empty())
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor",
                               "“%1” does not say which version of Swift it has: choose a tag that says "
                               "it, or name the image to run on (base)."),
             {stage.reference()}},
            baseWords(stage));
    recipe.base = recipe.bases.empty() ? std::string(wish.setting("base")) : chosenBase(recipe.bases, wish);
    recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor", "The program has no resources that Swift puts beside it."), {}}, {}});
    recipe.buildTools = {"swift", "cp", "mv", "install", "find", "ln"};
    finish(stage, recipe, started);
    return recipe;
}

SplitRecipe splitDart(const SplitStage &stage, const RefactorWish &wish)
{
    SplitRecipe recipe;
    const std::vector<StartedCommand> started = startedCommands(stage);
    const TextRange where = started.empty() ? baseWords(stage) : started.front().range;
    const BuildStep *build = stage.lastStep({"dart"}, {"compile"});
    std::string path
        = build && build->command->operands().size() > 1 && build->command->operands()[1]->value == "exe"
        ? startedPath(stage, started)
        : std::string();
    if (!started.empty() && started.front().name() == "dart" && started.front().isWhole) {
        std::vector<std::string> words(started.front().words.begin() + 1, started.front().words.end());
        if (!words.empty() && words.front() == "run")
            words.erase(words.begin());
        if (!words.empty() && words.front().ends_with(".dart")
            && words.front().find_first_of("$ '\"") == std::string::npos) {
            const std::string source = words.front();
            path = pathFrom(stage.workingDirectory(), source.substr(0, source.size() - 5));
            recipe.buildLines.push_back("RUN dart compile exe " + source + " -o " + path);
            words.front() = path;
            recipe.program = std::move(words);
        }
    }
    if (path.empty())
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor",
                               "The container starts no program that “dart compile exe” makes here."),
             {}},
            where);
    addFile(recipe, path,
            build ? programTitle(*build) : UserText {QT_TRANSLATE_NOOP("refactor", "The program"), {}});
    const RuntimeBase bare {
        "scratch",
        {QT_TRANSLATE_NOOP("refactor", "nothing but what the image of Dart has ready for this"), {}}};
    const RuntimeBase debian {suggestedReference("debian"),
                              {QT_TRANSLATE_NOOP("refactor", "with a shell"), {}}};
    recipe.bases = shellNeedOf(stage) || !keptPackages(stage).names.empty() ? std::vector {debian}
                                                                            : std::vector {bare, debian};
    recipe.base = chosenBase(recipe.bases, wish);
    if (recipe.base == "scratch")
        recipe.files.push_back(
            {"/runtime/",
             "/",
             {QT_TRANSLATE_NOOP("refactor",
                                "The C library and root certificates, as the image of Dart has "
                                "them ready"),
              {}},
             false,
             {}});
    recipe.buildTools = {"dart", "cp", "mv"};
    finish(stage, recipe, started);
    return recipe;
}

} // namespace drydock
