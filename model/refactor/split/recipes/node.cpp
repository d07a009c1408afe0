// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.2, servers. The program's folder is taken as the build leaves it, or, if nothing is built, its sources come
// from the context again and node_modules from the build.
// Length: one walk from what npm installs to what the runtime stage takes; sites and outputs have files of their own.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/node_split.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

/// Package managers read it, and programs may: their own package.json.
bool isManifest(std::string_view name)
{
    return isOneOf(name,
                   {"package.json", "package*.json", "package*", "package-lock.json", "npm-shrinkwrap.json",
                    "yarn.lock", "pnpm-lock.yaml", "pnpm-workspace.yaml", "bun.lock", "bun.lockb",
                    "bun.lock*", ".npmrc", ".yarnrc", "*.lock", "yarn.lock*", "pnpm-lock.yaml*",
                    "package-lock.json*"});
}

/// Nothing but a package manager asks for it.
bool isLockFile(std::string_view name)
{
    return isManifest(name) && !name.starts_with("package.") && !name.starts_with("package*");
}

} // namespace

SplitRecipe NodeSplit::run()
{
    findInstalls();
    if (!m_recipe.isRefused() && servesPages())
        return std::move(m_recipe);
    if (!m_recipe.isRefused())
        chooseBase();
    if (!m_recipe.isRefused() && !takeOutput())
        takeFolders();
    if (!m_recipe.isRefused()) {
        m_plan.known = nodeNoteFor;
        carryOver(m_stage, m_plan, m_recipe);
    }
    if (!m_recipe.isRefused()) {
        addGlobals();
        addPrune();
        addNeeds();
    }
    m_recipe.artifactLeast = 5'000'000;
    m_recipe.artifactMost = 400'000'000;
    return std::move(m_recipe);
}

namespace {

/// The only package.json of the folder, if there is just one and somebody has read it.
const NodePackage *onlyPackageOf(const SplitStage &stage)
{
    const Manifests *manifests = stage.manifests();
    return manifests && manifests->nodePackages.size() == 1 ? &manifests->nodePackages.front().facts
                                                            : nullptr;
}

/// It says that the program needs none while it runs.
bool needsNoPackages(const SplitStage &stage)
{
    const NodePackage *package = onlyPackageOf(stage);
    return package && package->dependencies.empty() && package->workspaces.empty();
}

/// How many it names, those of development included; 0 also if nobody has read it.
std::size_t nodePackagesOf(const SplitStage &stage)
{
    const NodePackage *package = onlyPackageOf(stage);
    return package ? package->dependencies.size() + package->devDependencies.size() : 0;
}

} // namespace

void NodeSplit::findInstalls()
{
    for (const NodeInstall &install : m_installs) {
        if (install.isGlobal)
            continue;
        m_main = &install;
        if (install.folder.empty())
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "Nobody can tell the folder that line %1 installs to."),
                 {std::to_string(install.step->run->firstLine)}},
                install.step->command->range);
    }
    m_isBuilt = std::ranges::any_of(m_notes,
                                    [](const StepNote &note) { return note.effect == StepEffect::Builds; });
    // npm makes no node_modules then.
    const bool hasNone = m_main && !m_isBuilt && needsNoPackages(m_stage) && nodePackagesOf(m_stage) == 0;
    if ((m_installs.empty() && !m_isBuilt) || hasNone)
        m_recipe.refuse(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "No line installs packages of Node or builds anything: there is nothing to leave behind."),
             {}},
            m_stage.syntax().stages[m_stage.index().value].image);
}

/// CMD or ENTRYPOINT in words.
std::string NodeSplit::startedText() const
{
    std::string text;
    for (const std::string &word : wordsThatRun(m_stage))
        text += (text.empty() ? "" : " ") + word;
    return text;
}

void NodeSplit::chooseBase()
{
    m_base = slimBaseOf(m_stage, {{"node"}, SlimStyle::AfterRelease});
    if (isBun()) {
        m_base = slimBaseOf(m_stage, {{"oven/bun"}, SlimStyle::AfterRelease});
        if (const std::size_t at = m_base.reference.find("-debian-slim"); at != std::string::npos)
            m_base.reference.erase(at, std::string_view("-debian").size());
    }
    if (!m_base.isSlimmer && !leavesBuildPackages(m_stage) && !(m_isBuilt && canPrune())) {
        if (m_isBuilt && m_main && !m_main->isForProduction && nodeScriptOf(m_stage).empty())
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Only packages of development could go, and nobody can tell which ones “%1” needs: what "
                     "it starts is not known here. Start the program by “node” and its file, or open the "
                     "folder with its package.json."),
                 {startedText()}},
                m_stage.program() ? m_stage.program()->range
                                  : m_stage.syntax().stages[m_stage.index().value].image);
        else
            refuseLittleGain(m_stage, m_recipe);
        return;
    }
    takeBase(m_stage, m_base, m_wish, m_recipe);
    leavePython();
}

/// node-gyp asks for it, and nothing else that is known of.
void NodeSplit::leavePython()
{
    if (runsAny(m_stage, {"python", "python2", "python3", "supervisord"}))
        return;
    leaveToBuild(m_stage, {"python", "python2", "python3"}, m_recipe);
}

