// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/compiled.h"

#include "model/base/one_of.h"
#include "model/knowledge/releases.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/made_paths.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

/// The reference as it stands behind FROM.
std::string writtenBase(const SplitStage &stage)
{
    const Stage &own = stage.syntax().stages[stage.index().value];
    return std::string(stage.syntax().textOf(own.image));
}

} // namespace

bool isPlainDistribution(std::string_view image)
{
    return isOneOf(image,
                   {"debian", "ubuntu", "alpine", "fedora", "rockylinux", "almalinux", "centos",
                    "amazonlinux", "oraclelinux", "quay.io/centos/centos",
                    "registry.access.redhat.com/ubi8/ubi", "registry.access.redhat.com/ubi9/ubi",
                    "registry.access.redhat.com/ubi8/ubi-minimal",
                    "registry.access.redhat.com/ubi9/ubi-minimal"});
}

TextRange baseWords(const SplitStage &stage)
{
    return stage.syntax().stages[stage.index().value].image;
}

SystemBase systemBaseOf(const SplitStage &stage, bool needsSameRelease)
{
    SystemBase result;
    const std::string written = writtenBase(stage);
    const std::string &tag = stage.tag();
    const std::string release = stage.release();
    const UserText same {QT_TRANSLATE_NOOP("refactor", "The same distribution, without what builds"), {}};
    if (isPlainDistribution(stage.imageName())) {
        const bool hasSlim = stage.imageName() == "debian" && !tag.empty() && !tag.ends_with("-slim")
            && written == "debian:" + tag && tag != "latest";
        result.bases.push_back({hasSlim ? written + "-slim" : written, same});
        return result;
    }
    if (stage.isAlpine()) {
        result.bases.push_back({release.empty() ? "alpine:3" : "alpine:" + release, same});
        if (release.empty() && needsSameRelease)
            result.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "The libraries of today's Alpine are those that “%1” has."),
                  {written}},
                 baseWords(stage)});
        return result;
    }
    const ReleaseOfImage found = releaseOf(stage.reference());
    const auto &traits = traitsOf(stage.lint(), stage.index());
    if (found.release && found.release->family == "ubuntu") {
        result.bases.push_back({"ubuntu:" + found.release->version, same});
    } else if (found.release && found.release->family == "debian") {
        result.bases.push_back({"debian:" + found.release->name + "-slim", same});
    } else {
        const std::string family = traits && traits->family ? traits->family->name : std::string();
        result.refusal = {
            QT_TRANSLATE_NOOP(
                "refactor",
                "It is not known which release of a distribution “%1” lies on, and the program runs "
                "surely only on the same one. Name the image for it (base), or choose a tag that says it."),
            {written}};
        return result;
    }
    if (found.isAssumed)
        result.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor", "“%1” lies on %2, as it did on the day of the table."),
              {written, found.release->label()}},
             baseWords(stage)});
    return result;
}

std::string askedArtifact(SplitRecipe &recipe, const RefactorWish &wish, Candidates candidates, UserText why,
                          TextRange where)
{
    std::string answer(wish.setting("artifact"));
    recipe.choices.push_back({"artifact",
                              {QT_TRANSLATE_NOOP("refactor", "The program, a path in the build stage"), {}},
                              std::move(candidates),
                              answer,
                              true});
    if (!answer.starts_with('/') || answer.find_first_of(" \t\"'") != std::string::npos) {
        recipe.refusal = std::move(why);
        recipe.where = where;
        return {};
    }
    return answer;
}

void addFile(SplitRecipe &recipe, const std::string &path, UserText title, bool isOptional)
{
    const bool isTaken = std::ranges::any_of(recipe.files, [&](const RuntimeFile &file) {
        std::string_view folder = file.path;
        if (folder != file.destination)
            return false;
        if (folder.size() > 1 && folder.ends_with('/'))
            folder.remove_suffix(1);
        return liesIn(path, folder);
    });
    if (!isTaken)
        recipe.files.push_back({path, path, std::move(title), isOptional, {}});
}

UserText programTitle(const BuildStep &step)
{
    return {QT_TRANSLATE_NOOP("refactor", "The program, built on line %1"),
            {std::to_string(step.run->firstLine)}};
}

UserText startedTitle(const StartedCommand &started)
{
    return {QT_TRANSLATE_NOOP("refactor", "What line %1 starts"),
            {std::to_string(started.instruction->firstLine)}};
}

