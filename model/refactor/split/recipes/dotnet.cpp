// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.6.
// Length: one walk through a file of .NET, from what is published to the image that runs it.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/compiled.h"

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

bool isProjectFile(std::string_view name)
{
    return name.ends_with(".csproj") || name.ends_with(".fsproj") || name.ends_with(".vbproj");
}

bool isConfigurationOption(std::string_view word)
{
    return isOneOf(word,
                   {"-c", "--configuration", "-o", "--output", "-r", "--runtime", "-f", "--framework", "-v",
                    "--verbosity", "--project", "-p"});
}

/// What `dotnet publish` or `dotnet build` is asked for.
struct DotnetCall {
    const BuildStep *step = nullptr;
    bool isPublish = false;
    std::string
        project; ///< Absolute path of what is built; the directory if no word says it. Empty: not known.
    std::string output; ///< Absolute; empty: below bin/.
    std::string configuration;
    bool isSelfContained = false;
};

class DotnetSplit {
public:
    DotnetSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
    { }

    SplitRecipe run()
    {
        readSteps();
        const bool isFound = findProgram();
        if (isFound)
            chooseBase();
        if (m_recipe.isRefused())
            return std::move(m_recipe);
        addNamedFiles(m_stage, m_recipe, m_started, m_skipped);
        addData(m_stage, m_recipe);
        assumeNoSources(m_stage, m_recipe);
        m_recipe.buildTools = {"dotnet", "cp", "mv", "ls", "dir", "pwd"};
        m_recipe.artifactLeast = 1'000'000;
        m_recipe.artifactMost = 60'000'000;
        return std::move(m_recipe);
    }

private:
    void readSteps()
    {
        for (const BuildStep &step : m_stage.steps()) {
            if (step.command->name() != "dotnet")
                continue;
            const auto operands = step.command->operands();
            if (operands.empty() || !isOneOf(operands[0]->value, {"publish", "build"}))
                continue;
            DotnetCall call;
            call.step = &step;
            call.isPublish = operands[0]->value == "publish";
            call.configuration = optionOf(*step.command, {"-c", "--configuration"});
            const std::string output = optionOf(*step.command, {"-o", "--output"});
            call.output = output.empty() ? std::string() : pathFor(m_stage, step, output);
            call.project = projectOf(step);
            for (const ScriptWord &word : step.command->arguments()) {
                const std::string_view text = word.value;
                if (isOneOf(text, {"--self-contained", "--sc", "--self-contained=true"})
                    || text.ends_with("PublishAot=true") || text.ends_with("SelfContained=true"))
                    call.isSelfContained = true;
            }
            const std::string contained = optionOf(*step.command, {"--self-contained", "--sc"});
            if (contained == "false")
                call.isSelfContained = false;
            if (call.isPublish || !m_call.step || !m_call.isPublish)
                m_call = std::move(call);
        }
    }

