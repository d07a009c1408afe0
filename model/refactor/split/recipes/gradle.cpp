// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.5.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/jvm.h"

#include <algorithm>

namespace drydock {
namespace {

bool isGradle(std::string_view name)
{
    return isOneOf(name, {"gradle", "gradlew"});
}

/// “bootJar” of `:api:bootJar`.
std::string_view taskOf(std::string_view word)
{
    return word.substr(word.rfind(':') + 1);
}

/// A task that leaves something below build/ and nothing elsewhere that is needed.
bool isBuilding(std::string_view word)
{
    return isOneOf(taskOf(word),
                   {"build", "assemble", "jar", "bootJar", "bootWar", "war", "shadowJar", "installDist",
                    "installShadowDist", "buildFatJar", "fatJar", "uberJar", "distTar", "distZip",
                    "quarkusBuild", "buildLayers", "optimizedJar", "installApp", "assembleDist"});
}

/// Without a value of its own in the next word.
bool isHarmlessOption(std::string_view word)
{
    return isOneOf(word,
                   {"--no-daemon", "--quiet", "-q", "--info", "--stacktrace", "--offline", "--parallel",
                    "--console=plain", "-i", "-s"});
}

class GradleSplit {
public:
    GradleSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
    { }

    SplitRecipe run()
    {
        readSteps();
        if (!findProgram())
            m_recipe.refuse({QT_TRANSLATE_NOOP(
                                 "refactor", "What the container starts is nothing that Gradle builds here."),
                             {}},
                            m_started.empty() ? baseWords(m_stage) : m_started.front().range);
        finishJava(m_stage, m_wish, m_recipe, m_build, m_started);
        return std::move(m_recipe);
    }

private:
    void readSteps()
    {
        for (const BuildStep &step : m_stage.steps()) {
            if (!isGradle(step.command->name()))
                continue;
            for (const ScriptWord *word : step.command->operands()) {
                if (isBuilding(word->value)) {
                    m_build.step = &step;
                    m_build.isSelfContained = m_build.isSelfContained
                        || isOneOf(taskOf(word->value),
                                   {"bootJar", "bootWar", "shadowJar", "buildFatJar", "fatJar", "uberJar"});
                    m_makesPlainJar
                        = m_makesPlainJar || isOneOf(taskOf(word->value), {"build", "assemble", "jar"});
                    m_build.isSpringBoot = m_build.isSpringBoot || taskOf(word->value) == "bootJar";
                } else if (!m_odd
                           && isOneOf(taskOf(word->value),
                                      {"clean", "test", "check", "dependencies", "classes",
                                       "resolveDependencies"})) {
                    continue;
                } else if (!m_odd) {
                    m_odd = word;
                }
            }
        }
        const Manifests *manifests = m_stage.manifests();
        for (std::size_t i = 0; manifests && i < manifests->gradleProjects.size(); ++i) {
            const GradleProject &project = manifests->gradleProjects[i].facts;
            if (m_build.javaVersion.empty())
                m_build.javaVersion = project.javaVersion;
            if (std::ranges::find(project.plugins, "org.springframework.boot") != project.plugins.end()) {
                m_build.isSelfContained = true;
                m_build.isSpringBoot = true;
            }
        }
    }

    bool findProgram()
    {
        const auto gradle = std::ranges::find_if(
            m_started, [](const StartedCommand &each) { return isGradle(each.name()); });
        if (gradle != m_started.end())
            return buildInsteadOfRun(*gradle);
        if (!m_build.step) {
            if (m_odd)
                m_recipe.refuse(
                    {QT_TRANSLATE_NOOP(
                         "refactor",
                         "It is not known what “%1” of Gradle leaves and where: the program may need "
                         "all of it."),
                     {m_odd->value}},
                    m_odd->range);
            else
                m_recipe.refuse(
                    {QT_TRANSLATE_NOOP("refactor", "No line builds a jar or the like with Gradle."), {}},
                    baseWords(m_stage));
            return false;
        }
        return takeJavaProgram(m_stage, m_wish, m_recipe, m_started, m_build);
    }