namespace {

/// Sources that a RUN has fetched, around a program that stays among them.
void assumeNoDownloads(const SplitStage &stage, SplitRecipe &recipe)
{
    for (const RuntimeFile &file : recipe.files) {
        const BuildStep *download = downloadAround(stage, file.path);
        if (!download)
            continue;
        recipe.assumptions.push_back({{QT_TRANSLATE_NOOP("refactor",
                                                         "While it runs, the program reads none of the files "
                                                         "that line %1 downloads or unpacks but those "
                                                         "that are taken along."),
                                       {std::to_string(download->run->firstLine)}},
                                      download->command->range});
        return;
    }
}

/// A script of the folder of the build calls what nobody here has read.
void assumeScripts(const SplitStage &stage, SplitRecipe &recipe)
{
    if (recipe.program)
        return;
    for (const StartedCommand &started : startedCommands(stage)) {
        const auto script
            = std::ranges::find_if(started.words, [](const std::string &word) { return isScriptPath(word); });
        // One without a folder is of the base, and what is assumed of the same words already says more.
        const bool isOfBase = script == started.words.end() || script->find('/') == std::string::npos;
        const bool isSaid = std::ranges::any_of(
            recipe.assumptions, [&](const Assumption &each) { return each.range == started.range; });
        if (isOfBase || isSaid)
            continue;
        recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP(
                  "refactor",
                  "The script “%1”, which line %2 starts, needs nothing of the build but what is taken "
                  "along."),
              {*script, std::to_string(started.instruction->firstLine)}},
             started.range});
        return;
    }
}

} // namespace

void assumeNoSources(const SplitStage &stage, SplitRecipe &recipe)
{
    assumeNoDownloads(stage, recipe);
    assumeScripts(stage, recipe);
    const auto copy = std::ranges::find_if(stage.copies(), &CopyStep::isFromFolderOfBuild);
    if (copy == stage.copies().end())
        return;
    recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP(
              "refactor",
              "While it runs, the program reads none of the files that line %1 copies but those "
              "that are taken along."),
          {std::to_string(copy->instruction->firstLine)}},
         copy->instruction->range});
}

void declareOldBase(const SplitStage &stage, SplitRecipe &recipe)
{
    std::string own;
    for (const Instruction &instruction : stage.instructions()) {
        if (instruction.keyword == Keyword::Volume)
            own += stage.syntax().textOf(instruction.range);
    }
    for (const std::string &volume : stage.contract().volumes) {
        if (own.find(volume) == std::string::npos)
            recipe.declared.insert({ContractPart::Volumes, volume});
    }
    if (stage.lint().lastOf(stage.index(), Keyword::Entrypoint))
        return;
    recipe.declared.insert(ContractPart::Program);
    if (!stage.contract().entrypoint.empty())
        recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP(
                  "refactor", "“%1”, which “%2” starts in front of CMD, only prepares the tool that builds."),
              {stage.contract().entrypoint.front(), stage.reference()}},
             baseWords(stage)});
}

bool isScriptPath(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name.ends_with(".sh") || name.ends_with(".bash") || name.ends_with(".py") || name.ends_with(".pl")
        || name.ends_with("entrypoint");
}

std::string findsLocalLibraries(const SplitStage &stage)
{
    // Red Hat's loader does not look there without being told.
    return packageWorldOf(stage.reference()) == PackageWorld::Dnf
        ? "RUN echo /usr/local/lib > /etc/ld.so.conf.d/local.conf && ldconfig"
        : "RUN ldconfig";
}

bool addClosure(const SplitStage &stage, SplitRecipe &recipe, const RefactorWish &wish,
                const std::vector<std::string> &programs, bool isDefault)
{
    const std::string_view asked = wish.setting("libraries");
    const std::string chosen(asked == "copied" || asked == "packages" ? asked
                                 : isDefault                          ? "copied"
                                                                      : "packages");
    recipe.choices.push_back(
        {"libraries",
         {QT_TRANSLATE_NOOP("refactor", "Shared libraries"), {}},
         {{"packages",
           {QT_TRANSLATE_NOOP("refactor",
                              "Installed again, by the names of the packages that the file installs"),
            {}}},
          {"copied",
           {QT_TRANSLATE_NOOP("refactor", "Those that ldd lists, copied from the build stage"), {}}}},
         chosen,
         false});
    if (chosen != "copied")
        return false;
    std::string list;
    for (const std::string &program : programs)
        list += " " + program;
    // The C library stays the base's: it belongs to its loader.
    recipe.buildLines.push_back(
        "RUN mkdir -p /shared-libraries && ldd" + list
        + " | grep -o '/[^ )]*' | grep -v -e :$ -e '/ld-' -e '/libc[.]' -e '/libm[.]' -e '/libpthread[.]' -e "
          "'/libdl[.]' "
          "-e '/librt[.]' -e '/libresolv[.]' | sort -u | xargs -I{} cp -L {} /shared-libraries/");
    recipe.files.push_back({"/shared-libraries/",
                            "/usr/local/lib/",
                            {QT_TRANSLATE_NOOP("refactor", "The shared libraries that ldd lists"), {}},
                            false,
                            {}});
    if (!stage.isAlpine())
        recipe.finishLines.push_back(findsLocalLibraries(stage));
    recipe.keepsLibraries = false;
    recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor",
                            "The program loads no library by itself that ldd does not list (plug-ins, name "
                            "services, character sets)."),
          {}},
         {}});
    return true;
}

} // namespace drydock
