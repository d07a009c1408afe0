// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.1.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/go_modules.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/go_builds.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/files_read.h"
#include "model/refactor/split/recipes/compiled.h"
#include "model/refactor/split/recipes/go_program.h"
#include "model/refactor/split/runtime_needs.h"
#include "model/refactor/split/split_recipe.h"

#include <algorithm>

namespace drydock {
namespace {

bool isGoSource(std::string_view name)
{
    return name.ends_with(".go") || name.ends_with(".proto") || name.starts_with("Makefile")
        || isOneOf(name,
                   {"go.mod", "go.sum", "go.work", "go.work.sum", "vendor", "cmd", "pkg", "internal", "hack",
                    "tools", "api", "go.*", "*.go", "main.go", "Taskfile.yml", ".golangci.yml", ".git"});
}

/// With a C compiler on purpose: somebody wants cgo.
const BuildStep *compilerInstallOf(const SplitStage &stage)
{
    for (const BuildStep &step : stage.steps()) {
        const PackageCommand *package = stage.lint().packageOf(*step.command);
        if (package && package->isOfSystem()
            && std::ranges::any_of(package->packages, [](const ScriptWord *word) {
                   const std::string_view name = packageName(word->value);
                   return isOneOf(name, {"gcc", "g++", "clang", "build-essential", "build-base", "musl-dev"})
                       || name.ends_with("-dev") || name.ends_with("-devel");
               }))
            return &step;
    }
    return nullptr;
}

class GoSplit {
public:
    GoSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
    { }

