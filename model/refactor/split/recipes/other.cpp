// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.14: nobody can tell what is built, so a person says which files the program is.
#include "model/base/text_parts.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/base_traits.h"
#include "model/knowledge/releases.h"
#include "model/lint/image_files.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/products.h"
#include "model/refactor/split/runtime_needs.h"
#include "model/refactor/split/split_recipe.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// The image itself, or a smaller one of the same release: what is linked here runs there.
std::vector<RuntimeBase> sameDistribution(const SplitStage &stage)
{
    std::vector<RuntimeBase> bases;
    const auto traits = baseTraitsOf(stage.reference());
    const ReleaseOfImage release = releaseOf(stage.reference());
    if (traits && traits->family && release.release && !release.isAssumed) {
        const std::string &family = release.release->family;
        if (family == "debian")
            bases.push_back({"debian:" + release.release->name + "-slim",
                             {QT_TRANSLATE_NOOP("refactor", "the same release, without what few need"), {}}});
        else
            bases.push_back({family + ":" + release.release->version,
                             {QT_TRANSLATE_NOOP("refactor", "the same release"), {}}});
    }
    if (bases.empty() || bases.front().reference != stage.reference())
        bases.push_back({stage.reference(),
                         {QT_TRANSLATE_NOOP("refactor", "the same image, without what the build adds"), {}}});
    return bases;
}

} // namespace

SplitRecipe splitOther(const SplitStage &stage, const RefactorWish &wish)
{
    if (stage.reference().empty())
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor", "The base hangs on a variable without a value: give it one."),
             {}});
    const References references(stage.context().gesture());
    Choice choice;
    choice.key = "artifact";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "What the program needs"), {}};
    choice.isOpen = true;
    const std::vector<std::string> words = plainProgramOf(stage);
    if (!words.empty() && words.front().find('/') != std::string::npos)
        choice.answers.push_back({pathFrom(stage.contract().workingDirectory, words.front()),
                                  {QT_TRANSLATE_NOOP("refactor", "what the container starts"), {}}});
    for (Product &product : productsOf(stage.context().gesture(), references, stage.index())) {
        if (product.path != "/"
            && std::ranges::find(choice.answers, product.path, &Choice::Answer::value)
                == choice.answers.end())
            choice.answers.push_back({std::move(product.path), std::move(product.why)});
    }
    const std::vector<std::string> paths = wordsIn(wish.setting("artifact"));
    SplitRecipe recipe;
    if (paths.empty()) {
        recipe = refusedRecipe(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "No line says for certain which files the program is: choose them (“artifact”)."),
             {}});
    } else {
        choice.chosen = wish.setting("artifact");
        for (const std::string &path : paths) {
            if (!path.starts_with('/')) {
                recipe = refusedRecipe(
                    {QT_TRANSLATE_NOOP("refactor", "“%1” is no path from the root on."), {path}});
                break;
            }
            recipe.files.push_back(
                {path, path, {QT_TRANSLATE_NOOP("refactor", "“%1”, as chosen"), {path}}, false, {}});
        }
        recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor",
                                "The program needs no other file that this stage makes or copies."),
              {}},
             {}});
    }
    recipe.bases = sameDistribution(stage);
    recipe.base = chosenBase(recipe.bases, wish);
    recipe.choices.push_back(std::move(choice));
    return recipe;
}

} // namespace drydock