    /// The jar of the project at the stage's directory, if the manifests tell its name.
    std::string jarName() const
    {
        const Manifests *manifests = m_stage.manifests();
        std::string name;
        std::string version;
        bool isRead = false;
        for (std::size_t i = 0; manifests && i < manifests->gradleProjects.size(); ++i) {
            const auto &found = manifests->gradleProjects[i];
            if (found.path.find('/') != std::string::npos)
                continue;
            const GradleProject &project = found.facts;
            isRead = isRead || !found.path.starts_with("settings.");
            if (!project.archiveName.empty())
                return {}; // It may hold the version or not: the folder is looked at instead.
            if (!project.rootName.empty())
                name = project.rootName;
            if (!project.version.empty())
                version = project.version;
        }
        if (!isRead || name.empty() || (name + version).find('$') != std::string::npos)
            return {};
        return name + (version.empty() ? "" : "-" + version) + ".jar";
    }

    /// `gradle bootRun` compiles at every start.
    bool buildInsteadOfRun(const StartedCommand &started)
    {
        const std::string line = std::to_string(started.instruction->firstLine);
        bool runsBoot = false;
        std::string other;
        for (std::size_t i = 1; i < started.words.size(); ++i) {
            if (isOneOf(started.words[i], {"bootRun", ":bootRun"}))
                runsBoot = true;
            else if (!isHarmlessOption(started.words[i]))
                other = started.words[i];
        }
        if (!runsBoot || !other.empty() || !started.isWhole) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 leaves the start to Gradle (“%2”), with its plug-ins and all sources: "
                     "build the program in a RUN and start it with java."),
                 {line, other.empty() ? started.words.back() : other}},
                started.range);
            return false;
        }
        const bool isBuilt = m_build.step && m_build.step->directory == m_stage.workingDirectory();
        const std::string folder = pathFrom(m_stage.workingDirectory(), "build/libs");
        const std::string name = jarName();
        const UserText title {QT_TRANSLATE_NOOP("refactor", "The jar that Gradle builds"), {}};
        if (name.empty() && m_makesPlainJar) {
            const std::string answer = askedArtifact(
                m_recipe, m_wish, {},
                {QT_TRANSLATE_NOOP("refactor",
                                   "Gradle leaves two jars in %1: say which one is the program "
                                   "(artifact)."),
                 {folder}},
                started.range);
            if (answer.empty())
                return false;
            addFile(m_recipe, answer, title);
            m_recipe.program = {{"java", "-jar", answer}};
            return true;
        }
        if (!isBuilt)
            m_recipe.buildLines.push_back("RUN " + started.words.front() + " --no-daemon bootJar");
        m_build.isSelfContained = true;
        std::string jar;
        if (!name.empty()) {
            jar = pathFrom(folder, name);
            addFile(m_recipe, jar, title);
        } else {
            jar = pathFrom(m_stage.workingDirectory(), "app.jar");
            m_recipe.files.push_back({folder + "/*.jar", jar, title, false, {}});
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "Gradle leaves one jar in %1 and no other."), {folder}},
                 started.range});
        }
        m_recipe.program = {{"java", "-jar", jar}};
        if (!name.empty())
            offerLayers(m_wish, m_recipe, jar);
        return true;
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    JvmBuild m_build;
    const ScriptWord *m_odd = nullptr; ///< A task of which it is not known what it leaves.
    bool m_makesPlainJar = false;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitGradle(const SplitStage &stage, const RefactorWish &wish)
{
    return GradleSplit(stage, wish).run();
}

SplitRecipe splitSbt(const SplitStage &stage, const RefactorWish &wish)
{
    SplitRecipe recipe;
    JvmBuild build;
    for (const BuildStep &step : stage.steps()) {
        const auto words = step.command->arguments();
        const bool builds
            = step.command->name() == "sbt" && std::ranges::any_of(words, [](const ScriptWord &word) {
                  const std::string_view task
                      = std::string_view(word.value).substr(word.value.find_last_of("/: ") + 1);
                  return isOneOf(task, {"stage", "assembly", "dist", "packageBin", "pack"});
              });
        if (!builds)
            continue;
        build.step = &step;
        build.isSelfContained = std::ranges::any_of(
            words, [](const ScriptWord &word) { return word.value.find("assembly") != std::string::npos; });
    }
    const std::vector<StartedCommand> started = startedCommands(stage);
    const TextRange where = started.empty() ? baseWords(stage) : started.front().range;
    if (!build.step)
        return refusedRecipe(
            {QT_TRANSLATE_NOOP("refactor",
                               "No line builds a jar or a distribution with sbt (stage, assembly)."),
             {}},
            where);
    if (!takeJavaProgram(stage, wish, recipe, started, build))
        recipe.refuse(
            {QT_TRANSLATE_NOOP("refactor", "What the container starts is nothing that sbt builds here."), {}},
            where);
    finishJava(stage, wish, recipe, build, started);
    return recipe;
}

} // namespace drydock
