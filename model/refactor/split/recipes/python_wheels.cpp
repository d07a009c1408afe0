// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/python_wheels.h"

#include "model/base/one_of.h"

#include <algorithm>

namespace drydock {
namespace {

/// Options that `pip wheel` has too, with a value of their own or without one.
bool isOptionOfBoth(std::string_view word)
{
    const std::string_view name = word.substr(0, word.find('='));
    return isOneOf(name,
                   {"-r",
                    "--requirement",
                    "-c",
                    "--constraint",
                    "-i",
                    "--index-url",
                    "--extra-index-url",
                    "--no-index",
                    "-f",
                    "--find-links",
                    "--no-cache-dir",
                    "--no-cache",
                    "--no-deps",
                    "--pre",
                    "--prefer-binary",
                    "--no-binary",
                    "--only-binary",
                    "--require-hashes",
                    "-q",
                    "-qq",
                    "--quiet",
                    "-v",
                    "--verbose",
                    "--trusted-host",
                    "--timeout",
                    "--default-timeout",
                    "--retries",
                    "--disable-pip-version-check",
                    "--progress-bar",
                    "--no-input"});
}

/// Options that only say how to install.
bool isForInstalling(std::string_view word)
{
    return isOneOf(word,
                   {"-U", "--upgrade", "--compile", "--no-compile", "--ignore-installed", "-I",
                    "--force-reinstall", "--no-warn-script-location", "--root-user-action=ignore"});
}

/// Tools to install with: they stay where they are.
bool isOfTools(const PackageCommand &pip)
{
    return !pip.packages.empty() && !pip.command->has({"-r", "--requirement"})
        && std::ranges::all_of(pip.packages, [](const ScriptWord *word) {
               return isOneOf(word->value.substr(0, word->value.find_first_of("=<>~[")),
                              {"pip", "setuptools", "wheel"});
           });
}

/// It does not run what has been installed.
bool isBesidePython(const SplitStage &stage, const BuildStep &step)
{
    const PackageCommand *package = stage.lint().packageOf(*step.command);
    return (package && package->isOfSystem())
        || isOneOf(step.command->name(),
                   {"rm", "mkdir", "cd", "set", "export", "ln", "chmod", "chown", "cp", "mv", "echo", "touch",
                    "useradd", "groupadd", "adduser", "addgroup", "true", ":"});
}

bool addEdits(const SplitStage &stage, const PackageCommand &pip, std::vector<TextEdit> &edits)
{
    const auto isWritten
        = [&](const ScriptWord &word) { return stage.syntax().textOf(word.range) == word.value; };
    if (!pip.verb || !isWritten(*pip.verb))
        return false;
    edits.push_back({pip.verb->range, "wheel --wheel-dir=/wheels"});
    for (const ScriptWord &word : pip.command->arguments()) {
        if (!word.value.starts_with('-') || isOptionOfBoth(word.value)
            || (word.value == "-m" && word.range.end < pip.verb->range.begin))
            continue;
        if (!isForInstalling(word.value) || !isWritten(word))
            return false;
        // With the blanks in front of it.
        std::size_t begin = word.range.begin;
        const std::string_view text = stage.syntax().text.bytes();
        while (begin > pip.verb->range.end && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
            --begin;
        edits.push_back({{begin, word.range.end}, {}});
    }
    return true;
}

} // namespace

std::optional<std::vector<TextEdit>> wheelEdits(const SplitStage &stage)
{
    std::vector<TextEdit> edits;
    for (const BuildStep &step : stage.steps()) {
        const PackageCommand *package = stage.lint().packageOf(*step.command);
        if (!package || package->manager != PackageManager::Pip) {
            if (!isBesidePython(stage, step))
                return std::nullopt;
            continue;
        }
        if (!package->isVerb("install"))
            return std::nullopt;
        if (!isOfTools(*package) && !addEdits(stage, *package, edits))
            return std::nullopt;
    }
    if (edits.empty())
        return std::nullopt;
    return edits;
}

} // namespace drydock
