// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.7: C and C++.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/compiled.h"
#include "model/refactor/split/recipes/install_tree.h"
#include "model/refactor/split/recipes/made_paths.h"

#include <algorithm>

namespace drydock {
namespace {

bool isCompilerOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    // clang-17, x86_64-linux-gnu-gcc, gcc-13
    return std::ranges::any_of(names, [&](std::string_view compiler) {
        return name == compiler || name.starts_with(std::string(compiler) + "-")
            || name.ends_with("-" + std::string(compiler));
    });
}

bool isCompiler(std::string_view name)
{
    return isCompilerOf(name, {"gcc", "g++", "cc", "c++", "clang", "clang++"});
}

bool isBuildTool(std::string_view name)
{
    return isCompiler(name)
        || isOneOf(name, {"make", "gmake", "cmake", "ninja", "meson", "bazel", "scons", "xmake"});
}

bool isSystemFolder(std::string_view path)
{
    return isOneOf(
        path, {"/", "/usr", "/usr/local", "/bin", "/sbin", "/lib", "/etc", "/opt", "/usr/bin", "/usr/sbin"});
}

class NativeSplit {
public:
    NativeSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
        , m_placed(placedFiles(stage))
    { }

    SplitRecipe run()
    {
        readSteps();
        const bool isFound = findProgram();
        if (isFound)
            chooseBase();
        if (m_recipe.isRefused())
            return std::move(m_recipe);
        addLibraries();
        m_recipe.needsSystemData = m_isOpaque || m_links;
        addNamedFiles(m_stage, m_recipe, m_started);
        addData(m_stage, m_recipe);
        assumeNoSources(m_stage, m_recipe);
        m_recipe.buildTools
            = {"gcc",   "g++",   "cc",      "c++",       "clang",      "clang++",    "make",
               "cmake", "ninja", "meson",   "configure", "autogen.sh", "autoreconf", "strip",
               "cp",    "mv",    "install", "ln",        "ldconfig",   "tar",        "bootstrap"};
        m_recipe.artifactLeast = 100'000;
        m_recipe.artifactMost = 30'000'000;
        return std::move(m_recipe);
    }

private:
    void readSteps()
    {
        for (const BuildStep &step : m_stage.steps()) {
            const std::string_view name = step.command->name();
            if (!isBuildTool(name))
                continue;
            m_last = &step;
            if (!isCompiler(name)) {
                m_isOpaque = true;
                continue;
            }
            m_isCpp = m_isCpp || isCompilerOf(name, {"g++", "c++", "clang++"});
            const auto words = step.command->arguments();
            const auto has = [&](auto matches) { return std::ranges::any_of(words, matches); };
            if (has([](const ScriptWord &word) { return word.value == "-c" || word.value == "--version"; }))
                continue;
            m_links = m_links || has([](const ScriptWord &word) { return word.value.starts_with("-l"); });
            m_isStatic = has([](const ScriptWord &word) { return word.value == "-static"; });
            const std::string output = optionOf(*step.command, {"-o"});
            const std::string path = pathFor(m_stage, step, output.empty() ? "a.out" : output);
            if (!path.empty() && !path.ends_with(".o") && path.find(".so") == std::string::npos)
                m_outputs.push_back({path,
                                     {QT_TRANSLATE_NOOP("refactor", "Linked on line %1"),
                                      {std::to_string(step.run->firstLine)}}});
        }
        m_install = lastInstall(m_stage, m_installs);
    }

    // The program.

