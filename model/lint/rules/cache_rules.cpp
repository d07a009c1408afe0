// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/fixes.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/package_commands.h"
#include "model/lint/rules/layer_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// Installs what a manifest of the project lists: its result changes with the manifest only.
bool installsFromManifest(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    const std::string_view second
        = operands.size() < 2 ? std::string_view() : std::string_view(operands[1]->value);
    if (isOneOf(name, {"npm", "pnpm"}))
        return isOneOf(verb, {"ci", "install", "i"}) && operands.size() == 1
            && !command.has({"-g", "--global"});
    if (name == "yarn")
        return operands.empty() || (verb == "install" && operands.size() == 1);
    if (name == "go")
        return verb == "mod" && second == "download";
    if (name == "bundle" || name == "poetry" || name == "composer")
        return verb == "install";
    if (name == "uv")
        return verb == "sync";
    if (isOneOf(name, {"mvn", "mvnw"}))
        return verb == "dependency:go-offline" || verb == "dependency:resolve";
    if (name == "dotnet")
        return verb == "restore";
    const auto pip = packageCommandOf(command);
    return pip && pip->manager == PackageManager::Pip && pip->installs()
        && command.has({"-r", "--requirement"});
}

struct MountPlace {
    const Flag *flag;
    std::string target;
};

std::vector<MountPlace> cacheMountsOf(const LintContext &context, const Instruction &run)
{
    std::vector<MountPlace> places;
    for (const RunMount &mount : mountsOf(context, run)) {
        std::string target = absolutePath(mount.target, context.workingDirectoryAt(run));
        if (mount.type == "cache" && !target.empty())
            places.push_back({mount.flag, std::move(target)});
    }
    return places;
}

} // namespace

/// Any change of any source makes the installation run again, although only the manifest decides about it.
void checkSourcesBeforeManifests(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const Instruction *broad = nullptr;
        bool isTold = false;
        for (const Instruction &instruction : context.instructionsOf({i})) {
            const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
            const auto words = syntax.wordsOf(instruction);
            if (copies && words.size() == 2 && !syntax.flagNamed(instruction, "--from")) {
                const std::string source = wordValue(syntax, instruction, words[0]);
                if (!broad && isOneOf(source, {".", "./", "/"}))
                    broad = &instruction;
            }
            if (!broad || isTold || instruction.keyword != Keyword::Run)
                continue;
            const auto commands = context.commandsOf(instruction);
            // One RUN that installs and builds needs the sources anyway; splitting it is another step.
            if (std::ranges::any_of(commands, installsFromManifest)) {
                isTold = true;
                report({broad,
                        broad->arguments,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "Every change of any file makes line %1 install everything again. Copy "
                             "the manifest and the lock file first, install, then copy the rest."),
                         {std::to_string(instruction.firstLine)}}});
            }
        }
    }
}

/// What is in a cache mount is not in the image; to empty it only makes the next build slow.
void checkCleaningCacheMount(const LintContext &context, const Report &report)
{
    for (const Instruction &run : context.syntax().instructions) {
        if (run.keyword != Keyword::Run || !run.stage)
            continue;
        const auto mounts = cacheMountsOf(context, run);
        if (mounts.empty())
            continue;
        const auto covers = [&](std::string_view path) {
            return std::ranges::any_of(mounts,
                                       [&](const MountPlace &mount) { return liesIn(path, mount.target); });
        };
        for (const ScriptCommand &command : context.commandsOf(run)) {
            const PackageCommand *package = context.packageOf(command);
            const ScriptWord *option = nullptr;
            if (package && package->manager == PackageManager::Pip && covers("/root/.cache/pip"))
                option = command.option({"--no-cache-dir"});
            else if (package && package->manager == PackageManager::Apk && covers("/var/cache/apk"))
                option = command.option({"--no-cache"});
            if (option) {
                report({&run,
                        option->range,
                        {QT_TRANSLATE_NOOP("lint",
                                           "The cache mount is there to keep this, and “%1” turns it off."),
                         {option->value}},
                        removingWord({QT_TRANSLATE_NOOP("lint", "Remove “%1”"), {option->value}},
                                     context.syntax(), option->range)});
                continue;
            }
            if (command.name() != "rm")
                continue;
            for (const ScriptWord &word : command.arguments()) {
                const std::string_view path = std::string_view(word.value).substr(0, word.value.find('*'));
                const std::string clean = absolutePath(path, std::nullopt);
                if (!clean.empty() && clean != "/" && covers(clean))
                    report({&run,
                            word.range,
                            {QT_TRANSLATE_NOOP(
                                 "lint",
                                 "“%1” is in a cache mount, so it is not in the image; emptied, it "
                                 "makes the next build slow."),
                             {word.value}}});
            }
        }
    }
}

/// A cache mount is gone when its RUN ends: what was installed there is not in the image.
void checkCacheOverShipped(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 5> shipped {"node_modules", ".venv", "venv", "vendor",
                                                              "site-packages"};
    for (const Instruction &run : context.syntax().instructions) {
        if (run.keyword != Keyword::Run || !run.stage)
            continue;
        for (const MountPlace &mount : cacheMountsOf(context, run)) {
            const std::string_view name = std::string_view(mount.target).substr(mount.target.rfind('/') + 1);
            if (std::ranges::find(shipped, name) == shipped.end())
                continue;
            const auto commands = context.commandsOf(run);
            const bool isCopiedOut = std::ranges::any_of(commands, [](const ScriptCommand &command) {
                return isOneOf(command.name(), {"cp", "mv", "install", "rsync", "tar"})
                    || isBuildStep(command);
            });
            const bool installs = std::ranges::any_of(commands, installsFromManifest);
            if (installs && !isCopiedOut)
                report({&run,
                        mount.flag->range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "“%1” lies in a cache mount and is gone when this RUN ends: mount the "
                             "package manager’s own cache instead."),
                         {mount.target}}});
        }
    }
}

} // namespace drydock
