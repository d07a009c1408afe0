// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/artifact_gate.h"

#include "model/base/one_of.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/carried.h"
#include "model/lint/copy_steps.h"
#include "model/lint/go_builds.h"
#include "model/lint/image_files.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <set>

namespace drydock {
namespace {

bool contains(const std::vector<StageIndex> &stages, StageIndex stage)
{
    return std::ranges::find(stages, stage) != stages.end();
}

std::string lineOf(const Instruction &instruction)
{
    return std::to_string(instruction.firstLine);
}

std::string imageNameOf(const LintContext &context, StageIndex stage)
{
    return drydock::imageNameOf(rootImageOf(context, stage));
}

Libc libcOf(const LintContext &context, StageIndex stage)
{
    const auto &traits = traitsOf(context, stage);
    return traits ? traits->libc : Libc::Unknown;
}

template <typename Visit>
void eachCommandOf(const LintContext &context, StageIndex stage, Visit visit)
{
    for (; stage; stage = context.stage(stage).parent) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(run))
                visit(run, command);
        }
    }
}

/// All that is compiled there is Go without cgo.
bool buildsOnlyStatic(const LintContext &context, StageIndex stage)
{
    bool builds = false;
    bool isStatic = true;
    const bool isMusl = libcOf(context, stage) == Libc::Musl;
    eachCommandOf(context, stage, [&](const Instruction &run, const ScriptCommand &command) {
        if (!isBuildStep(command))
            return;
        builds = true;
        const bool isOff = isGoBuild(command)
            && (isCgoOff(context, run, command) || isLinkedStatically(command)
                || (isMusl && !hasAlpineCompiler(context, stage)));
        isStatic = isStatic && isOff;
    });
    return builds && isStatic;
}

/// What is compiled there is bytecode or text: Java, JavaScript, .NET.
bool buildsPortable(const LintContext &context, StageIndex stage)
{
    bool isPortable = true;
    bool builds = false;
    eachCommandOf(context, stage, [&](const Instruction &run, const ScriptCommand &command) {
        if (isOneOf(command.name(),
                    {"npm", "yarn", "pnpm", "npx", "bun", "mvn", "mvnw", "gradle", "gradlew", "ng", "vite",
                     "hugo", "composer", "sbt", "ant", "corepack"}))
            builds = true;
        else if (isBuildStep(command) || !isTransparent(context, run))
            isPortable = isPortable
                && (context.packageOf(command)
                    || isOneOf(command.name(), {"set", "cd", "rm", "mkdir", "cp", "mv", "echo"}));
    });
    return builds && isPortable;
}

/// A RUN that compiles for the machine, with no word of linking statically. Null if there is none.
const Instruction *compilerOf(const LintContext &context, StageIndex stage)
{
    const Instruction *found = nullptr;
    bool isStatic = false;
    eachCommandOf(context, stage, [&](const Instruction &run, const ScriptCommand &command) {
        const std::string_view name = command.name();
        const bool compiles = isOneOf(
            name, {"make",         "cmake",     "gcc",    "g++",   "cc",    "c++",        "clang", "clang++",
                   "ninja",        "meson",     "rustc",  "cargo", "ghc",   "cabal",      "stack", "swift",
                   "crystal",      "nim",       "nimble", "zig",   "fpc",   "dub",        "dmd",   "v",
                   "native-image", "ocamlfind", "dune",   "conda", "mamba", "micromamba", "mix"});
        const bool isBound = name == "dotnet"
            && command.has({"-r", "--runtime", "--self-contained", "--sc", "-p:PublishAot", "/p:PublishAot",
                            "-p:PublishSingleFile"});
        if (compiles || isBound)
            found = &run;
        const std::string_view text = context.syntax().textOf(run.range);
        isStatic = isStatic || text.find("static") != std::string_view::npos
            || text.find("musl") != std::string_view::npos;
    });
    return isStatic ? nullptr : found;
}

bool isData(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    const bool hasEnding = dot != std::string_view::npos && dot > 0
        && !isOneOf(name.substr(dot), {".so", ".node", ".bin"})
        && name.find(".so.") == std::string_view::npos;
    return hasEnding || liesIn(path, "/etc") || liesIn(path, "/usr/share");
}

/// Debian's folders of libraries are not where another base looks.
void gateFolders(const LintContext &context, StageIndex stage, Libc libc, Changes &changes)
{
    if (libc != Libc::Musl)
        return;
    for (const Instruction &instruction : context.instructionsOf(stage)) {
        if (!isOneOf(nameOf(instruction.keyword), {"COPY", "ADD", "ENV"}))
            continue;
        const std::size_t at = context.syntax().textOf(instruction.range).find("-linux-gnu");
        if (at != std::string_view::npos)
            changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 names a folder that only Debian has libraries in: Alpine has "
                                   "others."),
                 {lineOf(instruction)}},
                {instruction.range.begin + at, instruction.range.begin + at + 10});
    }
}

} // namespace

