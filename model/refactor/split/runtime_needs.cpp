// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/runtime_needs.h"

#include "model/base/one_of.h"
#include "model/knowledge/end_of_life.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/package_worlds.h"
#include "model/shell/plain_words.h"

#include <algorithm>

namespace drydock {
namespace {

/// The words that a container of the stage starts programs with: CMD, ENTRYPOINT, HEALTHCHECK.
std::vector<std::string_view> startedPrograms(const SplitStage &stage)
{
    std::vector<std::string_view> names;
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd, Keyword::Healthcheck}) {
        const Instruction *last = stage.lint().lastOf(stage.index(), keyword);
        if (!last)
            continue;
        for (const ScriptCommand &command : stage.lint().commandsOf(*last)) {
            for (const ScriptWord &word : command.words)
                names.push_back(std::string_view(word.value).substr(word.value.rfind('/') + 1));
        }
    }
    return names;
}

void keep(KeptPackages &kept, std::string name, TextRange range, const Instruction &run)
{
    if (std::ranges::find(kept.names, name) != kept.names.end())
        return;
    kept.names.push_back(std::move(name));
    kept.ranges.push_back(range);
    if (!kept.model)
        kept.model = &run;
}

bool isCalled(const std::vector<std::string_view> &started, PackageWorld world, std::string_view name)
{
    const auto starts
        = [&](std::string_view program) { return std::ranges::find(started, program) != started.end(); };
    const std::vector<std::string> programs = programsOf(world, name);
    return starts(name) || std::ranges::any_of(programs, starts);
}

/// A file that an interpreter runs: its first line names one that a bare base has not.
bool isScript(std::string_view path)
{
    return path.ends_with(".sh") || path.ends_with(".bash") || path.ends_with("entrypoint");
}

std::optional<ShellNeed> needOf(const SplitStage &stage, const Instruction &instruction)
{
    const std::string line = std::to_string(instruction.firstLine);
    const auto commands = stage.lint().commandsOf(instruction);
    const bool isPlain = instruction.isJson
        || plainWords(stage.syntax().joined(instruction, instruction.arguments)).has_value();
    if (!isPlain && instruction.keyword != Keyword::Healthcheck)
        return ShellNeed {
            {QT_TRANSLATE_NOOP("refactor",
                               "Line %1 needs a shell: it is more than one program with its words."),
             {line}},
            instruction.range};
    if (commands.empty())
        return std::nullopt;
    const std::string_view first = commands.front().words.empty()
        ? std::string_view()
        : std::string_view(commands.front().words[0].value);
    const std::string_view name = first.substr(first.rfind('/') + 1);
    if (isShellName(name)
        || isOneOf(name,
                   {"npm", "yarn", "pnpm", "npx", "tini", "dumb-init", "gosu", "su-exec", "supervisord",
                    "cron", "env", "s6-svscan", "runit"}))
        return ShellNeed {
            {QT_TRANSLATE_NOOP("refactor", "Line %1 starts “%2”, which a base without a shell has not."),
             {line, std::string(name)}},
            instruction.range};
    if (isScript(first))
        return ShellNeed {
            {QT_TRANSLATE_NOOP("refactor", "Line %1 starts the script “%2”, which takes a shell."),
             {line, std::string(first)}},
            instruction.range};
    return std::nullopt;
}

bool hasNumber(std::string_view user)
{
    const std::string_view name = user.substr(0, user.find(':'));
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool isShellName(std::string_view name)
{
    return isOneOf(name, {"sh", "bash", "ash", "dash", "zsh"});
}

namespace {

/// The tag follows the newest Debian: that of a version with updates that names no more than it has to.
bool isBuiltAnew(const SplitStage &stage)
{
    const auto dots = std::ranges::count(stage.version(), '.');
    const bool isFloating
        = !stage.version().empty() && dots <= (isOneOf(stage.imageName(), {"python", "php", "ruby"}) ? 1 : 0);
    return isFloating && isOneOf(stage.imageName(), {"python", "php", "ruby", "node"})
        && stage.reference().find('@') == std::string::npos && !endOfLifeOf(stage.reference());
}

} // namespace

std::vector<std::string> librariesBehind(const SplitStage &stage, PackageWorld world,
                                         std::string_view headers)
{
    const std::string release = stage.release();
    // Names change with releases, and an old one may lie behind a tag that says none. Alpine's are those since OpenSSL 3.
    if (world == PackageWorld::Apt && release.empty() && !isBuiltAnew(stage))
        return {};
    if (world == PackageWorld::Apk && (!isVersion(release) || compareVersions(release, "3.17") < 0))
        return {};
    return runtimePackagesFor(world, headers, release);
}

KeptPackages keptPackages(const SplitStage &stage, bool withLibraries)
{
    KeptPackages kept;
    const std::vector<std::string_view> started = startedPrograms(stage);
    for (const BuildStep &step : stage.steps()) {
        const PackageCommand *package = stage.lint().packageOf(*step.command);
        const std::optional<PackageWorld> world = package ? worldOf(package->manager) : std::nullopt;
        if (!world || !package->installs())
            continue;
        kept.world = *world;
        for (const ScriptWord *word : package->packages) {
            const std::string name(packageName(word->value));
            if (name.empty() || name.find_first_of("$`*?{/<>") != std::string::npos) {
                kept.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor", "“%1” on line %2 is needed for the build alone."),
                      {word->value, std::to_string(step.run->firstLine)}},
                     word->range});
                continue;
            }
            const PackageUse use = useOf(*world, name);
            if (use == PackageUse::Build && !isCalled(started, *world, name))
                continue;
            if (use == PackageUse::Library && !withLibraries)
                continue;
            if (use == PackageUse::Library) {
                std::vector<std::string> libraries = librariesBehind(stage, *world, name);
                // Nobody knows: the package itself brings what is needed, and more.
                if (libraries.empty())
                    libraries.push_back(name);
                for (std::string &library : libraries)
                    keep(kept, std::move(library), word->range, *step.run);
                continue;
            }
            if (use == PackageUse::Tool && !isCalled(started, *world, name)) {
                kept.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor",
                                        "The program does not call “%1” of line %2; the build does."),
                      {name, std::to_string(step.run->firstLine)}},
                     word->range});
                continue;
            }
            keep(kept, name, word->range, *step.run);
        }
    }
    return kept;
}

