// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.4, §4.5.
#include "model/refactor/split/recipes/jvm.h"

#include "model/base/one_of.h"
#include "model/knowledge/packages.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

std::string_view nameIn(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string folderIn(std::string_view path)
{
    return std::string(path.substr(0, std::max<std::size_t>(path.rfind('/'), 1)));
}

bool isBuildFolder(std::string_view name)
{
    return isOneOf(name, {"target", "build", "out", "libs"});
}

/// `path` is, or lies in, a folder that builds write to.
bool isInBuildFolder(std::string_view path)
{
    while (path.size() > 1) {
        if (isBuildFolder(nameIn(path)))
            return true;
        path = path.substr(0, path.rfind('/'));
    }
    return false;
}

/// Named so that it says to hold all it needs.
bool saysItIsWhole(std::string_view jar)
{
    const std::string_view name = nameIn(jar);
    for (const std::string_view word :
         {"-fat", "-all.", "with-dependencies", "assembly", "uber", "shaded", "standalone"}) {
        if (name.find(word) != std::string_view::npos)
            return true;
    }
    return false;
}

bool isCopiedByName(const SplitStage &stage, std::string_view path)
{
    return std::ranges::any_of(stage.copies(), [&](const CopyStep &copy) {
        return std::ranges::any_of(copy.sources, [&](const CopiedSource &source) {
            if (!source.name().ends_with(".jar") && !source.name().ends_with(".war"))
                return false;
            return copy.destination == path || (!copy.destination.empty() && copy.pathInside(source) == path);
        });
    });
}

class JavaProgram {
public:
    JavaProgram(const SplitStage &stage, const RefactorWish &wish, SplitRecipe &recipe, const JvmBuild &build)
        : m_stage(stage)
        , m_wish(wish)
        , m_recipe(recipe)
        , m_build(build)
    { }

    bool take(const StartedCommand &started)
    {
        if (started.name() == "java")
            return takeJava(started);
        return takeScript(started);
    }

private:
    UserText title() const { return programTitle(*m_build.step); }

    bool takeJava(const StartedCommand &started)
    {
        const auto jarOption = std::ranges::find(started.words, "-jar");
        const std::string classPath = started.option({"-cp", "-classpath", "--class-path"});
        bool isTaken = false;
        if (jarOption != started.words.end() && jarOption + 1 != started.words.end()) {
            if (!takeJar(started, *(jarOption + 1)))
                return false;
            m_skipped.insert(*(jarOption + 1));
            isTaken = true;
        } else if (!classPath.empty()) {
            if (!takeClassPath(started, classPath))
                return false;
            m_skipped.insert(classPath);
            isTaken = true;
        }
        if (!isTaken)
            return false;
        addNamedFiles(m_stage, m_recipe, started, m_skipped);
        return true;
    }

    bool takeJar(const StartedCommand &started, const std::string &word)
    {
        const std::string path = pathOfWord(m_stage, started, word);
        if (path.empty())
            return ask(started, word);
        if (isCopiedByName(m_stage, path))
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "%1 is copied from the folder of the build, not built here."),
                 {path}},
                started.range);
        if (path.find_first_of("*?[") != std::string::npos) {
            // The shell looks for it again at each start, in the same folder.
            m_recipe.files.push_back({path, folderIn(path) + "/", title(), false, {}});
            return true;
        }
        if (nameIn(path) == "quarkus-run.jar") {
            addFile(m_recipe, folderIn(path), title());
            return true;
        }
        addFile(m_recipe, path, title());
        addDependencies();
        if (!m_build.isSelfContained && !saysItIsWhole(path))
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "%1 holds all that it runs and needs no other jar of the build."),
                  {path}},
                 started.range});
        if (m_build.isSpringBoot && started.isWhole)
            offerLayers(m_wish, m_recipe, path);
        return true;
    }

    /// `mvn dependency:copy-dependencies` puts libraries beside the jar.
    void addDependencies()
    {
        for (const BuildStep &step : m_stage.steps()) {
            const auto words = step.command->arguments();
            const bool copies = std::ranges::any_of(words, [](const ScriptWord &word) {
                return word.value.find("copy-dependencies") != std::string::npos;
            });
            if (!copies)
                continue;
            const std::string asked = optionOf(*step.command, {"-DoutputDirectory"});
            const std::string folder = pathFor(m_stage, step, asked.empty() ? "target/dependency" : asked);
            if (!folder.empty())
                addFile(m_recipe, folder,
                        {QT_TRANSLATE_NOOP("refactor", "The libraries that line %1 puts there"),
                         {std::to_string(step.run->firstLine)}});
        }
    }

    bool ask(const StartedCommand &started, const std::string &word)
    {
        const std::string answer = askedArtifact(
            m_recipe, m_wish, {},
            {QT_TRANSLATE_NOOP("refactor",
                               "“%1” on line %2 is known only when the container starts: say which "
                               "file it is (artifact)."),
             {word, std::to_string(started.instruction->firstLine)}},
            started.range);
        if (answer.empty())
            return false;
        addFile(m_recipe, answer, title());
        return true;
    }

    bool takeClassPath(const StartedCommand &started, std::string_view classPath)
    {
        std::vector<std::string> paths;
        while (true) {
            const std::size_t colon = classPath.find(':');
            std::string_view entry = classPath.substr(0, colon);
            const bool isFolder = entry.ends_with("/*");
            if (isFolder)
                entry.remove_suffix(2);
            std::string path = pathOfWord(m_stage, started, entry.empty() ? "." : entry);
            if (path.empty() || path.find_first_of("*?[") != std::string::npos)
                return ask(started, std::string(classPath));
            paths.push_back(std::move(path));
            if (colon == std::string_view::npos)
                break;
            classPath.remove_prefix(colon + 1);
        }
        // A distribution that has been unpacked: it is read from where it is started.
        const std::string &directory = m_stage.workingDirectory();
        const auto liesThere = [&](const std::string &path) { return liesIn(path, directory); };
        if (isInBuildFolder(directory) && !isBuildFolder(nameIn(directory))
            && std::ranges::all_of(paths, liesThere)) {
            addFile(m_recipe, directory, title());
            return true;
        }
        for (const std::string &path : paths) {
            if (path == directory || liesIn(directory, path))
                return m_recipe.refuse(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "The class path of line %1 holds all of %2, sources too: name the "
                                       "folders and jars in it."),
                     {std::to_string(started.instruction->firstLine), path}},
                    started.range);
        }
        for (const std::string &path : paths)
            addFile(m_recipe, path, title());
        return true;
    }

    /// `build/install/app/bin/app`, `target/universal/stage/bin/app`: with its folder `lib` beside `bin`.
    bool takeScript(const StartedCommand &started)
    {
        const std::string path = pathOfWord(m_stage, started, started.words.front());
        if (path.empty() || started.words.front().find('/') == std::string::npos)
            return false;
        const std::string folder = folderIn(path);
        if (nameIn(folder) != "bin" || folder.size() < 5)
            return false;
        const std::string root = folderIn(folder);
        if (isOneOf(root, {"/", "/usr", "/usr/local", "/opt"}) || root == m_stage.workingDirectory())
            return false;
        addFile(m_recipe, root, title());
        addNamedFiles(m_stage, m_recipe, started, {started.words.front()});
        return true;
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    SplitRecipe &m_recipe;
    const JvmBuild &m_build;
    std::set<std::string> m_skipped;
};