    /// The first operand behind the verb that is no option's value.
    std::string projectOf(const BuildStep &step) const
    {
        const auto words = step.command->arguments();
        bool isVerbPast = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words[i].value;
            if (isConfigurationOption(word)) {
                ++i;
                continue;
            }
            if (word.starts_with('-') || word.starts_with('/'))
                continue;
            if (!isVerbPast) {
                isVerbPast = true;
                continue;
            }
            return isOneOf(word, {"true", "false"}) ? step.pathOf(".") : pathFor(m_stage, step, word);
        }
        return step.pathOf(".");
    }

    const DotnetProject *manifestOf(const std::string &project) const
    {
        const Manifests *manifests = m_stage.manifests();
        const DotnetProject *found = nullptr;
        for (std::size_t i = 0; manifests && i < manifests->dotnetProjects.size(); ++i) {
            const auto &each = manifests->dotnetProjects[i];
            const std::string place = m_stage.placeOf(each.path);
            if (place.empty() || (place != project && folderIn(place) != project))
                continue;
            if (found)
                return nullptr; // Two in one folder.
            found = &each.facts;
        }
        return found;
    }

    /// The name of the dll without its ending; empty if it is not known.
    std::string assemblyOf(const std::string &project) const
    {
        const Manifests *manifests = m_stage.manifests();
        for (std::size_t i = 0; manifests && i < manifests->dotnetProjects.size(); ++i) {
            const auto &each = manifests->dotnetProjects[i];
            if (&each.facts != manifestOf(project))
                continue;
            if (!each.facts.assemblyName.empty())
                return each.facts.assemblyName.find('$') == std::string::npos ? each.facts.assemblyName
                                                                              : std::string();
            const std::string_view name = nameIn(each.path);
            return std::string(name.substr(0, name.rfind('.')));
        }
        const std::string_view name = nameIn(project);
        return isProjectFile(name) ? std::string(name.substr(0, name.rfind('.'))) : std::string();
    }

    // The program.

    bool findProgram()
    {
        for (const StartedCommand &started : m_started) {
            if (started.name() == "dotnet" && started.has("run"))
                return publishInsteadOfRun(started);
        }
        if (!m_call.step)
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "No line builds a program with dotnet."), {}},
                baseWords(m_stage));
        for (const StartedCommand &started : m_started) {
            if (takeStarted(started))
                return true;
            if (m_recipe.isRefused())
                return false;
        }
        const std::string answer = askedArtifact(
            m_recipe, m_wish, outputs(),
            {QT_TRANSLATE_NOOP("refactor",
                               "The file does not say which of the files that dotnet leaves is "
                               "started: name the folder (artifact)."),
             {}},
            m_call.step->command->range);
        if (answer.empty())
            return false;
        addFile(m_recipe, answer, programTitle(*m_call.step));
        return true;
    }

    Candidates outputs() const
    {
        if (m_call.output.empty())
            return {};
        return {{m_call.output,
                 {QT_TRANSLATE_NOOP("refactor", "Where line %1 puts it"),
                  {std::to_string(m_call.step->run->firstLine)}}}};
    }

    bool takeStarted(const StartedCommand &started)
    {
        std::string word = started.words.front();
        if (started.name() == "dotnet") {
            const auto dll = std::ranges::find_if(started.words, [](const std::string &each) {
                return each.ends_with(".dll") || each.ends_with(".exe");
            });
            if (dll == started.words.end())
                return false;
            word = *dll;
        } else if (word.find('/') == std::string::npos) {
            return false;
        }
        const std::string path = pathOfWord(m_stage, started, word);
        if (path.empty() || isScriptPath(path))
            return false;
        m_skipped.insert(word);
        const std::string folder = folderIn(path);
        const bool isOutput = folder == m_call.output || folder.find("/bin/") != std::string::npos
            || folder.find("/publish") != std::string::npos;
        const bool isPlaced = originOf(placedFiles(m_stage), folder) != folder;
        if (!isOutput && !isPlaced && !m_call.output.empty() && !liesIn(folder, m_call.output))
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "Line %1 starts %2, and line %3 leaves what it builds in %4."),
                 {std::to_string(started.instruction->firstLine), path,
                  std::to_string(m_call.step->run->firstLine), m_call.output}},
                started.range);
        if (!m_call.isPublish)
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "The program needs no file that “dotnet publish” would add: line %1 only builds."),
                  {std::to_string(m_call.step->run->firstLine)}},
                 m_call.step->command->range});
        place(started, folder, path, word);
        return true;
    }

    /// ASP.NET looks for its settings and pages in the directory it is started in: what is published goes there.
    void place(const StartedCommand &started, const std::string &folder, const std::string &path,
               const std::string &word)
    {
        const std::string &directory = m_stage.workingDirectory();
        if (folder == directory || directory == "/" || !started.isWhole || !liesIn(folder, directory)) {
            addFile(m_recipe, folder, programTitle(*m_call.step));
            return;
        }
        m_recipe.files.push_back({folder, directory, programTitle(*m_call.step), false, {}});
        std::vector<std::string> program = started.words;
        std::ranges::replace(program, word,
                             word.starts_with('/')
                                 ? pathFrom(directory, nameIn(path))
                                 : (started.name() == "dotnet" ? "" : "./") + std::string(nameIn(path)));
        m_recipe.program = std::move(program);
        m_recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP(
                  "refactor",
                  "Nothing asks for the program by the path %1: it lies in %2, where it looks for its "
                  "settings."),
              {folder, directory}},
             started.range});
    }

    bool publishInsteadOfRun(const StartedCommand &started)
    {
        const std::string line = std::to_string(started.instruction->firstLine);
        std::string asked = started.option({"--project", "-p"});
        const std::string directory = m_stage.workingDirectory();
        const std::string project = asked.empty() ? directory : pathOfWord(m_stage, started, asked);
        const auto end = std::ranges::find(started.words, "--");
        std::string configuration = started.option({"-c", "--configuration"});
        std::vector<std::string> others;
        for (auto word = started.words.begin() + 1; word != end; ++word) {
            if (isConfigurationOption(*word)) {
                if (++word == end)
                    break;
                continue;
            }
            if (*word != "run" && !isOneOf(*word, {"--no-build", "--no-restore", "--no-launch-profile"})
                && !word->starts_with("--project=") && !word->starts_with("--configuration="))
                others.push_back(*word);
        }
        if (!started.isWhole || project.empty())
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 compiles the program at every start (“dotnet run”): publish it in "
                     "a RUN and start the dll."),
                 {line}},
                started.range);
        std::string assembly = assemblyOf(project);
        if (assembly.empty()) {
            const std::string answer = askedArtifact(
                m_recipe, m_wish, {},
                {QT_TRANSLATE_NOOP("refactor",
                                   "“dotnet run” on line %1 starts what the project file says: name "
                                   "the dll that it builds, as /app/publish/NAME.dll (artifact)."),
                 {line}},
                started.range);
            if (answer.empty())
                return false;
            assembly = nameIn(answer);
            if (assembly.ends_with(".dll"))
                assembly.resize(assembly.size() - 4);
        }
        if (configuration.empty())
            configuration = "Release";
        std::string output;
        if (m_call.step && m_call.isPublish && !m_call.output.empty() && m_call.project == project) {
            output = m_call.output;
        } else {
            output = "/publish";
            m_recipe.buildLines.push_back("RUN dotnet publish" + (asked.empty() ? "" : " " + asked) + " -c "
                                          + configuration + " -o " + output);
        }
        m_project = project;
        m_recipe.files.push_back({output,
                                  directory == "/" ? "/app" : directory,
                                  {QT_TRANSLATE_NOOP("refactor", "The program, published"), {}},
                                  false,
                                  {}});
        std::vector<std::string> program {"dotnet",
                                          directory == "/" ? "/app/" + assembly + ".dll" : assembly + ".dll"};
        program.insert(program.end(), others.begin(), others.end());
        if (end != started.words.end())
            program.insert(program.end(), end + 1, started.words.end());
        m_recipe.program = std::move(program);
        if (!started.has("--no-launch-profile"))
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "The program needs nothing of launchSettings.json, such as its address and "
                      "environment, which only “dotnet run” on line %1 heeds."),
                  {line}},
                 started.range});
        return true;
    }

    // The base.

    void chooseBase()
    {
        const DotnetProject *project = manifestOf(m_project.empty() ? m_call.project : m_project);
        const bool isSelfContained
            = m_call.isSelfContained || (project && (project->isAot || project->isSelfContained));
        const bool isWeb = project
            && (project->sdk.ends_with(".Web")
                || std::ranges::find(project->frameworks, "Microsoft.AspNetCore.App")
                    != project->frameworks.end());
        const auto add = [&](std::string_view kind, UserText about) {
            if (const auto image = runtimeImageFor(m_stage.reference(), kind)) {
                m_recipe.bases.push_back({image->reference, std::move(about)});
                if (image->isOther && m_recipe.bases.size() == 1)
                    m_recipe.assumptions.push_back(
                        {{QT_TRANSLATE_NOOP("refactor",
                                            "%1 has the .NET of “%2”, which is no longer given out."),
                          {image->reference, m_stage.reference()}},
                         baseWords(m_stage)});
            }
        };
        if (isSelfContained)
            add("runtime-deps",
                {QT_TRANSLATE_NOOP("refactor",
                                   "What .NET itself needs of the system: the program brings .NET along"),
                 {}});
        else if (project && !isWeb && !project->sdk.empty() && project->projects.empty())
            add("runtime",
                {QT_TRANSLATE_NOOP("refactor", ".NET without ASP.NET: the project file asks for no more"),
                 {}});
        add("aspnet",
            {QT_TRANSLATE_NOOP("refactor", ".NET and ASP.NET: programs of either kind run there"), {}});
        if (!isSelfContained && !isWeb)
            add("runtime",
                {QT_TRANSLATE_NOOP("refactor", ".NET without ASP.NET, if the program is no web application"),
                 {}});
        if (m_recipe.bases.size() == 3)
            m_recipe.bases.pop_back();
        if (m_recipe.bases.empty() && m_wish.setting("base").empty()) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "“%1” does not say which version of .NET it has: choose a tag that says it, or "
                     "name the image to run on (base)."),
                 {std::string(m_stage.syntax().textOf(baseWords(m_stage)))}},
                baseWords(m_stage));
            return;
        }
        m_recipe.base = m_recipe.bases.empty() ? std::string(m_wish.setting("base"))
                                               : chosenBase(m_recipe.bases, m_wish);
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    DotnetCall m_call;
    std::string m_project; ///< Of `dotnet run`.
    std::set<std::string> m_skipped;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitDotnet(const SplitStage &stage, const RefactorWish &wish)
{
    return DotnetSplit(stage, wish).run();
}

} // namespace drydock