    SplitRecipe run()
    {
        GoProgram found = goProgramOf(m_stage, m_wish);
        if (!found.refusal.source.empty())
            return refusedRecipe(std::move(found.refusal), found.where);
        m_outputs = std::move(found.outputs);
        m_program = std::move(found.path);
        m_isBuiltHere = !found.buildLine.empty();
        if (m_isBuiltHere)
            m_recipe.buildLines.push_back(std::move(found.buildLine));
        m_recipe.program = std::move(found.words);
        FilesRead read = filesRead(m_stage, isGoSource);
        decideCgo();
        chooseBase();
        turnCgoOff();
        bringTimeZones();
        stripSymbols();
        for (const GoOutput &output : m_outputs)
            addOutput(output);
        for (RuntimeFile &file : read.files) {
            // Elsewhere below /go/src there are sources alone.
            if (!liesIn(file.path, "/go/src") || liesIn(m_stage.workingDirectory(), "/go/src"))
                m_recipe.files.push_back(std::move(file));
        }
        addMadeFiles(m_stage, m_recipe, startedCommands(m_stage));
        if (m_zones)
            m_recipe.files.push_back(*m_zones);
        for (Assumption &each : read.assumptions)
            m_recipe.assumptions.push_back(std::move(each));
        m_recipe.artifactLeast = 5'000'000;
        m_recipe.artifactMost = 30'000'000;
        return std::move(m_recipe);
    }

private:
    void addOutput(const GoOutput &output)
    {
        if (!output.isSure && output.path != m_program) {
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "The program does not start “%1”, which line %2 may have made."),
                  {output.path, std::to_string(output.build->run->firstLine)}},
                 output.build->command->range});
            return;
        }
        m_recipe.files.push_back({output.path,
                                  output.path,
                                  {QT_TRANSLATE_NOOP("refactor", "The program “%1”"), {output.path}},
                                  false,
                                  {}});
    }

    void decideCgo()
    {
        m_builds.clear();
        for (const GoOutput &output : m_outputs) {
            if (output.build && std::ranges::find(m_builds, output.build) == m_builds.end())
                m_builds.push_back(output.build);
        }
        m_isDirect = m_isBuiltHere
            || std::ranges::all_of(m_outputs, [](const GoOutput &output) { return output.build != nullptr; });
        m_isOff = m_isBuiltHere
            || (!m_builds.empty() && std::ranges::all_of(m_builds, [&](const BuildStep *build) {
                      return isCgoOff(m_stage.lint(), *build->run, *build->command);
                  }));
        for (const BuildStep *build : m_builds) {
            const VariableSetting *setting = m_stage.lint().variableAt(*build->run, "CGO_ENABLED");
            if (setting && setting->value && *setting->value == "1")
                m_needsC = m_stage.syntax().at(setting->instruction).range;
            for (const ScriptWord &word : build->command->words) {
                if (word.value == "CGO_ENABLED=1" || word.value.find("plugin") != std::string::npos)
                    m_needsC = word.range;
            }
        }
        if (const BuildStep *install = compilerInstallOf(m_stage); install && !m_isOff)
            m_needsC = install->command->range;
        if (const Manifests *manifests = m_stage.manifests(); manifests && !m_isOff) {
            m_usesC = std::ranges::any_of(manifests->goPackages,
                                          [](const auto &each) { return each.facts.usesC; })
                || std::ranges::any_of(manifests->goModules, [](const auto &each) {
                          return std::ranges::any_of(each.facts.dependencies, needsC);
                      });
        }
    }

    bool mayBeStatic() const { return m_isOff || (m_isDirect && m_needsC.isEmpty() && !m_usesC); }

    /// Outside of where the sources are.
    bool makesFolders(const Instruction &run) const
    {
        return isSetup(m_stage, run) && std::ranges::any_of(m_stage.steps(), [&](const BuildStep &step) {
                   return step.run == &run
                       && std::ranges::any_of(step.command->operands(), [&](const ScriptWord *word) {
                              const std::string path = step.pathOf(word->value);
                              return word->value.starts_with('/')
                                  && (m_stage.workingDirectory() == "/"
                                      || !liesIn(path, m_stage.workingDirectory()));
                          });
               });
    }

    /// Files of root's or folders that are made hint at a program that writes.
    bool mayWrite() const
    {
        if (!m_stage.contract().volumes.empty())
            return true;
        for (const std::string &port : m_stage.contract().ports) {
            if (port.size() < 8 && std::atoi(port.c_str()) < 1024)
                return true;
        }
        return std::ranges::any_of(m_stage.instructions(), [&](const Instruction &run) {
            return makesFolders(run)
                || (run.keyword == Keyword::User
                    && isOneOf(m_stage.syntax().joined(run, run.arguments), {"root", "0"}));
        });
    }

    void chooseBase()
    {
        const RuntimeBase alpine {m_stage.isAlpine() && !m_stage.release().empty()
                                      ? "alpine:" + m_stage.release()
                                      : suggestedReference("alpine"),
                                  {QT_TRANSLATE_NOOP("refactor", "small, with a shell"), {}}};
        const RuntimeBase debian {
            m_stage.isAlpine() || m_stage.release().empty() ? suggestedReference("debian")
                                                            : "debian:" + m_stage.release() + "-slim",
            {QT_TRANSLATE_NOOP("refactor", "the C library of the build, with a shell"), {}}};
        const std::string distroless = suggestedReference("gcr.io/distroless/static*");
        const RuntimeBase bare {
            distroless,
            {QT_TRANSLATE_NOOP("refactor", "root certificates and time zones, no shell, runs as nonroot"),
             {}}};
        const RuntimeBase scratch {"scratch", {QT_TRANSLATE_NOOP("refactor", "nothing at all"), {}}};
        const bool needsShell
            = shellNeedOf(m_stage).has_value() || !keptForProgram().empty() || mayWrite() || setupInTail();
        if (!mayBeStatic())
            m_recipe.bases = {m_stage.isAlpine() ? alpine : debian};
        else if (needsShell)
            m_recipe.bases = m_stage.isAlpine() ? std::vector {alpine, bare, scratch}
                                                : std::vector {debian, alpine, bare, scratch};
        else
            m_recipe.bases = {bare, alpine, scratch, debian};
        m_recipe.base = chosenBase(m_recipe.bases, m_wish);
    }

    std::vector<std::string> keptForProgram() const
    {
        std::vector<std::string> names = keptPackages(m_stage).names;
        std::erase(names, "ca-certificates");
        std::erase(names, "tzdata");
        return names;
    }

    bool setupInTail() const
    {
        return std::ranges::any_of(m_stage.instructions(), [&](const Instruction &run) {
            return run.keyword == Keyword::Run && isBehindBuild(m_stage, run);
        });
    }

    /// With cgo the program asks for the C library of where it was built.
    void turnCgoOff()
    {
        const auto traits = baseTraitsOf(m_recipe.base);
        const bool isSame = traits && traits->libc == (m_stage.isAlpine() ? Libc::Musl : Libc::Glibc);
        if (m_isOff
            || (m_stage.isAlpine() && !hasAlpineCompiler(m_stage.lint(), m_stage.index()) && isNewGo()))
            return;
        if (isSame && !mayBeStatic())
            return;
        const bool isRequired = !isSame;
        if (isRequired && m_builds.empty()) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "On %1 the program runs only if it is built with CGO_ENABLED=0, and no line here calls "
                     "“go build” itself; choose a base with a C library."),
                 {m_recipe.base}},
                {});
            return;
        }
        if (isSame)
            return;
        for (const BuildStep *build : m_builds) {
            const std::size_t place = build->command->range.begin;
            m_recipe.buildChanges.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "CGO_ENABLED=0: without it the program asks for a C library, which %1 has not"),
                  {m_recipe.base}},
                 {{{place, place}, "CGO_ENABLED=0 "}},
                 {},
                 false});
        }
        const BuildStep &build = *m_builds.front();
        if (m_needsC.isEmpty() && !m_usesC)
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "Nothing that line %1 builds is written in C: it works without cgo."),
                  {std::to_string(build.run->firstLine)}},
                 build.command->range});
        else
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "It works without cgo, although this points at C."), {}},
                 m_needsC.isEmpty() ? build.command->range : m_needsC});
    }

    /// The toolchain has them, so time.LoadLocation() has worked so far whatever the image.
    void bringTimeZones()
    {
        const Manifests *manifests = m_stage.manifests();
        const auto traits = baseTraitsOf(m_recipe.base);
        const bool holdsThem = manifests && std::ranges::any_of(manifests->goPackages, [](const auto &each) {
                                   return each.facts.holdsTimeZones;
                               });
        if (holdsThem || (traits && traits->hasTimeZones == true) || m_stage.imageName() != "golang")
            return;
        if (packageWorldOf(m_recipe.base)) {
            m_recipe.packages.emplace_back("tzdata");
            return;
        }
        const std::string path = "/usr/local/go/lib/time/zoneinfo.zip";
        m_zones = RuntimeFile {
            path, path, {QT_TRANSLATE_NOOP("refactor", "Time zones, where Go looks for them"), {}}, true, {}};
    }

    bool isNewGo() const
    {
        const std::string version = m_stage.version();
        return version.empty() || compareVersions(version, "1.20") >= 0;
    }

    /// A third of a program is what only a debugger reads.
    void stripSymbols()
    {
        for (const BuildStep *build : m_builds) {
            const auto words = build->command->arguments();
            const bool hasOther = std::ranges::any_of(words, [](const ScriptWord &word) {
                return word.value.starts_with("-ldflags") || word.value.starts_with("-gcflags")
                    || word.value.starts_with("--ldflags") || word.value == "-race";
            });
            const auto verb = std::ranges::find_if(words, [](const ScriptWord &word) {
                return word.value == "build" || word.value == "install";
            });
            if (hasOther || verb == words.end() || m_stage.lint().variableAt(*build->run, "GOFLAGS"))
                continue;
            const std::size_t place = verb->range.end;
            m_recipe.buildChanges.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "-ldflags=\"-s -w\": leaves out what only a debugger reads"),
                  {}},
                 {{{place, place}, " -ldflags=\"-s -w\""}},
                 {},
                 true});
        }
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    SplitRecipe m_recipe;
    std::vector<GoOutput> m_outputs;
    std::string m_program; ///< Of these, the one that the container starts; empty if a script does.
    std::vector<const BuildStep *> m_builds;
    std::optional<RuntimeFile> m_zones;
    TextRange m_needsC; ///< The words that speak for cgo; empty if none do.
    bool m_usesC = false; ///< The manifests say so.
    bool m_isDirect = false; ///< All of it is made by `go` itself, on lines of this file.
    bool m_isOff = false; ///< cgo is off already.
    bool m_isBuiltHere = false; ///< By a line that is added.
};

} // namespace

SplitRecipe splitGo(const SplitStage &stage, const RefactorWish &wish)
{
    return GoSplit(stage, wish).run();
}

} // namespace drydock
