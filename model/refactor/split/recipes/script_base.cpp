// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/script_base.h"

#include "model/base/one_of.h"
#include "model/base/text_parts.h"
#include "model/edits/line_style.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/language_packages.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

/// The tag of the slim sister; empty if there is none that can be told.
std::string slimTag(std::string_view tag, SlimStyle style)
{
    if (tag.empty() || tag == "latest")
        return "slim";
    const std::vector<std::string_view> parts = tagParts(tag);
    // 3.12-bookworm has a release behind the version; anything longer is a variant of its own.
    if (parts.size() == 1 || style == SlimStyle::AfterRelease) {
        const bool isRelease = style == SlimStyle::BeforeRelease && !parts[0].empty() && !isVersion(parts[0])
            && parts[0].find_first_of("0123456789") == std::string_view::npos
            && !isOneOf(parts[0], {"lts", "current"});
        return isRelease ? "slim-" + std::string(tag) : std::string(tag) + "-slim";
    }
    if (parts.size() == 2)
        return std::string(parts[0]) + "-slim-" + std::string(parts[1]);
    return {};
}

bool isPlainVariant(std::string_view tag)
{
    return std::ranges::none_of(tagParts(tag), [](std::string_view part) {
        return isOneOf(part, {"slim", "onbuild", "distroless", "windowsservercore", "nanoserver"})
            || part.starts_with("alpine");
    });
}

/// Removed by the very RUN that installs it, as in `apk del .build-deps`.
bool isRemovedAtOnce(const SplitStage &stage, const BuildStep &install)
{
    return std::ranges::any_of(stage.steps(), [&](const BuildStep &step) {
        if (step.run != install.run || step.command->range.begin < install.command->range.begin)
            return false;
        const PackageCommand *package = stage.lint().packageOf(*step.command);
        return package && package->isOfSystem()
            && package->isAnyVerb({"del", "purge", "remove", "autoremove", "erase"});
    });
}

/// Calls `visit(world, name)` for each package that stays and that the new stage does not install.
template <typename Visit>
void eachBuildPackage(const SplitStage &stage, Visit visit)
{
    const KeptPackages kept = keptPackages(stage);
    for (const InstalledPackage &package : stage.packages()) {
        const std::string name(packageName(package.word->value));
        if (std::ranges::find(kept.names, name) == kept.names.end() && !isRemovedAtOnce(stage, *package.step))
            visit(kept.world, name);
    }
}

/// By the table of Debian's packages; 0 if it does not know it.
std::uint64_t bytesOf(PackageWorld world, const std::string &name)
{
    std::vector<std::string> names {name};
    if (world != PackageWorld::Apt)
        names = translated(name, world, PackageWorld::Apt, "").value_or(names);
    std::uint64_t bytes = 0;
    for (const std::string &each : names) {
        if (const auto size = sizeOfPackage(each))
            bytes += size->bytes;
    }
    return bytes;
}

/// The first word that installs what is left behind; empty if there is none.
TextRange firstBuildPackage(const SplitStage &stage)
{
    for (const InstalledPackage &package : stage.packages()) {
        const std::string_view name = packageName(package.word->value);
        const auto isFor = [&](PackageUse use) {
            return useOf(PackageWorld::Apt, name) == use || useOf(PackageWorld::Apk, name) == use;
        };
        if (isFor(PackageUse::Build) || isFor(PackageUse::Library))
            return package.word->range;
    }
    return {};
}

/// The first headers that have to stay, for want of knowing the libraries behind them.
const ScriptWord *unknownHeaders(const SplitStage &stage)
{
    const KeptPackages kept = keptPackages(stage);
    for (const InstalledPackage &package : stage.packages()) {
        const std::string name(packageName(package.word->value));
        if (useOf(kept.world, name) == PackageUse::Library
            && std::ranges::find(kept.names, name) != kept.names.end()
            && !isRemovedAtOnce(stage, *package.step))
            return package.word;
    }
    return nullptr;
}

} // namespace