/// `openjdk-17-jre` for `openjdk-17-jdk`: the packages by which a distribution's own Java runs programs.
std::vector<std::string> javaPackages(const SplitStage &stage)
{
    std::vector<std::string> names;
    for (const BuildStep &step : stage.steps()) {
        const PackageCommand *package = stage.lint().packageOf(*step.command);
        if (!package || !package->isOfSystem() || !package->installs())
            continue;
        for (const ScriptWord *word : package->packages) {
            std::string name(packageName(word->value));
            const std::size_t jdk = name.find("-jdk");
            if (name.starts_with("openjdk") && package->manager == PackageManager::Apk
                && jdk == std::string::npos && name.find("-jre") == std::string::npos) {
                names.push_back(name + "-jre");
            } else if ((name.starts_with("openjdk") || name.starts_with("default-jdk"))
                       && jdk != std::string::npos) {
                name.replace(jdk, 4, "-jre");
                names.push_back(std::move(name));
            } else if (name.starts_with("java-") && name.ends_with("-devel")) {
                names.push_back(name.substr(0, name.size() - 6));
            }
        }
    }
    return names;
}

void chooseJavaBase(const SplitStage &stage, const RefactorWish &wish, SplitRecipe &recipe,
                    const JvmBuild &build)
{
    const UserText about {QT_TRANSLATE_NOOP("refactor", "Java without its compiler"), {}};
    if (const auto image = runtimeImageFor(stage.reference())) {
        const std::string written(stage.syntax().textOf(baseWords(stage)));
        recipe.bases.push_back({image->reference.empty() ? written : image->reference, about});
        if (image->isOther)
            recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "The program runs on %1 as it does on “%2”: the same version of Java, built by "
                      "somebody else."),
                  {image->reference, stage.reference()}},
                 baseWords(stage)});
    } else if (std::vector<std::string> packages = javaPackages(stage); !packages.empty()) {
        SystemBase base = systemBaseOf(stage);
        recipe.bases = std::move(base.bases);
        recipe.packages = std::move(packages);
    } else if (const std::string own = javaRuntimeImage(majorOfJava(build.javaVersion)); !own.empty()) {
        recipe.bases.push_back({own, about});
        recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor", "Java %1, which the manifest asks for, runs what “%2” builds."),
              {build.javaVersion, stage.reference()}},
             baseWords(stage)});
    }
    if (recipe.bases.empty() && wish.setting("base").empty()) {
        if (recipe.refusal.source.empty()) {
            recipe.refusal
                = {QT_TRANSLATE_NOOP("refactor",
                                     "“%1” does not say which version of Java it has, or there is no image "
                                     "that only runs it: choose a tag that says it, or the image (base)."),
                   {std::string(stage.syntax().textOf(baseWords(stage)))}};
            recipe.where = baseWords(stage);
        }
        return;
    }
    if (stage.imageName() != "eclipse-temurin" && stage.imageName() != "tomcat")
        declareOldBase(stage, recipe);
    recipe.base = recipe.bases.empty() ? std::string(wish.setting("base")) : chosenBase(recipe.bases, wish);
}

} // namespace

