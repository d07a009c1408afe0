// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.3. Packages are installed in the build stage and taken over as they are: a virtual environment is one folder
// that holds them all and works wherever the same interpreter lies at the same path.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/edits/line_style.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/split/recipes/carry_over.h"
#include "model/refactor/split/recipes/python_installs.h"
#include "model/refactor/split/recipes/python_wheels.h"
#include "model/refactor/split/recipes/script_base.h"

#include <algorithm>

namespace drydock {
namespace {

/// Where the packages of a stage lie.
enum class Place : std::uint8_t {
    OwnFolder, ///< In an environment that the file makes.
    Venv, ///< In the interpreter's own folders; a virtual environment takes their place.
    Wheels, ///< Packed in the build stage, installed into the interpreter's own folders in the runtime stage.
    SitePackages, ///< In the interpreter's own folders, and they are taken from there.
    UserFolder, ///< In ~/.local of a user that may not write elsewhere.
    LocalFolder, ///< In /usr/local of a distribution whose Python lies elsewhere.
};

/// Only an installer reads it.
bool isRequirementsFile(std::string_view name)
{
    return (name.find("requirements") != std::string_view::npos || name.starts_with("constraints"))
        && (name.ends_with(".txt") || name.ends_with(".in") || name.find('.') == std::string_view::npos);
}

bool isLockFile(std::string_view name)
{
    return isOneOf(name, {"Pipfile", "Pipfile.lock", "poetry.lock", "uv.lock", "poetry.lock*", "uv.lock*"});
}

class PythonSplit {
public:
    PythonSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_installs(pythonInstallsOf(stage))
    { }

    SplitRecipe run()
    {
        if (!m_installs.refusal.source.empty())
            m_recipe.refuse(m_installs.refusal, m_installs.where);
        if (!m_installs.first)
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "No line installs packages of Python: there is nothing to leave behind."),
                 {}},
                m_stage.syntax().stages[m_stage.index().value].image);
        if (!m_recipe.isRefused())
            chooseBase();
        if (!m_recipe.isRefused())
            choosePlace();
        if (!m_recipe.isRefused())
            takePackages();
        if (!m_recipe.isRefused())
            carryRest();
        if (!m_recipe.isRefused())
            addNeeds();
        m_recipe.artifactLeast = 5'000'000;
        m_recipe.artifactMost = 300'000'000;
        return std::move(m_recipe);
    }

private:
    void chooseBase();
    void choosePlace();
    void takePackages();
    void carryRest();
    void addNeeds();
    std::string minorVersion() const;
    bool namesInterpreterPaths() const;
    bool startsOwnScript() const;
    bool keepsPath() const;
    bool isOfficial() const { return m_stage.imageName() == "python"; }
    void takeFolder(const std::string &path, UserText title);

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    SplitRecipe m_recipe;
    CarryPlan m_plan;
    ScriptBase m_base;
    Place m_place = Place::OwnFolder;
    std::vector<TextEdit> m_wheels;

    PythonInstalls m_installs;
};

void PythonSplit::chooseBase()
{
    m_base = slimBaseOf(m_stage, {{"python"}, SlimStyle::BeforeRelease});
    // uv's images are Python's with one program on top.
    const std::string &tag = m_stage.tag();
    if (m_stage.imageName() == "ghcr.io/astral-sh/uv" && tag.starts_with("python")
        && !runsAny(m_stage, {"uv", "uvx"})) {
        const auto parts = tagParts(tag);
        const std::string version(parts[0].substr(6));
        if (parts.size() >= 2 && isVersion(version)) {
            const bool isAlpine = parts[1].starts_with("alpine");
            m_base.reference = "python:" + version + (isAlpine ? "-" : "-slim-") + std::string(parts[1]);
            m_base.isSlimmer = true;
        }
    }
    if (!m_base.isSlimmer && !leavesBuildPackages(m_stage)) {
        refuseLittleGain(m_stage, m_recipe);
        return;
    }
    takeBase(m_stage, m_base, m_wish, m_recipe);
}

std::string PythonSplit::minorVersion() const
{
    const std::string version = m_stage.version();
    // There will be no other.
    if (version == "2")
        return "2.7";
    const std::size_t dot = version.find('.');
    if (dot == std::string::npos)
        return {};
    return version.substr(0, version.find('.', dot + 1));
}

/// Some line knows where the interpreter's folders are.
bool PythonSplit::namesInterpreterPaths() const
{
    return std::ranges::any_of(m_stage.instructions(), [&](const Instruction &instruction) {
        const std::string_view text = m_stage.syntax().textOf(instruction.range);
        return text.find("site-packages") != std::string_view::npos
            || text.find("/usr/local/lib/python") != std::string_view::npos
            || text.find("/usr/local/bin/py") != std::string_view::npos
            || text.find("/usr/local/bin/pip") != std::string_view::npos;
    });
}