std::vector<StageIndex> gateArtifacts(const LintContext &context, const std::vector<StageIndex> &stages,
                                      const std::string &reference, Changes &changes)
{
    std::vector<StageIndex> along;
    const auto traits = baseTraitsOf(reference);
    const Libc libc = traits ? traits->libc : Libc::Unknown;
    const ReleaseOfImage release = releaseOf(reference);
    StageFinder finder(context);
    std::set<std::size_t> assumed;
    for (const Carried &carried : carriedInto(context)) {
        if (!contains(stages, carried.to) || contains(stages, carried.from))
            continue;
        const Libc before = libcOf(context, carried.from);
        const std::vector<Artifact> artifacts = finder.artifactsOf(carried);
        const bool isOther = before != libc && before != Libc::None
            && (before != Libc::Unknown || libcOf(context, carried.to) != libc);
        if (!isOther) {
            const ReleaseOfImage built = releaseOf(rootImageOf(context, carried.from));
            if (!artifacts.empty() && built.release && release.release && !built.release->glibc.empty()
                && !release.release->glibc.empty()
                && compareVersions(built.release->glibc, release.release->glibc) > 0)
                changes.refuse(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "“%1” of line %2 is made on %3, whose C library is newer than the "
                                       "one of %4."),
                     {carried.path, lineOf(*carried.copy), built.release->label(), reference}},
                    carried.word->range);
            continue;
        }
        for (const Artifact &artifact : artifacts) {
            const bool isInterpreted = artifact.kind == ArtifactKind::NodePackages
                || artifact.kind == ArtifactKind::PythonPackages;
            const StageIndex root = context.stage(carried.from).root;
            if (isInterpreted && libc != Libc::None
                && imageNameOf(context, carried.from) == imageNameOf(context, carried.to)) {
                if (!contains(along, root))
                    along.push_back(root);
                continue;
            }
            changes.refuse({libc == Libc::Musl
                                ? QT_TRANSLATE_NOOP(
                                    "refactor",
                                    "“%1” of line %2 is made on line %3 with the C library glibc, and %4 has "
                                    "another one: link it statically, or build it on Alpine too.")
                                : QT_TRANSLATE_NOOP(
                                    "refactor",
                                    "“%1” of line %2 is made on line %3 with another C library than %4 has: "
                                    "link it statically, or build it on a base of the same kind."),
                            {carried.path, lineOf(*carried.copy), lineOf(*artifact.run), reference}},
                           carried.word->range);
        }
        const Instruction *compiler = compilerOf(context, carried.from);
        if (artifacts.empty() && compiler && !isData(carried.path) && libc != Libc::None
            && !buildsOnlyStatic(context, carried.from))
            changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "“%1” of line %2 may be what line %3 compiles for the C library of its "
                                   "base: compile it on a base of the same kind."),
                 {carried.path, lineOf(*carried.copy), lineOf(*compiler)}},
                carried.word->range);
        const bool isKnown = !artifacts.empty() || isData(carried.path)
            || buildsOnlyStatic(context, carried.from) || buildsPortable(context, carried.from)
            || libc == Libc::None;
        if (!isKnown && assumed.insert(carried.word->range.begin).second)
            changes.assume(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Nothing in “%1” of line %2 is linked against the C library that it was "
                                   "made with."),
                 {carried.path, lineOf(*carried.copy)}},
                carried.word->range);
    }
    for (const StageIndex stage : stages)
        gateFolders(context, stage, libc, changes);
    // What comes from other images.
    for (const StageIndex stage : stages) {
        for (const CopyStep &step : copyStepsOf(context, stage)) {
            if (!step.from || step.stage || !step.instruction)
                continue;
            const Libc old = libcOf(context, stage);
            if (libc == Libc::None || old == libc)
                continue;
            changes.assume(
                {QT_TRANSLATE_NOOP("refactor",
                                   "What line %1 takes from another image runs with the C library of the "
                                   "new base."),
                 {lineOf(*step.instruction)}},
                step.from->range);
        }
    }
    return along;
}