    bool findProgram()
    {
        if (!m_last)
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "No line builds a program in C or C++."), {}},
                baseWords(m_stage));
        for (const StartedCommand &started : m_started) {
            if (isBuildTool(started.name()))
                return m_recipe.refuse(
                    {QT_TRANSLATE_NOOP(
                         "refactor",
                         "Line %1 builds at every start (“%2”): do that in a RUN, and start the "
                         "program alone."),
                     {std::to_string(started.instruction->firstLine), std::string(started.name())}},
                    started.range);
        }
        for (const StartedCommand &started : m_started) {
            if (takeStarted(started))
                return true;
            if (m_recipe.isRefused())
                return false;
        }
        return askProgram();
    }

    bool askProgram()
    {
        Candidates candidates = m_outputs;
        for (const PlacedFile &file : m_placed) {
            if (file.from.find_first_of("*?[") == std::string::npos
                && isOneOf(file.to.substr(0, file.to.rfind('/')), {"/usr/local/bin", "/usr/bin", "/bin"}))
                candidates.push_back({file.to,
                                      {QT_TRANSLATE_NOOP("refactor", "Put there on line %1"),
                                       {std::to_string(file.step->run->firstLine)}}});
        }
        const bool isScript = std::ranges::any_of(m_started, [](const StartedCommand &each) {
            return std::ranges::any_of(each.words,
                                       [](const std::string &word) { return isScriptPath(word); });
        });
        const std::string answer = askedArtifact(
            m_recipe, m_wish, candidates,
            isScript
                ? UserText {QT_TRANSLATE_NOOP(
                                "refactor",
                                "What the script of line %1 starts stands in there: say which file of "
                                "those that are built it needs (artifact)."),
                            {std::to_string(m_started.front().instruction->firstLine)}}
                : UserText {QT_TRANSLATE_NOOP(
                                "refactor",
                                "What the container starts is nothing that line %1 is known to build: say "
                                "which file it is (artifact)."),
                            {std::to_string(m_last->run->firstLine)}},
            m_started.empty() ? m_last->command->range : m_started.front().range);
        if (answer.empty())
            return false;
        take(answer, *m_last);
        return true;
    }

    bool takeStarted(const StartedCommand &started)
    {
        const std::string &word = started.words.front();
        if (word.find('/') == std::string::npos)
            return takeByName(started, word);
        const std::string path = pathOfWord(m_stage, started, word);
        if (path.empty() || isScriptPath(path) || path.find_first_of("*?[") != std::string::npos)
            return false;
        const std::string folder = path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
        if (isOfPackage(m_stage, path.substr(path.rfind('/') + 1)))
            return false;
        const BuildStep *maker = makerOf(path);
        if (isInstalled(path))
            return takeInstalled(started);
        if (const std::string around = maker ? std::string() : placedFolderAround(m_stage, path);
            !around.empty()) {
            addFile(m_recipe, around, programTitle(*m_last));
            m_programs.push_back(path);
            return true;
        }
        const bool isOfSystem = (liesIn(path, "/usr") && !liesIn(path, "/usr/src"))
            || (isSystemFolder(folder) && folder != "/");
        if (!maker && isOfSystem)
            return m_install ? takeInstalled(started) : false;
        for (const CopyStep &copy : m_stage.copies()) {
            const bool isCopied = copy.destination == path
                || std::ranges::any_of(copy.sources, [&](const CopiedSource &source) {
                                      return copy.isIntoFolder && !copy.destination.empty()
                                          && copy.pathInside(source) == path;
                                  });
            if (isCopied && !maker)
                return m_recipe.refuse(
                    {QT_TRANSLATE_NOOP("refactor", "%1 is copied on line %2, not built here."),
                     {path, std::to_string(copy.instruction->firstLine)}},
                    started.range);
        }
        take(path, maker ? *maker : *m_last);
        return true;
    }

    /// A line that names `path` as what it makes, or puts it there. Null if none does.
    const BuildStep *makerOf(const std::string &path) const
    {
        for (const Choice::Answer &output : m_outputs) {
            if (output.value == path)
                return m_last;
        }
        for (const PlacedFile &file : m_placed) {
            if (file.isAt(path))
                return file.step;
        }
        return nullptr;
    }

    /// `make install` has put it where it lies, or where a link leads to.
    bool isInstalled(const std::string &path) const
    {
        if (!m_install || m_install->prefix.empty())
            return false;
        const std::string origin = originOf(m_placed, path);
        // What is built in a folder of its own lies there.
        return (origin != path || !makerOf(path)) && liesIn(origin, m_install->prefix)
            && !liesIn(origin, "/usr/src");
    }

    bool takeByName(const StartedCommand &started, const std::string &name)
    {
        for (const std::string_view folder :
             {"/usr/local/bin/", "/usr/bin/", "/bin/", "/usr/local/sbin/", "/usr/sbin/"}) {
            const std::string path = std::string(folder) + name;
            if (const BuildStep *maker = makerOf(path)) {
                if (isInstalled(path))
                    return takeInstalled(started);
                take(path, *maker);
                return true;
            }
        }
        if (!m_install || isOfPackage(m_stage, name))
            return false;
        // Something else is started, such as an interpreter.
        if (isOneOf(name,
                    {"python", "python3", "node", "java", "ruby", "php", "perl", "nginx", "sh", "bash",
                     "supervisord"}))
            return false;
        return takeInstalled(started);
    }

    bool takeInstalled(const StartedCommand &started)
    {
        const std::string line = std::to_string(m_install->step->run->firstLine);
        if (m_install->prefix.empty())
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "It is not known where line %1 installs to."), {line}},
                m_install->step->command->range);
        if (m_installs == 1 && m_install->stagedBelow.empty() && !isSystemFolder(m_install->prefix)) {
            addFile(m_recipe, m_install->prefix,
                    {QT_TRANSLATE_NOOP("refactor", "What line %1 installs"), {line}});
            assumeInstalled(started, line);
            return true;
        }
        if (m_installs > 1 || !m_install->stagedBelow.empty())
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Several things are installed among those of the system, and the program "
                                   "may need them all: give them a prefix of their own."),
                 {}},
                m_install->step->command->range);
        const std::string folder = "/install";
        std::string again = stagedInstallLine(m_stage, *m_install, folder);
        if (again.empty())
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 installs among the files of the system, and what it takes to do so again is "
                     "gone behind it: give it a prefix of its own."),
                 {line}},
                m_install->step->command->range);
        m_recipe.buildLines.push_back(std::move(again));
        m_recipe.files.push_back(
            {folder + "/", "/", {QT_TRANSLATE_NOOP("refactor", "What line %1 installs"), {line}}, false, {}});
        if (!m_stage.isAlpine())
            m_recipe.finishLines.push_back(findsLocalLibraries(m_stage));
        if (!m_install->isStageable)
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "The Makefile of line %1 heeds DESTDIR, as those of autoconf and CMake do."),
                  {line}},
                 m_install->step->command->range});
        assumeInstalled(started, line);
        return true;
    }

    void assumeInstalled(const StartedCommand &started, const std::string &line)
    {
        m_recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor", "Line %1 installs “%2” and all that it needs of the build."),
              {line, std::string(started.name())}},
             m_install->step->command->range});
    }

    void take(const std::string &path, const BuildStep &step)
    {
        addFile(m_recipe, path, programTitle(step));
        m_programs.push_back(path);
    }

    // What it runs on.

    bool isStatic() const { return m_isStatic && !m_isOpaque && m_outputs.size() == 1; }

    void chooseBase()
    {
        const std::string &image = m_stage.imageName();
        if (!isPlainDistribution(image) && !isOneOf(image, {"gcc", "buildpack-deps", "silkeh/clang"})
            && !image.starts_with("conanio/") && m_wish.setting("base").empty()) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "“%1” brings more than what compiles C, and it is not known what of that the program "
                     "needs: name the image to run on (base)."),
                 {m_stage.reference()}},
                baseWords(m_stage));
            return;
        }
        SystemBase base = systemBaseOf(m_stage);
        m_recipe.bases = std::move(base.bases);
        for (Assumption &each : base.assumptions)
            m_recipe.assumptions.push_back(std::move(each));
        if (isStatic())
            m_recipe.bases.push_back(
                {"scratch",
                 {QT_TRANSLATE_NOOP("refactor", "nothing at all: the program links nothing"), {}}});
        if (!base.refusal.source.empty() && m_wish.setting("base").empty()) {
            m_recipe.refuse(std::move(base.refusal), baseWords(m_stage));
            return;
        }
        m_recipe.base = m_recipe.bases.empty() ? std::string(m_wish.setting("base"))
                                               : chosenBase(m_recipe.bases, m_wish);
    }

    void addLibraries()
    {
        if (isStatic())
            return;
        const std::vector<std::string> own = librariesOfCompiler(m_stage.imageName());
        const bool isCompilerImage = !own.empty() || m_stage.imageName().find("clang") != std::string::npos;
        // Images of compilers have headers of many libraries that nobody has asked for.
        // What is installed besides the program may be a library of its.
        const bool isUnknown = (isCompilerImage && (m_links || m_isOpaque)) || m_installs > 0;
        if (!m_programs.empty() && addClosure(m_stage, m_recipe, m_wish, m_programs, isUnknown))
            return;
        if (m_stage.isAlpine()) {
            if (m_isCpp || m_isOpaque)
                m_recipe.packages.emplace_back("libstdc++");
            return;
        }
        if (own.empty() || !(m_isCpp || m_isOpaque))
            return;
        for (const std::string &path : own)
            m_recipe.files.push_back({path,
                                      "/usr/local/lib/",
                                      {QT_TRANSLATE_NOOP("refactor", "%1: newer than the base's"),
                                       {path.substr(path.rfind('/') + 1)}},
                                      false,
                                      {}});
        if (m_recipe.finishLines.empty())
            m_recipe.finishLines.push_back(findsLocalLibraries(m_stage));
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    std::vector<PlacedFile> m_placed;
    const BuildStep *m_last = nullptr; ///< That builds.
    Candidates m_outputs; ///< Of compilers that the file calls itself.
    std::optional<InstallStep> m_install;
    std::size_t m_installs = 0;
    bool m_isOpaque = false; ///< make and the like: what they link is not said here.
    bool m_isCpp = false;
    bool m_links = false; ///< Libraries by -l.
    bool m_isStatic = false;
    std::vector<std::string> m_programs;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitNative(const SplitStage &stage, const RefactorWish &wish)
{
    return NativeSplit(stage, wish).run();
}

} // namespace drydock
