// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/layer_mounts.h"
#include "model/lint/rules/package_rules.h"
#include "model/lint/rules/run_fixes.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

/// PIP_NO_CACHE_DIR as pip reads it.
bool turnsCacheOff(const VariableSetting *setting)
{
    if (!setting)
        return false;
    const std::string value = lowered(setting->value.value_or("1"));
    return !value.empty() && value != "0" && value != "false" && value != "off" && value != "no";
}

} // namespace

/// pip keeps what it has downloaded, which no later build step sees.
void checkPipCache(const LintContext &context, const Report &report)
{
    context.eachPackageCommand(PackageManager::Pip, [&](const Instruction &run, const PackageCommand &pip) {
        const ScriptCommand &command = *pip.command;
        if (!pip.installs() || command.has({"--no-cache-dir", "--cache-dir"})
            || turnsCacheOff(context.variableAt(run, "PIP_NO_CACHE_DIR"))
            || isMounted(context, run, "/root/.cache/pip"))
            return;
        report(
            {&run,
             pip.verb->range,
             {QT_TRANSLATE_NOOP("lint",
                                "pip keeps its downloads in the layer: --no-cache-dir, or a cache mount on "
                                "/root/.cache/pip."),
              {}},
             addingOption(*pip.verb, "--no-cache-dir")});
    });
}

/// Yarn keeps a copy of every package beside the one it installs.
void checkYarnCache(const LintContext &context, const Report &report)
{
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (!context.isRun(run))
                continue;
            const ScriptCommand *installed = nullptr;
            bool isMountedThere = false;
            for (const std::string_view cache :
                 {"/usr/local/share/.cache", "/root/.cache/yarn", "/root/.yarn/berry/cache", "/root/.yarn"})
                isMountedThere = isMountedThere || isMounted(context, run, cache);
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const PackageCommand *yarn = context.packageOf(command);
                if (!yarn || yarn->manager != PackageManager::Yarn)
                    continue;
                if (yarn->isVerb("install") || !yarn->verb)
                    installed = command.has({"--version", "-v", "--help"}) ? installed : &command;
                else if (yarn->isVerb("cache"))
                    installed = nullptr;
            }
            if (!installed || isMountedThere)
                continue;
            report(
                {&run,
                 installed->words[installed->program].range,
                 {QT_TRANSLATE_NOOP("lint",
                                    "Yarn’s copy of all packages stays in the layer: clean its cache in the "
                                    "same RUN."),
                  {}},
                 appendingCommand(context, run, "yarn cache clean")});
        }
    }
}

} // namespace drydock
