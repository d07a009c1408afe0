// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/image/waste.h"
#include "model/shell/run_script.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool liesBelow(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

/// Where tools keep what they can fetch again.
bool isCache(std::string_view path)
{
    static constexpr std::array<std::string_view, 13> folders {"var/cache/apt",
                                                               "var/lib/apt/lists",
                                                               "var/cache/apk",
                                                               "var/cache/dnf",
                                                               "var/cache/yum",
                                                               "root/.cache",
                                                               "root/.npm",
                                                               "root/.m2/repository",
                                                               "root/.gradle",
                                                               "root/.nuget/packages",
                                                               "usr/local/cargo/registry",
                                                               "go/pkg/mod",
                                                               "root/.local/share/pnpm"};
    return std::ranges::any_of(folders, [path](std::string_view folder) { return liesBelow(path, folder); });
}

bool calls(const Syntax &syntax, const Instruction &run, std::initializer_list<std::string_view> programs)
{
    const auto commands = scriptOf(syntax, run);
    return std::ranges::any_of(
        commands, [&](const ScriptCommand &command) { return isOneOf(command.name(), programs); });
}

bool doesNothingButRemove(const Syntax &syntax, const Instruction &run)
{
    const auto commands = scriptOf(syntax, run);
    return !commands.empty()
        && std::ranges::all_of(commands, [](const ScriptCommand &command) { return command.name() == "rm"; });
}

bool isCopy(const Instruction &instruction)
{
    return instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
}

/// Both RUNs of one stage with nothing between that leaves files: they can become one layer.
bool areNeighbours(const Syntax &syntax, InstructionIndex first, InstructionIndex second)
{
    if (syntax.at(first).stage != syntax.at(second).stage)
        return false;
    for (std::size_t i = first.value + 1; i < second.value; ++i) {
        if (isOneOf(nameOf(syntax.instructions[i].keyword), {"RUN", "COPY", "ADD", "WORKDIR"}))
            return false;
    }
    return true;
}

WasteFix fix(std::string_view refactoring, const Instruction &at, const char *sentence)
{
    return {refactoring, at.range.begin, {sentence, {}}};
}

/// What a RUN brought.
std::optional<WasteFix> fixForRun(const WastedFile &file, const Syntax &syntax, InstructionIndex added,
                                  InstructionIndex lost)
{
    const Instruction &run = syntax.at(added);
    if (liesBelow(file.path, "var/lib/apt/lists"))
        return fix(
            "clean-apt", run,
            QT_TRANSLATE_NOOP("image", "Package lists that the same RUN removes never get into a layer."));
    if (isCache(file.path))
        return fix("cache-mounts", run,
                   QT_TRANSLATE_NOOP("image",
                                     "What lies in a cache mount is in no layer, and is there for the "
                                     "next build."));
    if (!lost || syntax.at(lost).keyword != Keyword::Run)
        return std::nullopt;
    if (areNeighbours(syntax, added, lost))
        return fix("merge-runs", run,
                   QT_TRANSLATE_NOOP("image",
                                     "One RUN that makes the file and removes or changes it leaves one "
                                     "layer without the old one."));
    if (file.kind == WasteKind::Removed)
        return fix("split", run,
                   QT_TRANSLATE_NOOP("image", "What only the build needs stays behind in a build stage."));
    return std::nullopt;
}

/// What a COPY or ADD brought and a RUN removes or changes.
std::optional<WasteFix> fixForCopy(const WastedFile &file, const Syntax &syntax, const Instruction &copy,
                                   const Instruction &run)
{
    if (file.kind != WasteKind::Removed) {
        if (!calls(syntax, run, {"chown", "chmod", "chgrp"}))
            return std::nullopt;
        return fix("copy-chown", copy,
                   QT_TRANSLATE_NOOP("image",
                                     "COPY can set owner and mode itself; changed afterwards, the file is "
                                     "stored a second time."));
    }
    const bool isFromContext = !syntax.flagNamed(copy, "--from");
    if (isFromContext && doesNothingButRemove(syntax, run))
        return fix("dockerignore", copy,
                   QT_TRANSLATE_NOOP("image", "What .dockerignore names is not copied in the first place."));
    return fix("split", copy,
               QT_TRANSLATE_NOOP("image", "What only the build needs stays behind in a build stage."));
}

} // namespace

std::optional<WasteFix> fixFor(const WastedFile &file, const Syntax &syntax,
                               const std::vector<InstructionIndex> &instructions)
{
    const auto instructionOf = [&](std::size_t layer) {
        const InstructionIndex index = layer < instructions.size() ? instructions[layer] : InstructionIndex();
        return index.value < syntax.instructions.size() ? index : InstructionIndex();
    };
    const InstructionIndex added = instructionOf(file.addedIn);
    const InstructionIndex lost = instructionOf(file.lostIn);
    if (!added) {
        const StageIndex stage = lost ? syntax.at(lost).stage : StageIndex();
        if (!stage || file.kind != WasteKind::Removed)
            return std::nullopt;
        return fix("switch-base", syntax.at(syntax.stages[stage.value].from),
                   QT_TRANSLATE_NOOP("image",
                                     "The base brings the file, so removing it frees nothing; another base "
                                     "may do without it."));
    }
    if (syntax.at(added).keyword == Keyword::Run)
        return fixForRun(file, syntax, added, lost);
    if (isCopy(syntax.at(added)) && lost && syntax.at(lost).keyword == Keyword::Run)
        return fixForCopy(file, syntax, syntax.at(added), syntax.at(lost));
    return std::nullopt;
}

} // namespace drydock
