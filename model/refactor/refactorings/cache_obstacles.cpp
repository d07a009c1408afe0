// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/cache_obstacles.h"

#include "model/lint/layer_mounts.h"
#include "model/refactor/refactorings/proposals.h"

#include <algorithm>

namespace drydock {

std::optional<Proposal> aptObstacle(const LintContext &context, const Instruction &run)
{
    bool isUpdated = false;
    for (const ScriptCommand &command : context.commandsOf(run)) {
        const PackageCommand *apt = context.packageOf(command);
        if (!apt || apt->manager != PackageManager::Apt)
            continue;
        isUpdated = isUpdated || apt->isVerb("update");
        if (apt->isAnyVerb({"autoremove", "purge"}) || command.has({"--auto-remove", "--autoremove"})) {
            return blocked({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 removes packages that came along, and which these are "
                                              "stands in /var/lib/apt, "
                                              "which a cache mount would replace."),
                            {lineOf(run)}},
                           command.range);
        }
        if (apt->installs() && !isUpdated) {
            return blocked({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 installs with the package lists of another line: put "
                                              "“apt-get update” into the "
                                              "same RUN first."),
                            {lineOf(run)}},
                           command.range);
        }
    }
    return std::nullopt;
}

std::optional<Proposal> apkObstacle(const LintContext &context, const Instruction &run)
{
    bool isUpdated = false;
    for (const ScriptCommand &command : context.commandsOf(run)) {
        const PackageCommand *apk = context.packageOf(command);
        if (!apk || apk->manager != PackageManager::Apk)
            continue;
        isUpdated = isUpdated || apk->isVerb("update");
        if (apk->installs() && !isUpdated && !command.has({"--no-cache", "--update", "-U", "--update-cache"})
            && !command.hasLetter('U')) {
            return blocked({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 installs with the package index of another line: add "
                                              "--update-cache first."),
                            {lineOf(run)}},
                           command.range);
        }
    }
    return std::nullopt;
}

bool keepsLists(const LintContext &context, const Instruction &run)
{
    const auto commands = context.commandsOf(run);
    const bool areRemoved = std::ranges::any_of(commands, [](const ScriptCommand &command) {
        return command.name() == "rm" && std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
                   return word.value.starts_with("/var/lib/apt");
               });
    });
    return !areRemoved && !isMounted(context, run, "/var/lib/apt/lists");
}

} // namespace drydock