void gateInstalls(const LintContext &context, const std::vector<StageIndex> &stages, bool isOtherLibc,
                  bool wasFull, Changes &changes)
{
    if (!isOtherLibc && !wasFull)
        return;
    bool hasCompiler = false;
    for (const StageIndex stage : stages) {
        eachCommandOf(context, stage, [&](const Instruction &, const ScriptCommand &command) {
            const PackageCommand *package = context.packageOf(command);
            if (package && package->isOfSystem() && package->installs())
                hasCompiler
                    = hasCompiler || std::ranges::any_of(package->packages, [](const ScriptWord *word) {
                          return isOneOf(word->value,
                                         {"gcc", "g++", "build-essential", "build-base", "clang", "gcc-c++"});
                      });
        });
    }
    for (const StageIndex stage : stages) {
        for (const Instruction &run : context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const std::string_view name = command.name();
                const auto operands = command.operands();
                const std::string_view verb
                    = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
                const std::string line = lineOf(run);
                if (isOneOf(name, {"bundle", "gem"}) && verb == "install" && !hasCompiler)
                    changes.refuse(
                        {QT_TRANSLATE_NOOP("refactor",
                                           "The gems of line %1 may have to be compiled, and the new base "
                                           "has no compiler: install them in a stage before."),
                         {line}},
                        command.range);
                else if (isOneOf(name, {"pecl", "phpize"}) && isOtherLibc)
                    changes.refuse(
                        {QT_TRANSLATE_NOOP("refactor",
                                           "“%1” on line %2 compiles, and Alpine's PHP image has no "
                                           "compiler: build the extension in a stage before."),
                         {std::string(name), line}},
                        command.range);
                else if (isOneOf(name, {"pip", "pip3", "pipenv", "poetry", "npm", "yarn", "pnpm", "uv"})
                         && isOneOf(verb, {"install", "ci", "i", "sync", "add", ""})
                         && (isOtherLibc || !hasCompiler))
                    changes.assume(
                        {isOtherLibc
                             ? QT_TRANSLATE_NOOP("refactor",
                                                 "What line %1 installs is not compiled, or comes compiled "
                                                 "for the C library of the new base.")
                             : QT_TRANSLATE_NOOP("refactor",
                                                 "What line %1 installs needs no compiler: the new base has "
                                                 "none."),
                         {line}},
                        command.range);
                else if (isOneOf(name, {"conda", "mamba", "micromamba"}) && isOtherLibc)
                    changes.refuse(
                        {QT_TRANSLATE_NOOP("refactor",
                                           "The packages of conda on line %1 exist for glibc alone."),
                         {line}},
                        command.range);
                else if (isOneOf(name, {"curl", "wget"}) && isOtherLibc)
                    changes.assume(
                        {QT_TRANSLATE_NOOP("refactor",
                                           "What line %1 downloads runs with the C library of the new base."),
                         {line}},
                        command.range);
                else if (isBuildStep(command) && isOtherLibc && !context.packageOf(command))
                    changes.assume(
                        {QT_TRANSLATE_NOOP("refactor",
                                           "What line %1 builds can be built with the C library of the new "
                                           "base."),
                         {line}},
                        command.range);
            }
        }
    }
}

Linking linkingOf(const LintContext &context, StageIndex stage, Changes &changes)
{
    StageFinder finder(context);
    const Instruction *program = programOf(context, stage);
    std::string path;
    if (program) {
        const auto commands = context.commandsOf(*program);
        if (!commands.empty() && commands[0].program < commands[0].words.size())
            path = absolutePath(commands[0].words[commands[0].program].value,
                                context.workingDirectoryAt(*program));
    }
    const TextRange where
        = program ? program->range : context.syntax().at(context.syntax().stages[stage.value].from).range;
    for (const Carried &carried : carriedInto(context)) {
        if (carried.to != stage || path.empty())
            continue;
        const bool isIt = carried.destination == path || liesIn(path, carried.destination)
            || carried.destination + "/" + carried.path.substr(carried.path.rfind('/') + 1) == path;
        if (!isIt)
            continue;
        const std::vector<Artifact> artifacts = finder.artifactsOf(carried);
        if (artifacts.empty() && buildsOnlyStatic(context, carried.from))
            return Linking::Static;
        for (const Artifact &artifact : artifacts) {
            if (libcOf(context, carried.from) == Libc::Musl) {
                changes.refuse(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "“%1” is linked against musl on line %2, which only Alpine has: link "
                                       "it statically."),
                     {path, lineOf(*artifact.run)}},
                    where);
                return Linking::Static;
            }
            if (artifact.kind == ArtifactKind::GoProgram)
                return Linking::Glibc;
            const auto name = artifact.command ? artifact.command->name() : std::string_view();
            if (isOneOf(name, {"cargo", "rustc"}))
                return Linking::Cxx;
        }
        break;
    }
    changes.refuse(
        {QT_TRANSLATE_NOOP("refactor",
                           "Nothing here says how the program is linked, so no base without libraries can "
                           "be chosen for it: build it in a stage of this file."),
         {}},
        where);
    return Linking::Static;
}

} // namespace drydock