/// Nothing but manifests was there when packages were installed: they can be nowhere but in that one node_modules.
bool NodeSplit::bringsManifestsAlone(const BuildStep &install) const
{
    bool isAlone = false;
    for (const CopyStep &copy : m_stage.copies()) {
        if (copy.instruction > install.run || !copy.isFromFolderOfBuild())
            continue;
        if (copy.destination != m_main->folder
            && !(liesIn(copy.destination, m_main->folder)
                 && copy.destination.substr(0, copy.destination.rfind('/')) == m_main->folder))
            continue;
        isAlone = true;
        for (const CopiedSource &source : copy.sources) {
            if (!isManifest(source.name()))
                return false;
        }
    }
    for (const StepNote &note : m_notes) {
        if (note.step == &install)
            break;
        // Cloned or unpacked: whole projects.
        if (note.effect == StepEffect::Writes
            && std::ranges::any_of(note.paths, [&](const std::string &path) {
                   return liesIn(m_main->folder, std::string_view(path).substr(0, path.size() - 1))
                       || liesIn(path, m_main->folder);
               }))
            return false;
    }
    return isAlone;
}

/// Where a later `mv` puts it.
std::string NodeSplit::movedTo(const std::string &path) const
{
    for (const StepNote &note : m_notes) {
        if (note.movedFrom == path)
            return note.paths.empty() ? std::string() : note.paths.front();
    }
    return path;
}

void NodeSplit::takeFolder(const std::string &path, UserText title)
{
    if (path.ends_with("/node_modules") && needsNoPackages(m_stage))
        return;
    if (std::ranges::find(m_plan.taken, path) != m_plan.taken.end())
        return;
    m_recipe.take(path, std::move(title));
    m_plan.taken.push_back(path);
}

void NodeSplit::takeFolders()
{
    if (!m_main)
        return;
    const bool isBerry = m_main->manager == NodeManager::YarnBerry;
    const auto isLocal = [](const NodeInstall &install) { return !install.isGlobal; };
    const auto locals = std::ranges::count_if(m_installs, isLocal);
    const UserText packages {QT_TRANSLATE_NOOP("refactor", "Packages of Node"), {}};
    if (m_main->folder == "/") {
        takeAtRoot();
        return;
    }
    if (!m_isBuilt && !isBerry && locals == 1 && bringsManifestsAlone(*m_main->step)) {
        const std::string folder = pathFrom(m_main->folder, "node_modules");
        if (const std::string place = movedTo(folder); !place.empty()) {
            takeFolder(place, packages);
            m_plan.isForBuild = [](const CopyStep &copy) {
                return !copy.from && !copy.sources.empty()
                    && std::ranges::all_of(
                        copy.sources, [](const CopiedSource &source) { return isLockFile(source.name()); });
            };
            return;
        }
    }
    for (const NodeInstall &install : m_installs) {
        if (install.isGlobal)
            continue;
        const std::string &home = m_stage.workingDirectory();
        const bool isInHome = !isSystemFolder(home) && liesIn(install.folder, home);
        const std::string &folder = isInHome ? home : install.folder;
        if (isSystemFolder(folder)) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 works in %2, and that is too much to be copied. Set a WORKDIR of its own for "
                     "the program first."),
                 {std::to_string(install.step->run->firstLine), folder}},
                install.step->command->range);
            return;
        }
        takeFolder(
            folder,
            {QT_TRANSLATE_NOOP("refactor", "The program with its packages, as the build leaves it"), {}});
        if (const std::string moved = movedTo(pathFrom(install.folder, "node_modules"));
            !moved.empty() && !liesIn(moved, folder))
            takeFolder(moved, packages);
    }
}

/// All lies in the root: packages and what is built come from the build, the rest from the context again.
void NodeSplit::takeAtRoot()
{
    m_plan.isRootTold = true;
    takeFolder("/node_modules", {QT_TRANSLATE_NOOP("refactor", "Packages of Node"), {}});
    if (!m_isBuilt)
        return;
    const std::string script = nodeScriptOf(m_stage);
    const std::string_view plain = std::string_view(script).substr(script.starts_with("./") ? 2 : 0);
    const std::size_t slash = plain.find('/');
    const auto build = std::ranges::find(m_notes, StepEffect::Builds, &StepNote::effect);
    if (slash == std::string_view::npos || slash == 0 || plain.find('$') != std::string_view::npos) {
        m_recipe.refuse(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "Line %1 builds in the root folder, and nobody can tell what it leaves there. Set a WORKDIR "
                 "for the program first."),
             {std::to_string(build->step->run->firstLine)}},
            build->step->command->range);
        return;
    }
    const std::string folder = "/" + std::string(plain.substr(0, slash));
    takeFolder(folder, {QT_TRANSLATE_NOOP("refactor", "What is built"), {}});
    m_recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor",
                            "“%1” on line %2 leaves what the program needs in %3, and nothing elsewhere."),
          {std::string(build->step->command->name()), std::to_string(build->step->run->firstLine), folder}},
         build->step->command->range});
}

