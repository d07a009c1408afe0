// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Java without a build tool: javac, and jar if there is one.
#include "model/base/one_of.h"
#include "model/refactor/split/recipes/jvm.h"

#include <algorithm>

namespace drydock {
namespace {

/// The file that a call of jar makes: behind --file, -f, or the letters `cf` (with e, m, v, 0 among them). Empty if it makes none.
std::string archiveOf(const ScriptCommand &command)
{
    const auto words = command.arguments();
    if (words.empty())
        return {};
    const bool isLong = command.has({"--create", "-c"});
    if (isLong)
        return optionOf(command, {"--file", "-f"});
    std::string_view letters = words[0].value;
    if (letters.starts_with('-'))
        letters.remove_prefix(1);
    if (letters.find_first_not_of("cfemv0M") != std::string_view::npos
        || letters.find('c') == std::string_view::npos)
        return {};
    // What stands behind the letters stands in their order: the file, the entry point, the manifest.
    std::size_t place = 1;
    for (const char letter : letters) {
        if (letter == 'f')
            return place < words.size() ? words[place].value : std::string();
        place += letter == 'e' || letter == 'm' ? 1 : 0;
    }
    return {};
}

class JavacSplit {
public:
    JavacSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
    { }

    SplitRecipe run()
    {
        for (const BuildStep &step : m_stage.steps()) {
            if (isOneOf(step.command->name(), {"javac", "jar"}))
                m_build.step = &step;
            if (step.command->name() == "jar")
                m_archives.push_back(pathFor(m_stage, step, archiveOf(*step.command)));
            if (step.command->name() == "javac")
                m_compilers.push_back(&step);
        }
        if (!findProgram())
            m_recipe.refuse({QT_TRANSLATE_NOOP("refactor",
                                               "What the container starts is nothing that javac or jar make "
                                               "here."),
                             {}},
                            m_started.empty() ? baseWords(m_stage) : m_started.front().range);
        finishJava(m_stage, m_wish, m_recipe, m_build, m_started);
        return std::move(m_recipe);
    }

private:
    bool findProgram()
    {
        if (m_compilers.empty())
            return m_recipe.refuse({QT_TRANSLATE_NOOP("refactor", "No line compiles Java."), {}},
                                   baseWords(m_stage));
        for (const StartedCommand &started : m_started) {
            if (started.name() == "java" && takeClasses(started))
                return true;
        }
        const auto isMade = [&](const StartedCommand &started) {
            const auto jar = std::ranges::find(started.words, "-jar");
            const bool isJar = jar != started.words.end() && jar + 1 != started.words.end();
            return !isJar || isArchive(pathOfWord(m_stage, started, *(jar + 1)));
        };
        return std::ranges::all_of(m_started, isMade)
            && takeJavaProgram(m_stage, m_wish, m_recipe, m_started, m_build);
    }

    bool isArchive(const std::string &path) const
    {
        const std::string origin = originOf(placedFiles(m_stage), path);
        return !path.empty() && std::ranges::find(m_archives, origin) != m_archives.end();
    }

    /// `java Main` beside `javac Main.java`: the classes lie where the sources do.
    bool takeClasses(const StartedCommand &started)
    {
        const auto name = std::find_if(started.words.begin() + 1, started.words.end(),
                                       [](const std::string &word) { return !word.starts_with('-'); });
        const auto isOption = [](const std::string &word) {
            return isOneOf(word, {"-jar", "-cp", "-classpath", "--class-path", "-m", "--module", "-p"});
        };
        if (name == started.words.end() || std::any_of(started.words.begin(), name, isOption)
            || name->find_first_of("./$") != std::string::npos || !started.directory)
            return false;
        for (const BuildStep *compiler : m_compilers) {
            if (compiler->directory != started.directory || compiler->command->has({"-d"}))
                continue;
            const std::string folder = *started.directory == "/" ? "/" : *started.directory + "/";
            m_recipe.files.push_back({folder + "*.class", folder, programTitle(*compiler), false, {}});
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "The classes that %1 needs are in no package and lie in %2."),
                  {*name, *started.directory}},
                 started.range});
            return true;
        }
        return false;
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    std::vector<const BuildStep *> m_compilers;
    std::vector<std::string> m_archives; ///< Absolute; empty where it cannot be told.
    JvmBuild m_build;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitJavac(const SplitStage &stage, const RefactorWish &wish)
{
    return JavacSplit(stage, wish).run();
}

} // namespace drydock