/// The first line of a script may name an interpreter by its path.
bool PythonSplit::startsOwnScript() const
{
    for (const std::string &word : wordsThatRun(m_stage)) {
        if (word.ends_with(".sh") || word.ends_with("entrypoint"))
            return true;
    }
    const std::vector<std::string> &argv = m_stage.contract().argv;
    if (argv.empty() || m_stage.contract().form != StartForm::Exec
        || argv.front().find('/') == std::string::npos)
        return false;
    return !isPythonProgram(std::string_view(argv.front()).substr(argv.front().rfind('/') + 1));
}

bool PythonSplit::keepsPath() const
{
    for (const VariableSetting &setting : m_stage.lint().settingsOf(m_stage.index())) {
        if (setting.name == "PATH"
            && m_stage.syntax().textOf(m_stage.syntax().at(setting.instruction).range).find("PATH}")
                == std::string::npos
            && m_stage.syntax().textOf(m_stage.syntax().at(setting.instruction).range).find("$PATH")
                == std::string::npos)
            return false;
    }
    return true;
}

void PythonSplit::choosePlace()
{
    if (!m_installs.firstSystem) {
        m_place = Place::OwnFolder;
        return;
    }
    const TextRange where = m_installs.firstSystem->command->range;
    if (!runsAsRoot(m_stage, *m_installs.firstSystem->run)
        || m_installs.firstSystem->command->has({"--user"})) {
        m_place = Place::UserFolder;
        return;
    }
    if (!isOfficial()) {
        const auto &traits = traitsOf(m_stage.lint(), m_stage.index());
        const bool isPlain = isOneOf(m_stage.imageName(), {"debian", "ubuntu"}) && traits;
        if (!isPlain)
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Where pip of %1 installs to is not known. Make a virtual environment first (python "
                     "-m venv): then that folder can be taken over."),
                 {m_stage.reference()}},
                where);
        m_place = Place::LocalFolder;
        return;
    }
    const std::string minor = minorVersion();
    const bool canVenv = m_installs.isPlainPip && keepsPath() && !m_stage.version().starts_with("2")
        && !namesInterpreterPaths();
    const bool canSite = !minor.empty();
    if (!canVenv && !canSite) {
        m_recipe.refuse(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "The tag “%1” does not say which minor version of Python it is, and so not where its "
                 "packages lie. Write it into FROM first."),
             {m_stage.tag()}},
            m_stage.syntax().stages[m_stage.index().value].image);
        return;
    }
    Choice choice;
    choice.key = "packages";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "Where packages go"), {}};
    const Choice::Answer venv {
        "venv", {QT_TRANSLATE_NOOP("refactor", "A virtual environment: one folder with all of them"), {}}};
    const Choice::Answer site {
        "site-packages", {QT_TRANSLATE_NOOP("refactor", "Where pip puts them now: no path changes"), {}}};
    const bool prefersVenv = canVenv && (!canSite || !startsOwnScript());
    if (canVenv)
        choice.answers.push_back(venv);
    if (canSite)
        choice.answers.insert(prefersVenv ? choice.answers.end() : choice.answers.begin(), site);
    auto wheels = m_installs.isPlainPip && !m_installs.editable && !frontendTooOld(m_stage.syntax(), 2)
        ? wheelEdits(m_stage)
        : std::nullopt;
    if (wheels)
        choice.answers.push_back(
            {"wheels",
             {QT_TRANSLATE_NOOP("refactor",
                                "Where pip puts them now, from wheels that the build stage has made"),
              {}}});
    choice.chosen = choice.answers.front().value;
    const std::string_view asked = m_wish.setting("packages");
    if (std::ranges::find(choice.answers, asked, &Choice::Answer::value) != choice.answers.end())
        choice.chosen = asked;
    m_place = choice.chosen == "venv" ? Place::Venv
        : choice.chosen == "wheels"   ? Place::Wheels
                                      : Place::SitePackages;
    if (m_place == Place::Wheels)
        m_wheels = std::move(*wheels);
    if (m_place == Place::Venv && startsOwnScript())
        m_recipe.assumptions.push_back({{QT_TRANSLATE_NOOP("refactor",
                                                           "No script calls /usr/local/bin/python by its "
                                                           "full path: its packages are in /opt/venv then."),
                                         {}},
                                        where});
    m_recipe.choices.push_back(std::move(choice));
}

void PythonSplit::takeFolder(const std::string &path, UserText title)
{
    m_recipe.take(path, std::move(title));
    m_plan.taken.push_back(path);
}

