// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/python_installs.h"

#include "model/base/one_of.h"
#include "model/context/manifests/python_project.h"
#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

StepNote note(StepEffect effect)
{
    return {nullptr, effect, {}, {}, {}};
}

bool isOn(std::string_view value)
{
    return isOneOf(value, {"1", "true", "True", "yes", "on"});
}

std::optional<StepNote> noteForPython(const BuildStep &step)
{
    const auto words = step.command->arguments();
    const auto operands = step.command->operands();
    if (words.empty() || words[0].value == "--version" || words[0].value == "-V")
        return note(StepEffect::Nothing);
    if (words[0].value == "-m") {
        const std::string_view module = words.size() > 1 ? std::string_view(words[1].value) : "";
        if (isOneOf(module, {"venv", "virtualenv", "ensurepip", "spacy", "compileall", "pipenv", "poetry"}))
            return note(StepEffect::Packages);
        return module == "pip" ? std::nullopt : std::optional(note(StepEffect::Unknown));
    }
    if (words[0].value.starts_with("-"))
        return note(StepEffect::Unknown);
    if (words[0].value.ends_with("setup.py"))
        return note(StepEffect::Packages);
    // A script in the interpreter's folders, or one that came by a pipe, may do anything.
    if (operands.empty() || operands[0]->value.starts_with('/') || !operands[0]->value.ends_with(".py"))
        return note(StepEffect::Unknown);
    return note(StepEffect::Builds);
}

class Installs {
public:
    explicit Installs(const SplitStage &stage)
        : m_stage(stage)
    { }

    PythonInstalls read();

private:
    void refuse(UserText reason, TextRange where)
    {
        if (!m_found.refusal.source.empty())
            return;
        m_found.refusal = std::move(reason);
        m_found.where = where;
    }
    bool isEnvironment(std::string_view path) const
    {
        return std::ranges::find(m_found.environments, path) != m_found.environments.end();
    }
    void readPip(const BuildStep &step);
    void readTool(const BuildStep &step);
    bool setsOption(const BuildStep &step, std::string_view variable) const;
    std::string value(const BuildStep &step, std::string_view variable) const;

    const SplitStage &m_stage;
    PythonInstalls m_found;
};

std::string Installs::value(const BuildStep &step, std::string_view variable) const
{
    for (const ScriptWord &word : step.command->words) {
        if (word.value.starts_with(std::string(variable) + "="))
            return word.value.substr(variable.size() + 1);
    }
    const VariableSetting *setting = m_stage.lint().variableAt(*step.run, variable);
    return setting && setting->value ? *setting->value : std::string();
}

bool Installs::setsOption(const BuildStep &step, std::string_view variable) const
{
    return !value(step, variable).empty();
}

void Installs::readPip(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const auto package = packageCommandOf(command);
    if (!package->isVerb("install"))
        return;
    for (const ScriptWord *word : package->packages) {
        m_found.names.push_back(pythonPackageName(word->value));
        if (word->value == "." || word->value.starts_with("./"))
            m_found.readsFiles = true;
    }
    if (command.has({"-r", "--requirement"}) || command.hasLetter('r'))
        m_found.readsFiles = true;
    if (command.has({"-e", "--editable"}))
        m_found.editable = &step;
    const std::string target = optionValue(step, {"-t", "--target", "--prefix", "--root"});
    if (!target.empty() || command.has({"--prefix", "--target", "--root"})) {
        const std::string place = placeOfWord(m_stage, step, target);
        if (place.empty() || isSystemFolder(place))
            refuse({QT_TRANSLATE_NOOP("refactor", "Nobody can tell where line %1 installs to."),
                    {std::to_string(step.run->firstLine)}},
                   command.range);
        else
            m_found.environments.push_back(place);
        return;
    }
    // By an environment's own pip, or with the environment in front of PATH.
    const std::string &program = command.words[command.program].value;
    const std::string path = placeOfWord(m_stage, step, program);
    if (program.find('/') != std::string::npos) {
        for (const std::string &folder : m_found.environments) {
            if (path == folder + "/bin/" + std::string(command.name()))
                return;
        }
    }
    const std::string first = value(step, "PATH");
    for (const std::string &folder : m_found.environments) {
        if (first.starts_with(folder + "/bin:") || first.find(":" + folder + "/bin:") != std::string::npos)
            return;
    }
    // Activated by the shell: `. venv/bin/activate && pip install …`.
    for (const BuildStep &other : m_stage.steps()) {
        if (other.run == step.run && isOneOf(other.command->name(), {"source", "."})
            && other.command->range.begin < command.range.begin && !m_found.environments.empty())
            return;
    }
    if (command.has({"--no-build-isolation", "--user", "--break-system-packages"}) || command.hasLetter('t')
        || setsOption(step, "PIP_TARGET") || setsOption(step, "PIP_PREFIX") || setsOption(step, "PIP_USER")
        || setsOption(step, "PYTHONUSERBASE") || setsOption(step, "PYTHONHOME"))
        m_found.isPlainPip = false;
    m_found.firstSystem = m_found.firstSystem ? m_found.firstSystem : &step;
    m_found.first = m_found.first ? m_found.first : &step;
}

