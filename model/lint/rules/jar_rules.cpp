// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/copy_source.h"
#include "model/context/folder_facts.h"
#include "model/lint/copy_steps.h"
#include "model/lint/rules/content_rules.h"

#include <algorithm>

namespace drydock {
namespace {

/// What a build leaves beside the jar that is meant.
enum class Jars : std::uint8_t {
    One,
    Several,
    Unknown,
};

/// The tasks of Gradle that the stage runs decide: `build` makes the plain jar besides Spring's, `bootJar` does not.
Jars jarsOf(const LintContext &context, StageIndex stage)
{
    Jars jars = Jars::Unknown;
    for (; stage; stage = context.stage(stage).parent) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const bool mentions = std::ranges::any_of(command.words, [](const ScriptWord &word) {
                    return word.value.find(".jar") != std::string::npos;
                });
                // Somebody sees to it that one is left.
                if (mentions && isOneOf(command.name(), {"rm", "mv", "cp", "find"}))
                    return Jars::One;
                if (!isOneOf(command.name(), {"gradle", "gradlew"}))
                    continue;
                for (const ScriptWord *word : command.operands()) {
                    const std::string_view task
                        = std::string_view(word->value).substr(word->value.rfind(':') + 1);
                    if (isOneOf(task, {"build", "assemble"}))
                        jars = Jars::Several;
                    else if (isOneOf(task, {"bootJar", "shadowJar", "jar"}) && jars == Jars::Unknown)
                        jars = Jars::One;
                }
            }
        }
    }
    return jars;
}

/// Plugins of Maven that leave further jars are named in the pom.
Jars mavenJars(const LintContext &context)
{
    const FolderFacts *facts = context.settings().contents.get();
    if (!facts || !facts->usesMaven)
        return Jars::Unknown;
    return facts->jarPlugins.empty() ? Jars::One : Jars::Several;
}

bool isMavensFolder(std::string_view path)
{
    return path == "target/*.jar" || path.ends_with("/target/*.jar");
}

Jars jarsInFolder(const LintContext &context, const std::string &source)
{
    const BuildContext *folder = context.settings().folder.get();
    if (!folder)
        return Jars::Unknown;
    const std::size_t count = takenBy(*folder, {source, {}, false}).entries.size();
    return count == 0 ? Jars::Unknown : count == 1 ? Jars::One : Jars::Several;
}

} // namespace

/// `COPY target/*.jar app.jar` is one file for as long as the build makes one.
void checkSeveralJars(const LintContext &context, const Report &report)
{
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        for (const CopyStep &step : copyStepsOf(context, {i})) {
            if (step.isIntoFolder || step.sources.size() != 1 || !step.destination.ends_with(".jar"))
                continue;
            const CopiedSource &source = step.sources.front();
            if (!source.name().ends_with("*.jar") || (step.from && !step.stage))
                continue;
            Jars jars = step.stage ? jarsOf(context, step.stage) : jarsInFolder(context, source.path);
            if (jars == Jars::Unknown && isMavensFolder(source.path))
                jars = mavenJars(context);
            if (jars == Jars::One)
                continue;
            Finding finding {
                step.instruction,
                source.word->range,
                {QT_TRANSLATE_NOOP("lint",
                                   "If “%1” matches more than one file (a plain jar, sources), it is left to "
                                   "chance which one becomes “%2”, or the build stops. Name the file."),
                 {source.path, step.destination}}};
            if (jars == Jars::Unknown)
                finding.severity = Severity::Info;
            report(std::move(finding));
        }
    }
}

} // namespace drydock
