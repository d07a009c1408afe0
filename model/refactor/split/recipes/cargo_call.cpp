// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/cargo_call.h"

#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <optional>

namespace drydock {
namespace {

/// A variable of the command, or of the container if there is none.
std::optional<std::string> variableOf(const SplitStage &stage, const BuildStep *step, std::string_view name)
{
    if (step)
        return variableFor(stage, *step, name);
    const auto found = stage.contract().environment.find(std::string(name));
    return found == stage.contract().environment.end() ? std::nullopt : std::optional(found->second);
}

std::string profileFolder(std::string_view profile)
{
    return isOneOf(profile, {"", "dev", "test"}) ? "debug"
        : profile == "bench"                     ? "release"
                                                 : std::string(profile);
}

const RustSettings *settingsOfProject(const SplitStage &stage)
{
    const Manifests *manifests = stage.manifests();
    return manifests && manifests->rustSettings.size() == 1 ? &manifests->rustSettings.front().facts
                                                            : nullptr;
}

/// The folder of the workspace that `project` is a member of, as far as the manifests say so; else `project`.
std::string workspaceOf(const SplitStage &stage, const std::string &project)
{
    const Manifests *manifests = stage.manifests();
    std::string best = project;
    for (std::size_t i = 0; manifests && i < manifests->rustCrates.size(); ++i) {
        const auto &crate = manifests->rustCrates[i];
        if (crate.facts.members.empty())
            continue;
        const std::string place = stage.placeOf(crate.path);
        const std::string folder = place.substr(0, std::max<std::size_t>(place.rfind('/'), 1));
        if (!place.empty() && liesIn(project, folder) && folder.size() < best.size())
            best = folder;
    }
    return best;
}

void addTarget(const SplitStage &stage, CargoCall &call, const BuildStep *step, const std::string &folder,
               const std::string &manifest)
{
    const RustSettings *settings = settingsOfProject(stage);
    if (call.triple.empty()) {
        const auto variable = variableOf(stage, step, "CARGO_BUILD_TARGET");
        call.triple = variable ? *variable : settings ? settings->target : std::string();
    }
    const std::optional<std::string> directory
        = step ? step->directory : std::optional(stage.workingDirectory());
    if (!folder.empty()) {
        call.targetFolder = absolutePath(folder, directory);
        return;
    }
    if (const auto variable = variableOf(stage, step, "CARGO_TARGET_DIR")) {
        call.targetFolder = variable->empty() ? std::string() : absolutePath(*variable, directory);
        return;
    }
    std::string project = directory.value_or(std::string());
    if (!manifest.empty()) {
        const std::string path = absolutePath(manifest, directory);
        project = path.substr(0, path.rfind('/'));
    }
    if (project.empty())
        return;
    project = workspaceOf(stage, project);
    call.targetFolder
        = pathFrom(project, settings && !settings->targetDir.empty() ? settings->targetDir : "target");
}

} // namespace

bool isCargoVerb(std::string_view word)
{
    return isOneOf(word, {"build", "b", "install", "run", "r", "rustc"});
}

CargoCall cargoCallOf(const SplitStage &stage, const std::vector<std::string> &words, const BuildStep *step)
{
    CargoCall call;
    std::string profile;
    std::string folder;
    std::string manifest;
    const auto value = [&](std::size_t i, std::string_view option) -> std::optional<std::string> {
        if (words[i] == option && i + 1 < words.size())
            return words[i + 1];
        if (words[i].starts_with(option) && words[i].substr(option.size()).starts_with('='))
            return words[i].substr(option.size() + 1);
        return std::nullopt;
    };
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (call.verb.empty() && isCargoVerb(words[i]))
            call.verb = words[i];
        if (words[i] == "--release" || words[i] == "-r")
            profile = "release";
        else if (const auto asked = value(i, "--profile"))
            profile = *asked;
        else if (const auto triple = value(i, "--target"))
            call.triple = *triple;
        else if (const auto target = value(i, "--target-dir"))
            folder = *target;
        else if (const auto path = value(i, "--manifest-path"))
            manifest = *path;
        else if (const auto program = value(i, "--bin"))
            call.programs.push_back(*program);
        else if (const auto package = value(i, "-p"); package || value(i, "--package"))
            call.package = package ? *package : *value(i, "--package");
        else if (const auto root = value(i, "--root"))
            call.root = step ? pathFor(stage, *step, *root) : std::string();
    }
    if (call.verb == "install")
        profile = words.end() != std::ranges::find(words, "--debug") ? "dev" : "release";
    call.profile = profileFolder(profile);
    addTarget(stage, call, step, folder, manifest);
    return call;
}

std::vector<std::string> cargoProgramsOf(const SplitStage &stage, const CargoCall &call)
{
    std::vector<std::string> names;
    const Manifests *manifests = stage.manifests();
    for (std::size_t i = 0; manifests && i < manifests->rustCrates.size(); ++i) {
        const RustCrate &crate = manifests->rustCrates[i].facts;
        if (crate.name.empty() || (!call.package.empty() && crate.name != call.package))
            continue;
        if (!crate.defaultRun.empty())
            names.push_back(crate.defaultRun);
        else if (!crate.programs.empty())
            names.insert(names.end(), crate.programs.begin(), crate.programs.end());
        else
            names.push_back(crate.name);
    }
    return names;
}

} // namespace drydock
