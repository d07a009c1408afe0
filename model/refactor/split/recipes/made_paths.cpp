// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/made_paths.h"

#include "model/knowledge/packages.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/package_worlds.h"
#include "model/refactor/split/recipes/run_notes.h"
#include "model/refactor/split/recipes/started.h"

#include <algorithm>

namespace drydock {
namespace {

/// The folder that a command fills with what it downloads or unpacks; empty if it does no such thing or nobody can tell.
std::string filledFolder(const SplitStage &stage, const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    const auto operands = command.operands();
    if (name == "tar")
        return pathFor(stage, step, optionOf(command, {"-C", "--directory"}));
    if (name == "unzip")
        return pathFor(stage, step, optionOf(command, {"-d"}));
    const bool clones = name == "git" && !operands.empty() && operands[0]->value == "clone";
    if (!clones || operands.size() < 2)
        return {};
    // Options such as `--depth 1` stand among the words; the folder is the last one unless that is the address.
    std::string_view last = operands.back()->value;
    if (last.find("://") != std::string_view::npos || last.find('@') != std::string_view::npos) {
        last = last.substr(last.rfind('/') + 1);
        if (last.ends_with(".git"))
            last.remove_suffix(4);
    }
    return pathFor(stage, step, last);
}

} // namespace

const BuildStep *makerOfPath(const SplitStage &stage, std::string_view path)
{
    for (const PlacedFile &file : placedFiles(stage)) {
        if (file.isAt(path))
            return file.step;
    }
    for (const BuildStep &step : stage.steps()) {
        if (filledFolder(stage, step) == path)
            return &step;
        if (step.command->name() != "mkdir")
            continue;
        for (const ScriptWord *word : step.command->operands()) {
            if (pathFor(stage, step, word->value) == path)
                return &step;
        }
    }
    return nullptr;
}

std::string placedFolderAround(const SplitStage &stage, std::string_view path)
{
    for (const PlacedFile &file : placedFiles(stage)) {
        const auto isAround = [path](const std::string &folder) {
            return folder != path && liesIn(path, folder) && !isSystemFolder(folder);
        };
        if (std::string inside = file.inside(); file.mayBeFolder && isAround(inside))
            return inside;
        if (isAround(file.to))
            return file.to;
    }
    return {};
}

const BuildStep *downloadAround(const SplitStage &stage, std::string_view path)
{
    for (const BuildStep &step : stage.steps()) {
        const std::string folder = filledFolder(stage, step);
        if (!folder.empty() && folder != "/" && liesIn(path, folder))
            return &step;
    }
    return nullptr;
}

bool isOfPackage(const SplitStage &stage, std::string_view name)
{
    return std::ranges::any_of(stage.packages(), [&](const InstalledPackage &package) {
        const std::string_view bare = packageName(package.word->value);
        const PackageCommand *command = stage.lint().packageOf(*package.step->command);
        const auto world = command ? worldOf(command->manager) : std::nullopt;
        const auto programs = world ? programsOf(*world, bare) : std::vector<std::string>();
        return bare == name || std::ranges::find(programs, name) != programs.end();
    });
}

} // namespace drydock