ScriptBase slimBaseOf(const SplitStage &stage, const SlimImages &images)
{
    const Syntax &syntax = stage.syntax();
    const std::string written(syntax.textOf(syntax.stages[stage.index().value].image));
    ScriptBase base {written, stage.reference(), false, false, false};
    if (std::ranges::find(images.names, stage.imageName()) == images.names.end()
        || !isPlainVariant(stage.tag()))
        return base;
    const std::string slim = slimTag(stage.tag(), images.style);
    if (slim.empty())
        return base;
    const std::size_t at = written.find('@');
    const std::string bare = written.substr(0, at);
    const std::size_t slash = bare.rfind('/');
    const std::size_t colon = bare.find(':', slash == std::string::npos ? 0 : slash);
    const std::string tag = colon == std::string::npos ? std::string() : bare.substr(colon + 1);
    base.losesDigest = at != std::string::npos;
    base.isSlimmer = true;
    if (bare.find('$') == std::string::npos || (tag == stage.tag() && tag.find('$') == std::string::npos)) {
        base.reference = bare.substr(0, colon) + ":" + slim;
        const std::string &known = stage.reference();
        const std::string whole = known.substr(0, known.find('@'));
        base.withValues
            = whole.substr(0, whole.find(':', whole.rfind('/') == std::string::npos ? 0 : whole.rfind('/')))
            + ":" + slim;
        return base;
    }
    // The variable keeps its say if the new part comes behind it.
    if (at == std::string::npos && !tag.empty() && slim == stage.tag() + "-slim"
        && written.find(":-") == std::string::npos) {
        base.reference = written + "-slim";
        base.withValues = stage.reference() + "-slim";
        return base;
    }
    base.isUnclear = true;
    return base;
}

void takeBase(const SplitStage &stage, const ScriptBase &base, const RefactorWish &wish, SplitRecipe &recipe)
{
    const Syntax &syntax = stage.syntax();
    const TextRange image = syntax.stages[stage.index().value].image;
    const std::string written(syntax.textOf(image));
    if (base.isUnclear) {
        recipe.refusal
            = {QT_TRANSLATE_NOOP(
                   "refactor",
                   "The base “%1” hangs on a variable, and a smaller image that follows it cannot be told. "
                   "Write the version into FROM first."),
               {written}};
        recipe.where = image;
        return;
    }
    if (base.isSlimmer)
        recipe.bases.push_back(
            {base.reference,
             {QT_TRANSLATE_NOOP("refactor",
                                "The same interpreter on the same release, without compilers and headers"),
              {}}});
    recipe.bases.push_back({written, {QT_TRANSLATE_NOOP("refactor", "The image that it runs on now"), {}}});
    recipe.base = chosenBase(recipe.bases, wish);
    if (recipe.base == base.reference)
        recipe.baseWithValues = base.withValues;
    else if (recipe.base == written)
        recipe.baseWithValues = stage.reference();
    if (!base.isSlimmer || recipe.base != base.reference) {
        const TextRange word = firstBuildPackage(stage);
        if (!word.isEmpty())
            recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "The program compiles nothing while it runs, as with “%1”."),
                  {std::string(syntax.textOf(word))}},
                 word});
        return;
    }
    recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP(
              "refactor",
              "The program calls no other programs that %1 lacks and %2 has, such as git, curl or make."),
          {base.reference, written}},
         image});
    if (base.losesDigest)
        recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP(
                  "refactor",
                  "%1 holds the same version as the image that is pinned here; pin it afterwards."),
              {base.reference}},
             image});
    // What the large image has besides, and what is started or asked by name.
    for (const std::string &word : wordsThatRun(stage)) {
        if (isOneOf(word, {"curl", "wget", "git", "make", "unzip", "gcc"})
            && std::ranges::find(recipe.packages, word) == recipe.packages.end())
            recipe.packages.push_back(word);
    }
}

std::uint64_t bytesOfBuildPackages(const SplitStage &stage)
{
    std::uint64_t bytes = 0;
    eachBuildPackage(stage,
                     [&](PackageWorld world, const std::string &name) { bytes += bytesOf(world, name); });
    return bytes;
}

bool leavesBuildPackages(const SplitStage &stage)
{
    // Less is not worth a second stage.
    constexpr std::uint64_t worthIt = 20'000'000;
    std::uint64_t bytes = 0;
    eachBuildPackage(stage, [&](PackageWorld world, const std::string &name) {
        const PackageUse use = useOf(world, name);
        // Package managers compile nothing, and bring a whole Node along by the table.
        const bool isManager = isOneOf(name, {"yarn", "yarnpkg", "npm", "nodejs", "composer"});
        if (!isManager && (use == PackageUse::Build || use == PackageUse::Library))
            bytes += bytesOf(world, name);
    });
    return bytes >= worthIt;
}