void PythonSplit::takePackages()
{
    const UserText packages {QT_TRANSLATE_NOOP("refactor", "Packages of Python"), {}};
    for (const std::string &folder : m_installs.environments)
        takeFolder(folder, {QT_TRANSLATE_NOOP("refactor", "The environment with packages of Python"), {}});
    if (!m_installs.firstSystem)
        return;
    switch (m_place) {
    case Place::OwnFolder:
        break;
    case Place::Venv: {
        const std::string path = asWritten(m_stage, "ENV") + "PATH=/opt/venv/bin:$PATH";
        std::vector<std::string> lines {asWritten(m_stage, "RUN") + "python -m venv /opt/venv", path};
        const InstructionIndex run = m_stage.lint().indexOf(*m_installs.firstSystem->run);
        if (styleBehind(m_stage.syntax(), run).hasBlankBetween)
            lines.emplace_back();
        Part part;
        part.title = {QT_TRANSLATE_NOOP("refactor", "A virtual environment for the packages"), {}};
        part.isOptional = false;
        part.edits = {insertedAhead(m_stage.syntax(), *m_installs.firstSystem->run, lines)};
        m_recipe.buildChanges.push_back(std::move(part));
        m_recipe.runtimeLines.push_back(path);
        takeFolder("/opt/venv", packages);
        break;
    }
    case Place::Wheels: {
        Part part;
        part.title = {QT_TRANSLATE_NOOP("refactor", "Wheels instead of installed packages"), {}};
        part.isOptional = false;
        part.edits = std::move(m_wheels);
        m_recipe.buildChanges.push_back(std::move(part));
        m_recipe.boundRuns.push_back({"/wheels", "pip install --no-cache-dir --no-index /wheels/*.whl"});
        break;
    }
    case Place::SitePackages:
        takeFolder("/usr/local/lib/python" + minorVersion() + "/site-packages", packages);
        takeFolder("/usr/local/bin",
                   {QT_TRANSLATE_NOOP("refactor", "Programs that packages of Python bring"), {}});
        break;
    case Place::UserFolder: {
        const std::string user = userAt(m_stage, *m_installs.firstSystem->run);
        const std::string home
            = runsAsRoot(m_stage, *m_installs.firstSystem->run) ? "/root" : "/home/" + user;
        if (user.find_first_of("$:0123456789") != std::string::npos) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor", "Nobody can tell the home folder of the user “%1”, where pip installs to."),
                 {user}},
                m_installs.firstSystem->command->range);
            return;
        }
        takeFolder(home + "/.local", packages);
        m_recipe.files.back().owner = runsAsRoot(m_stage, *m_installs.firstSystem->run) ? "" : user;
        break;
    }
    case Place::LocalFolder:
        takeFolder("/usr/local", packages);
        break;
    }
}

void PythonSplit::carryRest()
{
    m_plan.known = pythonNoteFor;
    const bool readsProject
        = runsAny(m_stage, {"uv", "uvx", "poetry", "pipenv", "pdm"}) || m_installs.editable;
    const bool needsUv = runsAny(m_stage, {"uv", "uvx"});
    m_plan.isForBuild = [readsProject, needsUv](const CopyStep &copy) {
        if (copy.from)
            return !needsUv && !copy.sources.empty()
                && std::ranges::all_of(copy.sources, [](const CopiedSource &source) {
                       return isOneOf(source.name(), {"uv", "uvx"});
                   });
        return !copy.sources.empty() && std::ranges::all_of(copy.sources, [&](const CopiedSource &source) {
            return isRequirementsFile(source.name()) || (!readsProject && isLockFile(source.name()));
        });
    };
    // What is installed in place leaves its description beside the sources.
    if (m_installs.editable) {
        const std::string folder = m_installs.editable->directory.value_or("/");
        if (isSystemFolder(folder)) {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 installs in place what lies in %2, and that is too much to be copied. Set a "
                     "WORKDIR of its own first."),
                 {std::to_string(m_installs.editable->run->firstLine), folder}},
                m_installs.editable->command->range);
            return;
        }
        takeFolder(folder, {QT_TRANSLATE_NOOP("refactor", "The sources, which are installed in place"), {}});
    }
    carryOver(m_stage, m_plan, m_recipe);
}

void PythonSplit::addNeeds()
{
    if (!m_base.isSlimmer || m_recipe.base != m_base.reference || m_stage.isAlpine())
        return;
    std::vector<std::string> names = m_installs.names;
    const Manifests *manifests = m_stage.manifests();
    const bool isKnown
        = manifests && (!manifests->pythonPackages.empty() || !manifests->pythonProjects.empty());
    if (isKnown) {
        for (const auto &found : manifests->pythonPackages)
            names.insert(names.end(), found.facts.names.begin(), found.facts.names.end());
        for (const auto &found : manifests->pythonProjects)
            names.insert(names.end(), found.facts.dependencies.begin(), found.facts.dependencies.end());
    }
    addNeedsOf(m_stage, "python", names, m_recipe);
    if (m_installs.readsFiles && !isKnown)
        m_recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP(
                  "refactor",
                  "No package that line %1 installs needs a shared library that %2 lacks, as psycopg2 "
                  "needs libpq5 and mysqlclient libmariadb3."),
              {std::to_string(m_installs.first->run->firstLine), m_recipe.base}},
             m_installs.first->command->range});
}

} // namespace

SplitRecipe splitPython(const SplitStage &stage, const RefactorWish &wish)
{
    return PythonSplit(stage, wish).run();
}

} // namespace drydock