std::optional<PackageWorld> packageWorldOf(std::string_view reference)
{
    const auto traits = baseTraitsOf(reference);
    if (!traits || !traits->hasShell.value_or(false) || !traits->family)
        return std::nullopt;
    const std::string &family = traits->family->name;
    if (isOneOf(family, {"debian", "ubuntu"}))
        return PackageWorld::Apt;
    if (isOneOf(family, {"alpine", "wolfi"}))
        return PackageWorld::Apk;
    if (family == "redhat")
        return PackageWorld::Dnf;
    return std::nullopt;
}

std::optional<ShellNeed> shellNeedOf(const SplitStage &stage)
{
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd, Keyword::Healthcheck}) {
        const Instruction *last = stage.lint().lastOf(stage.index(), keyword);
        if (!last)
            continue;
        if (keyword == Keyword::Healthcheck) {
            const std::vector<std::string> &check = stage.contract().healthcheck;
            if (std::ranges::find(check, "NONE") != check.end())
                continue;
            return ShellNeed {
                {QT_TRANSLATE_NOOP("refactor",
                                   "The health check of line %1 calls a program that a base without a "
                                   "shell has not."),
                 {std::to_string(last->firstLine)}},
                last->range};
        }
        if (auto need = needOf(stage, *last))
            return need;
        if (keyword == Keyword::Entrypoint && !last->isJson)
            break; // CMD does not count then.
    }
    for (const Instruction &instruction : stage.instructions()) {
        if (instruction.keyword != Keyword::User)
            continue;
        const std::string user = stage.syntax().joined(instruction, instruction.arguments);
        if (!hasNumber(user) && !isOneOf(user, {"root", "nonroot", "root:root", "nonroot:nonroot"}))
            return ShellNeed {
                {QT_TRANSLATE_NOOP("refactor", "The user “%1” of line %2 has to be made, by a shell."),
                 {user, std::to_string(instruction.firstLine)}},
                instruction.range};
    }
    return std::nullopt;
}

std::vector<std::string> plainProgramOf(const SplitStage &stage)
{
    const RuntimeContract &contract = stage.contract();
    std::vector<std::string> words;
    if (contract.form == StartForm::Exec)
        words = contract.argv;
    else if (contract.form == StartForm::Shell && !contract.argv.empty())
        words = plainWords(contract.argv.back()).value_or(std::vector<std::string> {});
    // `sh -c "…"` is a script however it is written.
    if (words.size() > 1 && words[1].starts_with("-") && words[1].ends_with('c')
        && isShellName(std::string_view(words[0]).substr(words[0].rfind('/') + 1)))
        words.clear();
    return words;
}

bool isSetup(const SplitStage &stage, const Instruction &run)
{
    const auto commands = stage.lint().commandsOf(run);
    return run.keyword == Keyword::Run && !commands.empty()
        && std::ranges::all_of(commands, [](const ScriptCommand &command) {
               return isOneOf(command.name(),
                              {"adduser", "addgroup", "useradd", "groupadd", "usermod", "groupmod", "mkdir",
                               "chown", "chmod", "chgrp", "set", "true", "touch"});
           });
}

bool makesUsers(const SplitStage &stage, const Instruction &run)
{
    return isSetup(stage, run)
        && std::ranges::any_of(stage.lint().commandsOf(run), [](const ScriptCommand &command) {
               return isOneOf(command.name(), {"adduser", "addgroup", "useradd", "groupadd"});
           });
}

const Instruction *lastBuildRun(const SplitStage &stage)
{
    const auto all = stage.instructions();
    const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Instruction &instruction) {
        return instruction.keyword == Keyword::Run && !isSetup(stage, instruction);
    });
    return last == all.rend() ? nullptr : &*last;
}

bool isBehindBuild(const SplitStage &stage, const Instruction &instruction)
{
    const Instruction *last = lastBuildRun(stage);
    return !last || stage.lint().indexOf(*last) < stage.lint().indexOf(instruction);
}

} // namespace drydock
