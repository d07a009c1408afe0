// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/package_rules.h"

#include "model/lint/layer_mounts.h"
#include "model/lint/rules/run_fixes.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

void checkYes(const LintContext &context, const Report &report, PackageManager manager)
{
    context.eachPackageCommand(manager, [&](const Instruction &run, const PackageCommand &package) {
        const ScriptCommand &command = *package.command;
        if (!package.installs() || command.hasLetter('y') || command.has({"--assumeyes", "--no-confirm"}))
            return;
        if (manager == PackageManager::Zypper
            && (command.hasLetter('n') || command.has({"--non-interactive"})))
            return;
        report({&run,
                package.verb->range,
                {QT_TRANSLATE_NOOP("lint", "%1 asks before it installs, and nobody answers: add -y."),
                 {std::string(command.name())}},
                addingOption(*package.verb, "-y")});
    });
}

/// What a package manager leaves behind, and how it is told to clean up.
struct Leftovers {
    PackageManager manager;
    std::string_view cache; ///< A mount there makes cleaning pointless.
    std::array<std::string_view, 2> verbs; ///< That clean.
};

constexpr Leftovers ofYum {PackageManager::Yum, "/var/cache/yum", {"clean", "clean"}};
constexpr Leftovers ofDnf {PackageManager::Dnf, "/var/cache/dnf", {"clean", "clean"}};
constexpr Leftovers ofZypper {PackageManager::Zypper, "/var/cache/zypp", {"clean", "cc"}};

bool cleans(const LintContext &context, const ScriptCommand &command, const Leftovers &leftovers)
{
    const PackageCommand *package = context.packageOf(command);
    if (package && package->manager == leftovers.manager && package->verb)
        return std::ranges::find(leftovers.verbs, package->verb->value) != leftovers.verbs.end();
    return command.name() == "rm" && std::ranges::any_of(command.arguments(), [&](const ScriptWord &word) {
               return std::string_view(word.value).starts_with(leftovers.cache)
                   || word.value == "/var/cache/*";
           });
}

void checkClean(const LintContext &context, const Report &report, const Leftovers &leftovers)
{
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (!context.isRun(run) || isMounted(context, run, leftovers.cache))
                continue;
            const ScriptCommand *last = nullptr;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const PackageCommand *package = context.packageOf(command);
                if (package && package->manager == leftovers.manager && package->installs())
                    last = &command;
                else if (last && cleans(context, command, leftovers))
                    last = nullptr;
            }
            if (!last)
                continue;
            const std::string name(last->name());
            report(
                {&run,
                 last->words[last->program].range,
                 {QT_TRANSLATE_NOOP(
                      "lint",
                      "What %1 has downloaded stays in the layer: clean up in the same RUN, behind "
                      "the last install."),
                  {name}},
                 appendingCommand(context, run, name + (name == "zypper" ? " clean --all" : " clean all"))});
        }
    }
}

} // namespace

void checkYumAssumesYes(const LintContext &context, const Report &report)
{
    checkYes(context, report, PackageManager::Yum);
}

void checkDnfAssumesYes(const LintContext &context, const Report &report)
{
    checkYes(context, report, PackageManager::Dnf);
}

void checkZypperAssumesYes(const LintContext &context, const Report &report)
{
    checkYes(context, report, PackageManager::Zypper);
}

void checkYumClean(const LintContext &context, const Report &report)
{
    checkClean(context, report, ofYum);
}

void checkDnfClean(const LintContext &context, const Report &report)
{
    checkClean(context, report, ofDnf);
}

void checkZypperClean(const LintContext &context, const Report &report)
{
    checkClean(context, report, ofZypper);
}

/// Another release of the distribution than the base image's tag says.
void checkZypperUpgrade(const LintContext &context, const Report &report)
{
    context.eachPackageCommand(
        PackageManager::Zypper, [&](const Instruction &run, const PackageCommand &zypper) {
            if (zypper.isAnyVerb({"dist-upgrade", "dup"}))
                report({&run,
                        zypper.verb->range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "This makes another release of the base image: take the base of that release "
                             "instead."),
                         {}}});
        });
}

/// Without it the package index stays in the layer.
void checkApkCache(const LintContext &context, const Report &report)
{
    context.eachPackageCommand(PackageManager::Apk, [&](const Instruction &run, const PackageCommand &apk) {
        if (!apk.installs() || apk.command->has({"--no-cache"}) || isMounted(context, run, "/var/cache/apk")
            || isMounted(context, run, "/etc/apk/cache"))
            return;
        report(
            {&run,
             apk.verb->range,
             {QT_TRANSLATE_NOOP("lint", "The package index stays in the layer: --no-cache does without one."),
              {}},
             addingOption(*apk.verb, "--no-cache")});
    });
}

} // namespace drydock
