// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/carried.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/stage_bases.h"
#include "model/lint/stage_contents.h"

#include <algorithm>
#include <map>

namespace drydock {
namespace {

/// "3.11" of `/usr/local/lib/python3.11/site-packages`; empty if there is none.
std::string pythonInPath(std::string_view path)
{
    const std::size_t at = path.find("/python3.");
    if (at == std::string_view::npos)
        return {};
    std::string_view version = path.substr(at + 7);
    version = version.substr(0, version.find('/'));
    return isVersion(version) ? std::string(version) : std::string();
}

/// The Python that the distribution of the stage brings, if the stage installs it.
std::string pythonOfSystem(const LintContext &context, StageIndex stage)
{
    const ReleaseOfImage release = releaseOf(rootImageOf(context, stage));
    if (!release.release || release.isAssumed)
        return {};
    std::string found;
    eachBefore(context, stage, nullptr, [&](const Instruction &run) {
        if (!context.isRun(run))
            return;
        for (const ScriptCommand &command : context.commandsOf(run)) {
            const PackageCommand *package = context.packageOf(command);
            if (!package || package->manager > PackageManager::Apk || !package->installs())
                continue;
            for (const ScriptWord *word : package->packages) {
                if (word->value == "python3" || word->value == "python3-venv" || word->value == "python3-pip"
                    || word->value == "python3-dev" || word->value == "py3-pip")
                    found = release.release->python;
            }
        }
    });
    return found;
}

std::string pythonOfStage(const LintContext &context, StageFinder &finder, StageIndex stage)
{
    // Another Python than the base's: which one counts cannot be told.
    for (const std::string_view other :
         {"python install", "pyenv", "conda", "python-build-standalone", "deadsnakes", "--python "}) {
        if (finder.mentions(stage, other))
            return {};
    }
    std::string own = pythonOf(rootImageOf(context, stage));
    return own.empty() ? pythonOfSystem(context, stage) : own;
}

} // namespace

/// Packages lie in a folder that has the version in its name, and compiled ones load in no other version.
void checkOtherPython(const LintContext &context, const Report &report)
{
    StageFinder finder(context);
    std::map<std::size_t, std::string> pythons;
    const auto pythonAt = [&](StageIndex stage) {
        const auto [known, isNew] = pythons.try_emplace(stage.value);
        if (isNew)
            known->second = pythonOfStage(context, finder, stage);
        return known->second;
    };
    for (const Carried &carried : carriedInto(context)) {
        const std::string runs = pythonAt(carried.to);
        const std::string written = pythonInPath(carried.path);
        std::string built = pythonAt(carried.from);
        if (!written.empty())
            built = written;
        if (built.empty() || runs.empty() || built == runs
            || finder.installsAnew(carried.to, ArtifactKind::PythonPackages))
            continue;
        const auto artifacts = finder.artifactsOf(carried);
        const bool isPackages
            = !written.empty() || std::ranges::any_of(artifacts, [](const Artifact &artifact) {
                  return artifact.kind == ArtifactKind::PythonPackages;
              });
        if (!isPackages)
            continue;
        report({carried.copy,
                carried.word->range,
                {QT_TRANSLATE_NOOP("lint",
                                   "These packages are Python %1’s, and where they go Python is %2: it does "
                                   "not find them, or cannot load those that are compiled."),
                 {built, runs}}});
    }
}

} // namespace drydock