void refuseLittleGain(const SplitStage &stage, SplitRecipe &recipe)
{
    if (const ScriptWord *headers = unknownHeaders(stage)) {
        recipe.refusal
            = {QT_TRANSLATE_NOOP(
                   "refactor",
                   "There is little to gain: “%1” would have to stay, for it is not known which libraries "
                   "are behind it on the release that %2 rests on. If the tag does not name that "
                   "release, let it."),
               {headers->value, stage.reference()}};
        recipe.where = headers->range;
        return;
    }
    const std::uint64_t megabytes = bytesOfBuildPackages(stage) / 1'000'000;
    recipe.refusal
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "There is little to gain, about %1 MB: the program has to stay on %2, and nothing is "
               "installed that only a build needs."),
           {std::to_string(megabytes), stage.reference()}};
    recipe.where = stage.syntax().stages[stage.index().value].image;
}

void addNeedsOf(const SplitStage &stage, std::string_view language, const std::vector<std::string> &packages,
                SplitRecipe &recipe)
{
    const auto add = [&](std::string name) {
        if (std::ranges::find(recipe.packages, name) == recipe.packages.end())
            recipe.packages.push_back(std::move(name));
    };
    for (const std::string &package : packages) {
        const LanguagePackageNeeds *needs = needsOfLanguagePackage(language, package);
        if (!needs)
            continue;
        for (const std::string &name : needs->packages)
            add(name);
        for (const std::string &library : needs->libraries) {
            std::vector<std::string> names = librariesBehind(stage, PackageWorld::Apt, library);
            // Nobody knows: the headers bring the library along.
            if (names.empty())
                names.push_back(library);
            for (std::string &name : names)
                add(std::move(name));
        }
    }
}

void leaveToBuild(const SplitStage &stage, std::initializer_list<std::string_view> names, SplitRecipe &recipe)
{
    for (const auto &[step, word] : stage.packages()) {
        if (!isOneOf(word->value, names))
            continue;
        recipe.buildPackages.insert(word->value);
        recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor", "The program does not call “%1” of line %2; the build does."),
              {word->value, std::to_string(step->run->firstLine)}},
             word->range});
    }
}

std::vector<std::string> wordsThatRun(const SplitStage &stage)
{
    std::vector<std::string> words;
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd, Keyword::Healthcheck}) {
        const Instruction *last = stage.lint().lastOf(stage.index(), keyword);
        if (!last)
            continue;
        for (const ScriptCommand &command : scriptOf(stage.syntax(), *last)) {
            for (const ScriptWord &word : command.words)
                words.emplace_back(lastPart(word.value));
        }
    }
    return words;
}

bool runsAny(const SplitStage &stage, std::initializer_list<std::string_view> names)
{
    const std::vector<std::string> words = wordsThatRun(stage);
    return std::ranges::any_of(words, [&](const std::string &word) { return isOneOf(word, names); });
}

std::size_t placeAhead(const Syntax &syntax, const Instruction &instruction)
{
    const auto comments = syntax.docCommentsOf(instruction);
    const std::uint32_t line = comments.empty() ? instruction.firstLine : comments.front().line;
    return syntax.text.lineRange(line - 1).begin;
}

TextEdit insertedAhead(const Syntax &syntax, const Instruction &instruction,
                       const std::vector<std::string> &lines)
{
    const std::size_t place = placeAhead(syntax, instruction);
    TextEdit edit {{place, place}, {}};
    for (const std::string &line : lines)
        edit.replacement += indentationOf(syntax, instruction) + line + endOfLineAt(syntax, place);
    return edit;
}

TextEdit appendedBehind(const Syntax &syntax, const Instruction &last, const std::string &line)
{
    const std::size_t place = syntax.text.lineRange(last.lastLine - 1).end;
    return {{place, place}, endOfLineAt(syntax, place) + indentationOf(syntax, last) + line};
}

} // namespace drydock