std::string majorOfJava(std::string_view version)
{
    if (version.starts_with("1."))
        version.remove_prefix(2);
    const std::size_t end = version.find_first_not_of("0123456789");
    return std::string(version.substr(0, end));
}

bool takeJavaProgram(const SplitStage &stage, const RefactorWish &wish, SplitRecipe &recipe,
                     const std::vector<StartedCommand> &started, const JvmBuild &build)
{
    JavaProgram program(stage, wish, recipe, build);
    bool isTaken = false;
    for (const StartedCommand &each : started) {
        if (program.take(each))
            isTaken = true;
        if (!recipe.refusal.source.empty())
            return false;
    }
    if (isTaken)
        return true;
    // A script that the build does not make: what it starts stands in there.
    for (const StartedCommand &each : started) {
        if (!isScriptPath(each.words.front()) && each.words.size() == 1)
            continue;
        const std::string answer = askedArtifact(
            recipe, wish, {},
            {QT_TRANSLATE_NOOP("refactor",
                               "What line %1 starts does not say which files of the build it needs: "
                               "name the jar (artifact)."),
             {std::to_string(each.instruction->firstLine)}},
            each.range);
        if (answer.empty())
            return false;
        addFile(recipe, answer, programTitle(*build.step));
        return true;
    }
    return false;
}

void offerLayers(const RefactorWish &wish, SplitRecipe &recipe, const std::string &jar)
{
    const bool isWanted = wish.setting("layers") == "yes";
    recipe.choices.push_back(
        {"layers",
         {QT_TRANSLATE_NOOP("refactor", "Layers of Spring Boot"), {}},
         {{"no", {QT_TRANSLATE_NOOP("refactor", "The jar as one file"), {}}},
          {"yes",
           {QT_TRANSLATE_NOOP(
                "refactor", "Libraries in a layer of their own, so that a new build sends only the classes"),
            {}}}},
         isWanted ? "yes" : "no",
         false});
    if (!isWanted)
        return;
    const std::string folder = folderIn(jar);
    std::erase_if(recipe.files, [&](const RuntimeFile &file) { return file.path == jar; });
    recipe.buildLines.push_back("RUN java -Djarmode=tools -jar " + jar
                                + " extract --layers --destination /layers");
    for (const std::string_view layer :
         {"dependencies", "spring-boot-loader", "snapshot-dependencies", "application"})
        recipe.files.push_back({"/layers/" + std::string(layer) + "/",
                                folder + "/",
                                {QT_TRANSLATE_NOOP("refactor", "The layer “%1”"), {std::string(layer)}},
                                false,
                                {}});
    recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP(
              "refactor",
              "The jar is one of Spring Boot 3.3 or newer and not made to be executable by itself."),
          {}},
         {}});
}

void finishJava(const SplitStage &stage, const RefactorWish &wish, SplitRecipe &recipe, const JvmBuild &build,
                const std::vector<StartedCommand> &started)
{
    if (!recipe.isRefused())
        chooseJavaBase(stage, wish, recipe, build);
    if (recipe.isRefused())
        return;
    for (const StartedCommand &each : started) {
        if (each.name() != "java" && !recipe.program)
            addNamedFiles(stage, recipe, each);
    }
    addData(stage, recipe);
    assumeNoSources(stage, recipe);
    recipe.buildTools = {"mvn", "mvnw", "gradle", "gradlew", "sbt",   "javac", "jar",
                         "mv",  "cp",   "sed",    "tar",     "unzip", "mkdir", "find"};
    recipe.artifactLeast = 10'000'000;
    recipe.artifactMost = 80'000'000;
}

} // namespace drydock
