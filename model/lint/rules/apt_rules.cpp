// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/layer_mounts.h"
#include "model/lint/rules/package_rules.h"
#include "model/lint/rules/run_fixes.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::string_view lists = "/var/lib/apt/lists";

bool isQuietTwice(const ScriptCommand &command)
{
    std::size_t quiet = 0;
    for (const ScriptWord &word : command.arguments()) {
        if (word.value == "--quiet")
            ++quiet;
        else if (word.value.size() > 1 && word.value[0] == '-' && word.value[1] != '-')
            quiet += static_cast<std::size_t>(std::ranges::count(word.value, 'q'));
    }
    return quiet >= 2;
}

/// `rm -rf /var/lib/apt/lists/*` and the like.
bool removesLists(const ScriptCommand &command)
{
    return command.name() == "rm" && std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
               return std::string_view(word.value).starts_with(lists) || word.value == "/var/lib/apt/*"
                   || word.value == "/var/lib/apt" || word.value == "/var/lib/apt/";
           });
}

/// apt's own configuration may say so for all calls.
bool hasSetting(const LintContext &context, std::string_view setting)
{
    return context.syntax().text.bytes().find(setting) != std::string_view::npos;
}

} // namespace

/// Nobody is there to answer the question, so the build fails.
void checkAptAssumesYes(const LintContext &context, const Report &report)
{
    context.eachPackageCommand(PackageManager::Apt, [&](const Instruction &run, const PackageCommand &apt) {
        if (!apt.installs() || apt.command->name() == "apt")
            return;
        const ScriptCommand &command = *apt.command;
        if (command.hasLetter('y') || command.has({"--yes", "--assume-yes"}) || isQuietTwice(command)
            || hasSetting(context, "APT::Get::Assume-Yes"))
            return;
        report(
            {&run,
             apt.verb->range,
             {QT_TRANSLATE_NOOP("lint", "apt-get asks before it installs, and nobody answers: add -y."), {}},
             addingOption(*apt.verb, "-y")});
    });
}

/// The package lists, 20 to 50 MB, stay in the layer.
void checkAptLists(const LintContext &context, const Report &report)
{
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (!context.isRun(run) || isMounted(context, run, lists))
                continue;
            const ScriptWord *updated = nullptr;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const PackageCommand *apt = context.packageOf(command);
                if (apt && apt->manager == PackageManager::Apt && apt->isVerb("update"))
                    updated = apt->verb;
                else if (removesLists(command))
                    updated = nullptr;
            }
            if (!updated)
                continue;
            Finding finding {
                &run,
                updated->range,
                {QT_TRANSLATE_NOOP("lint",
                                   "The package lists stay in the layer: remove them in the same RUN, "
                                   "behind the last install."),
                 {}},
                appendingCommand(context, run, "rm -rf /var/lib/apt/lists/*")};
            finding.savedBytes = 20'000'000;
            report(std::move(finding));
        }
    }
}

/// Recommended packages are often several times what was asked for.
void checkAptRecommends(const LintContext &context, const Report &report)
{
    if (hasSetting(context, "APT::Install-Recommends"))
        return;
    context.eachPackageCommand(PackageManager::Apt, [&](const Instruction &run, const PackageCommand &apt) {
        if (!apt.installs() || apt.packages.empty() || apt.command->has({"--no-install-recommends"}))
            return;
        report({&run,
                apt.verb->range,
                {QT_TRANSLATE_NOOP("lint",
                                   "Packages that are only recommended come along: "
                                   "--no-install-recommends leaves them out."),
                 {}},
                addingOption(*apt.verb, "--no-install-recommends", FixSafety::AskFirst)});
    });
}

/// apt is for people: its output and options may change, and it says so when a script calls it.
void checkAptForPeople(const LintContext &context, const Report &report)
{
    context.eachPackageCommand(PackageManager::Apt, [&](const Instruction &run, const PackageCommand &apt) {
        if (apt.command->name() != "apt" || !apt.verb)
            return;
        const ScriptWord &program = apt.command->words[apt.command->program];
        const bool isSame
            = apt.isAnyVerb({"install", "update", "upgrade", "remove", "purge", "autoremove", "clean"});
        report({&run,
                program.range,
                {QT_TRANSLATE_NOOP(
                     "lint", "apt is made for people at a terminal; in a script, apt-get keeps its word."),
                 {}},
                isSame && program.value == "apt" ? replacing(
                    {QT_TRANSLATE_NOOP("lint", "Write “%1”"), {"apt-get"}}, program.range, "apt-get")
                                                 : std::vector<Fix> {}});
    });
}

} // namespace drydock