/// uv, poetry, pipenv and what makes environments.
void Installs::readTool(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    const auto intoSystem = [&] {
        m_found.isPlainPip = false;
        m_found.firstSystem = m_found.firstSystem ? m_found.firstSystem : &step;
    };
    const auto into = [&](const std::string &folder) {
        if (folder.empty())
            refuse({QT_TRANSLATE_NOOP("refactor", "Nobody can tell where line %1 installs to."),
                    {std::to_string(step.run->firstLine)}},
                   command.range);
        else if (!isEnvironment(folder))
            m_found.environments.push_back(folder);
    };
    const auto inProject = [&] { into(step.directory ? pathFrom(*step.directory, ".venv") : std::string()); };

    if (isPythonProgram(name) || isOneOf(name, {"virtualenv", "pyvenv"})) {
        const auto words = command.arguments();
        const bool isModule = isPythonProgram(name) && words.size() > 1 && words[0].value == "-m";
        if (isPythonProgram(name) && !(isModule && isOneOf(words[1].value, {"venv", "virtualenv"}))) {
            if (!words.empty() && words[0].value.ends_with("setup.py"))
                m_found.editable = command.has({"develop"}) || verb == "develop" ? &step : m_found.editable;
            intoSystem();
            return;
        }
        // The folder stands last: `-p python3` takes a word of its own.
        into(operands.empty() ? std::string() : placeOfWord(m_stage, step, operands.back()->value));
        return;
    }
    if (name == "uv") {
        m_found.readsFiles = true;
        if (verb == "venv") {
            if (operands.size() > 1)
                into(placeOfWord(m_stage, step, operands.back()->value));
            else
                inProject();
        } else if (verb == "sync") {
            const std::string folder = value(step, "UV_PROJECT_ENVIRONMENT");
            if (folder.empty())
                inProject();
            else if (liesIn(folder, "/usr/local"))
                intoSystem();
            else
                into(placeOfWord(m_stage, step, folder));
        } else if (verb == "pip") {
            const bool isSystem = command.has({"--system"}) || isOn(value(step, "UV_SYSTEM_PYTHON"));
            if (isSystem || m_found.environments.empty())
                intoSystem();
            for (std::size_t i = 2; i < operands.size(); ++i)
                m_found.names.push_back(pythonPackageName(operands[i]->value));
        } else if (verb == "tool") {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Nobody can tell where “%1” on line %2 leaves what the program needs."),
                    {"uv tool", std::to_string(step.run->firstLine)}},
                   command.range);
        }
        return;
    }
    if (name == "poetry" && verb == "install") {
        m_found.readsFiles = true;
        const auto configures = [&](std::string_view key, std::string_view answer) {
            return std::ranges::any_of(m_stage.steps(), [&](const BuildStep &other) {
                const auto words = other.command->operands();
                return other.command->name() == "poetry" && words.size() >= 3 && words[0]->value == "config"
                    && words[1]->value == key && words[2]->value == answer;
            });
        };
        const std::string creates = value(step, "POETRY_VIRTUALENVS_CREATE");
        if (isOneOf(creates, {"0", "false", "False"}) || configures("virtualenvs.create", "false"))
            intoSystem();
        else if (isOn(value(step, "POETRY_VIRTUALENVS_IN_PROJECT"))
                 || configures("virtualenvs.in-project", "true"))
            inProject();
        else
            into("/root/.cache/pypoetry/virtualenvs");
        return;
    }
    if (name == "pipenv" && isOneOf(verb, {"install", "sync"})) {
        m_found.readsFiles = true;
        if (command.has({"--system"}))
            intoSystem();
        else if (!value(step, "PIPENV_VENV_IN_PROJECT").empty())
            inProject();
        else
            into("/root/.local/share/virtualenvs");
        return;
    }
    if (isOneOf(name, {"pdm", "easy_install"}))
        intoSystem();
}

PythonInstalls Installs::read()
{
    for (const StepNote &each : notesOf(m_stage, pythonNoteFor)) {
        if (each.effect != StepEffect::Packages)
            continue;
        const auto package = packageCommandOf(*each.step->command);
        if (package && package->manager == PackageManager::Pip)
            readPip(*each.step);
        else
            readTool(*each.step);
        m_found.first = m_found.first ? m_found.first : each.step;
    }
    return std::move(m_found);
}

} // namespace

bool isPythonProgram(std::string_view name)
{
    return name.starts_with("python")
        && name.substr(6).find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<StepNote> pythonNoteFor(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    if (const auto package = packageCommandOf(command); package && package->manager == PackageManager::Pip)
        return note(package->isAnyVerb({"install", "uninstall"}) ? StepEffect::Packages
                                                                 : StepEffect::Nothing);
    if (isPythonProgram(name))
        return noteForPython(step);
    if (isOneOf(name, {"virtualenv", "pyvenv", "easy_install", "wheel"}))
        return note(StepEffect::Packages);
    if (isOneOf(name, {"uv", "poetry", "pipenv", "pdm"}))
        return note(verb == "run" ? StepEffect::Builds : StepEffect::Packages);
    if (isOneOf(name, {"source", "."}) && verb.ends_with("/activate"))
        return note(StepEffect::Nothing);
    if (isOneOf(name, {"pytest", "flake8", "mypy", "black", "ruff", "pylint", "pyclean"}))
        return note(StepEffect::Nothing);
    return std::nullopt;
}

PythonInstalls pythonInstallsOf(const SplitStage &stage)
{
    return Installs(stage).read();
}

} // namespace drydock
