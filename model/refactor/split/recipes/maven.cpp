// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.4.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/jvm.h"

#include <algorithm>

namespace drydock {
namespace {

bool isMaven(std::string_view name)
{
    return isOneOf(name, {"mvn", "mvnw", "mvnd"});
}

/// A goal that leaves something in target/.
bool isPackaging(std::string_view word)
{
    return isOneOf(
               word,
               {"package", "install", "verify", "deploy", "compile", "integration-test", "native:compile"})
        || word.ends_with(":single") || word.ends_with(":repackage") || word.ends_with(":shade");
}

class MavenSplit {
public:
    MavenSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
    { }

    SplitRecipe run()
    {
        for (const BuildStep &step : m_stage.steps()) {
            if (isMaven(step.command->name())) {
                const auto words = step.command->arguments();
                if (std::ranges::any_of(words,
                                        [](const ScriptWord &word) { return isPackaging(word.value); }))
                    m_build.step = &step;
            }
        }
        readManifests();
        if (!findProgram())
            m_recipe.refuse({QT_TRANSLATE_NOOP(
                                 "refactor", "What the container starts is nothing that Maven builds here."),
                             {}},
                            m_started.empty() ? baseWords(m_stage) : m_started.front().range);
        finishJava(m_stage, m_wish, m_recipe, m_build, m_started);
        return std::move(m_recipe);
    }

private:
    bool findProgram()
    {
        if (const StartedCommand *maven = startedMaven())
            return buildInsteadOfRun(*maven);
        if (!m_build.step) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "No line builds a jar or the like with Maven."), {}},
                baseWords(m_stage));
            return false;
        }
        if (m_stage.imageName() == "tomcat" && takeWebApplication())
            return true;
        return takeJavaProgram(m_stage, m_wish, m_recipe, m_started, m_build);
    }

    const StartedCommand *startedMaven() const
    {
        const auto found = std::ranges::find_if(
            m_started, [](const StartedCommand &each) { return isMaven(each.name()); });
        return found == m_started.end() ? nullptr : &*found;
    }

    void readManifests()
    {
        const MavenProject *project = projectIn(
            m_build.step && m_build.step->directory ? *m_build.step->directory : m_stage.workingDirectory());
        if (!project)
            return;
        m_build.javaVersion = project->javaVersion;
        m_build.isSpringBoot = project->usesSpringBoot;
        m_build.isSelfContained
            = project->usesSpringBoot || std::ranges::any_of(project->plugins, [](const std::string &plugin) {
                  return isOneOf(plugin, {"maven-shade-plugin", "maven-assembly-plugin"});
              });
    }

    /// The pom.xml that lies in `folder` of the stage. Null if it has not been read.
    const MavenProject *projectIn(const std::string &folder) const
    {
        const Manifests *manifests = m_stage.manifests();
        for (std::size_t i = 0; manifests && i < manifests->mavenProjects.size(); ++i) {
            const auto &found = manifests->mavenProjects[i];
            if (m_stage.placeOf(found.path) == pathFrom(folder, "pom.xml"))
                return &found.facts;
        }
        return nullptr;
    }

    /// A war that a RUN puts where Tomcat looks.
    bool takeWebApplication()
    {
        for (const PlacedFile &file : placedFiles(m_stage)) {
            if (!liesIn(file.to, "/usr/local/tomcat/webapps"))
                continue;
            const std::string_view name = std::string_view(file.from).substr(file.from.rfind('/') + 1);
            const bool isFolder = file.to == "/usr/local/tomcat/webapps";
            if (isFolder && name.find_first_of("*?[") != std::string_view::npos)
                addFile(m_recipe, file.to, programTitle(*file.step));
            else
                addFile(m_recipe, isFolder ? pathFrom(file.to, name) : file.to, programTitle(*file.step));
        }
        return !m_recipe.files.empty();
    }

    /// `mvn spring-boot:run` compiles at every start.
    bool buildInsteadOfRun(const StartedCommand &started)
    {
        const std::string line = std::to_string(started.instruction->firstLine);
        const bool runsBoot = std::ranges::any_of(started.words, [](const std::string &word) {
            return word.ends_with("spring-boot:run")
                || word.starts_with("org.springframework.boot:spring-boot-maven-plugin:");
        });
        std::vector<std::string> others;
        std::vector<std::string> arguments;
        for (std::size_t i = 1; i < started.words.size(); ++i) {
            const std::string &word = started.words[i];
            constexpr std::string_view profiles = "-Dspring-boot.run.profiles=";
            if (word.starts_with(profiles))
                arguments.push_back("--spring.profiles.active=" + word.substr(profiles.size()));
            else if (!word.ends_with("spring-boot:run")
                     && !isOneOf(word,
                                 {"-q", "-B", "-o", "-e", "-ntp", "--quiet", "--batch-mode", "--offline",
                                  "--no-transfer-progress", "-DskipTests", "-Dmaven.test.skip=true"}))
                others.push_back(word);
        }
        if (!runsBoot || !others.empty() || !started.isWhole) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 leaves the start to Maven (“%2”), with its plug-ins and all sources: "
                     "package the program in a RUN and start it with java."),
                 {line, runsBoot && !others.empty() ? others.front() : started.words.back()}},
                started.range);
            return false;
        }
        const MavenProject *project = projectIn(m_stage.workingDirectory());
        m_build.isSpringBoot = true;
        m_build.isSelfContained = true;
        const bool isPackaged = m_build.step && m_build.step->directory == m_stage.workingDirectory()
            && std::ranges::any_of(m_build.step->command->arguments(), [](const ScriptWord &word) {
                                    return isOneOf(word.value, {"package", "install", "verify", "deploy"});
                                });
        if (!isPackaged)
            m_recipe.buildLines.push_back("RUN " + started.words.front() + " -B package -DskipTests");
        const std::string folder = pathFrom(m_stage.workingDirectory(), "target");
        const std::string name = project ? project->artifactName() : std::string();
        const UserText title {QT_TRANSLATE_NOOP("refactor", "The jar that Maven packages"), {}};
        std::string jar;
        if (!name.empty() && name.find('$') == std::string::npos) {
            jar = pathFrom(folder, name);
            addFile(m_recipe, jar, title);
        } else {
            jar = pathFrom(m_stage.workingDirectory(), "app.jar");
            m_recipe.files.push_back({folder + "/*.jar", jar, title, false, {}});
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "Maven leaves one jar in %1 and no other."), {folder}},
                 started.range});
        }
        std::vector<std::string> program {"java", "-jar", jar};
        program.insert(program.end(), arguments.begin(), arguments.end());
        m_recipe.program = std::move(program);
        if (jar.find("/target/") != std::string::npos)
            offerLayers(m_wish, m_recipe, jar);
        return true;
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    JvmBuild m_build;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitMaven(const SplitStage &stage, const RefactorWish &wish)
{
    return MavenSplit(stage, wish).run();
}

} // namespace drydock