/// Programs for all the image: installed again if what is started may call them.
void NodeSplit::addGlobals()
{
    const std::vector<std::string> words = wordsThatRun(m_stage);
    // Node by itself finds none of them.
    const std::vector<std::string> &argv = m_stage.contract().argv;
    const bool isOpen = std::ranges::none_of(argv, [](const std::string &word) {
        return isOneOf(std::string_view(word).substr(word.rfind('/') + 1), {"node", "bun"});
    });
    const bool runsPnpm = runsAny(m_stage, {"pnpm"});
    const bool runsBerry = runsAny(m_stage, {"yarn"});
    const Instruction *lineOf = nullptr;
    for (const BuildStep &step : m_stage.steps()) {
        const auto install = std::ranges::find_if(
            m_installs, [&](const NodeInstall &each) { return each.step == &step && each.isGlobal; });
        const bool isCorepack = step.command->name() == "corepack";
        if (install == m_installs.end() && !isCorepack)
            continue;
        const bool isCalled = isCorepack
            ? runsPnpm || runsBerry
            : isOpen || std::ranges::any_of(install->names, [&](const std::string &name) {
                  return std::ranges::any_of(words,
                                             [&](const std::string &word) { return word.starts_with(name); });
              });
        if (!isCalled)
            continue;
        const std::string text = m_stage.syntax().joined(*step.run, step.command->range);
        if (lineOf == step.run)
            m_recipe.runtimeLines.back() += " && " + text;
        else
            m_recipe.runtimeLines.push_back(asWritten(m_stage, "RUN") + text);
        lineOf = step.run;
        if (isCorepack && runsAsRoot(m_stage, *step.run))
            takeFolder("/root/.cache/node/corepack",
                       {QT_TRANSLATE_NOOP("refactor", "The package manager that corepack has fetched"), {}});
    }
}

/// What is started needs nothing that is there for development alone.
bool NodeSplit::canPrune() const
{
    if (!m_main || m_main->isForProduction || m_main->manager == NodeManager::YarnBerry
        || nodeScriptOf(m_stage).empty())
        return false;
    if (movedTo(pathFrom(m_main->folder, "node_modules")) != pathFrom(m_main->folder, "node_modules"))
        return false;
    // A package that is named in the file is none of package.json's.
    if (std::ranges::any_of(m_installs, [](const NodeInstall &install) {
            return !install.isGlobal && !install.names.empty();
        }))
        return false;
    const Manifests *manifests = m_stage.manifests();
    if (manifests && !manifests->nodePackages.empty()
        && std::ranges::all_of(manifests->nodePackages, [](const Found<NodePackage> &found) {
               return found.facts.devDependencies.empty();
           }))
        return false;
    return std::ranges::count_if(m_installs, [](const NodeInstall &install) { return !install.isGlobal; })
        == 1;
}

std::string NodeSplit::pruneCommand() const
{
    switch (m_main->manager) {
    case NodeManager::Npm: {
        const std::string version = m_stage.version();
        const bool isOld
            = m_stage.imageName() == "node" && isVersion(version) && compareVersions(version, "15") < 0;
        return isOld ? "npm prune --production" : "npm prune --omit=dev";
    }
    case NodeManager::Yarn:
        return "yarn install --production --ignore-scripts --prefer-offline";
    case NodeManager::Pnpm:
        return "CI=true pnpm prune --prod";
    default:
        return "rm -rf node_modules && bun install --production";
    }
}

void NodeSplit::addPrune()
{
    const Instruction &last = *lastBuildRun(m_stage);
    if (m_isSelfContained || !canPrune() || userAt(m_stage, last) != userAt(m_stage, *m_main->step->run))
        return;
    const std::string directory = m_stage.directoryAt(last).value_or("/");
    const std::string step = directory == m_main->folder ? "" : "cd " + m_main->folder + " && ";
    Part part;
    part.title = {QT_TRANSLATE_NOOP("refactor", "Packages of development are taken out"), {}};
    part.edits = {appendedBehind(m_stage.syntax(), last, asWritten(m_stage, "RUN") + step + pruneCommand())};
    m_recipe.buildChanges.push_back(std::move(part));
    m_recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor", "“%1” needs none of the devDependencies of package.json."),
          {nodeScriptOf(m_stage)}},
         m_stage.program()->range});
}

void NodeSplit::addNeeds()
{
    if (!m_base.isSlimmer || m_recipe.base != m_base.reference)
        return;
    std::vector<std::string> names;
    for (const NodeInstall &install : m_installs)
        names.insert(names.end(), install.names.begin(), install.names.end());
    if (const Manifests *manifests = m_stage.manifests()) {
        for (const auto &found : manifests->nodePackages)
            names.insert(names.end(), found.facts.dependencies.begin(), found.facts.dependencies.end());
    }
    addNeedsOf(m_stage, "node", names, m_recipe);
}

SplitRecipe splitNode(const SplitStage &stage, const RefactorWish &wish)
{
    return NodeSplit(stage, wish).run();
}

SplitRecipe splitBun(const SplitStage &stage, const RefactorWish &wish)
{
    return NodeSplit(stage, wish).run();
}

} // namespace drydock
