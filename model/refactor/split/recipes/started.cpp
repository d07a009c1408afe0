// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/started.h"

#include "model/base/one_of.h"
#include "model/graph/command_check.h"
#include "model/lint/stage_bases.h"
#include "model/shell/plain_words.h"

#include <algorithm>

namespace drydock {
namespace {

bool isOption(std::string_view word, std::string_view option)
{
    return word.starts_with(option) && word.substr(option.size()).starts_with('=');
}

std::vector<std::string> wordsOf(const ScriptCommand &command)
{
    std::vector<std::string> words;
    for (std::size_t i = command.program; i < command.words.size(); ++i)
        words.push_back(command.words[i].value);
    return words;
}

/// `exec`, `cd` and the like start nothing of their own.
bool isOfShell(std::string_view name)
{
    return name.empty()
        || isOneOf(name, {"cd", "export", "set", "unset", "source", ".", "ulimit", "umask", "echo", "sleep"});
}

/// Called for the sake of its answer, inside of another command's words.
bool isAsking(std::string_view name)
{
    if (name.starts_with('`'))
        name.remove_prefix(1);
    return isOneOf(name,
                   {"grep", "nproc", "getent", "awk", "cat", "hostname", "date", "expr", "wc", "cut", "uniq",
                    "echo", "head", "tail", "tr", "sort", "free", "getconf"});
}

void addCommands(const SplitStage &stage, const Instruction &instruction,
                 std::vector<StartedCommand> &started)
{
    const auto commands = stage.lint().commandsOf(instruction);
    std::optional<std::string> directory = stage.workingDirectory();
    const bool isPlain = instruction.isJson
        || plainWords(stage.syntax().joined(instruction, instruction.arguments)).has_value();
    for (const ScriptCommand &command : commands) {
        if (command.name() == "cd") {
            const auto operands = command.operands();
            const std::string path
                = operands.size() == 1 ? absolutePath(operands[0]->value, directory) : std::string();
            directory = path.empty() ? std::nullopt : std::optional(path);
        }
        if (isOfShell(command.name()))
            continue;
        // `java -Dn=$(nproc) -jar x`: the parenthesis has cut it in two.
        if (command.words.front().value.starts_with('-')) {
            const auto whole
                = std::find_if(started.rbegin(), started.rend(), [&](const StartedCommand &each) {
                      return each.instruction == &instruction && !isAsking(each.name());
                  });
            if (whole != started.rend()) {
                const std::vector<std::string> words = wordsOf(command);
                whole->words.insert(whole->words.end(), words.begin(), words.end());
            }
            continue;
        }
        started.push_back(
            {&instruction, wordsOf(command), command.range, directory, isPlain && commands.size() == 1});
    }
}

/// A path with wildcards in its last part.
std::string pathWithWildcards(std::string_view text, const std::optional<std::string> &directory)
{
    const std::size_t slash = text.rfind('/');
    const std::string_view name = text.substr(slash == std::string_view::npos ? 0 : slash + 1);
    if (name.find_first_of("*?[") == std::string_view::npos
        || name.find_first_of("$`~") != std::string_view::npos)
        return absolutePath(text, directory);
    std::string folder = slash == 0       ? "/"
        : slash == std::string_view::npos ? absolutePath(".", directory)
                                          : absolutePath(text.substr(0, slash), directory);
    if (folder.empty())
        return {};
    return (folder == "/" ? folder : folder + "/") + std::string(name);
}

/// `tini --`, `gosu app`: they start what stands behind them.
void dropWrappers(StartedCommand &started)
{
    auto &words = started.words;
    while (words.size() > 1) {
        std::size_t count = 0;
        if (isOneOf(started.name(), {"tini", "dumb-init", "catchsegv", "exec", "nice", "docker-init"}))
            count = 1;
        else if (isOneOf(started.name(), {"gosu", "su-exec", "setpriv"}))
            count = 2;
        if (count == 0 || count >= words.size())
            return;
        while (count < words.size() && words[count].starts_with('-'))
            ++count;
        if (count >= words.size())
            return;
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
        started.isWhole = false;
    }
}

std::vector<StartedCommand> withoutWrappers(std::vector<StartedCommand> started)
{
    for (StartedCommand &each : started)
        dropWrappers(each);
    return started;
}

bool isScriptWord(std::string_view word)
{
    return word.ends_with(".sh") || word.ends_with("entrypoint");
}

} // namespace

std::string_view StartedCommand::name() const
{
    return std::string_view(words.front()).substr(words.front().rfind('/') + 1);
}

bool StartedCommand::has(std::string_view word) const
{
    return std::find(words.begin() + 1, words.end(), word) != words.end();
}

std::string StartedCommand::option(std::initializer_list<std::string_view> options) const
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        for (const std::string_view option : options) {
            if (words[i] == option)
                return i + 1 < words.size() ? words[i + 1] : std::string();
            if (isOption(words[i], option))
                return words[i].substr(option.size() + 1);
        }
    }
    return {};
}

std::vector<StartedCommand> startedCommands(const SplitStage &stage)
{
    std::vector<StartedCommand> started;
    const Instruction *entrypoint = stage.lint().lastOf(stage.index(), Keyword::Entrypoint);
    const Instruction *command = stage.lint().lastOf(stage.index(), Keyword::Cmd);
    if (entrypoint)
        addCommands(stage, *entrypoint, started);
    if (!command || (entrypoint && !entrypoint->isJson))
        return withoutWrappers(std::move(started));
    if (!entrypoint || started.size() != 1 || !started[0].isWhole) {
        if (!entrypoint)
            addCommands(stage, *command, started);
        return withoutWrappers(std::move(started));
    }
    // A script ends by starting its words, as a rule.
    const bool isScript = isScriptWord(started[0].words.front());
    if (isScript && command->isJson) {
        addCommands(stage, *command, started);
        started.back().isWhole = false;
        started.front().isWhole = false;
        return withoutWrappers(std::move(started));
    }
    // ENTRYPOINT hands a shell-form CMD over as three words of a shell.
    for (const ScriptCommand &each : stage.lint().commandsOf(*command)) {
        const std::vector<std::string> words = wordsOf(each);
        started[0].words.insert(started[0].words.end(), words.begin(), words.end());
    }
    started[0].isWhole = command->isJson;
    return withoutWrappers(std::move(started));
}

std::string pathOfWord(const SplitStage &stage, const StartedCommand &started, std::string_view word)
{
    const std::optional<std::string> text = expandedAt(stage.lint(), *started.instruction, word);
    return text ? pathWithWildcards(*text, started.directory) : std::string();
}

std::string pathFor(const SplitStage &stage, const BuildStep &step, std::string_view text)
{
    const std::optional<std::string> known = expandedAt(stage.lint(), *step.run, text);
    return known ? pathWithWildcards(*known, step.directory) : std::string();
}

std::string PlacedFile::inside() const
{
    return pathFrom(to, std::string_view(from).substr(from.rfind('/') + 1));
}

std::vector<PlacedFile> placedFiles(const SplitStage &stage)
{
    std::vector<PlacedFile> placed;
    for (const BuildStep &step : stage.steps()) {
        const std::string_view name = step.command->name();
        if (!isOneOf(name, {"cp", "mv", "install", "ln"}))
            continue;
        std::vector<const ScriptWord *> operands = step.command->operands();
        // The mode of `install -m 755`.
        if (name == "install")
            std::erase_if(operands, [](const ScriptWord *word) {
                return word->value.find_first_not_of("0123456789") == std::string::npos;
            });
        if (operands.size() < 2 || (name == "install" && step.command->hasLetter('d')))
            continue;
        const std::string_view last = operands.back()->value;
        const std::string to = pathFor(stage, step, last);
        if (to.empty())
            continue;
        const bool isFolder = last.ends_with('/') || last.ends_with('.') || operands.size() > 2;
        for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
            std::string from = pathFor(stage, step, operands[i]->value);
            if (from.empty())
                continue;
            const std::string file(std::string_view(from).substr(from.rfind('/') + 1));
            const bool isPattern = file.find_first_of("*?[") != std::string::npos;
            if (isFolder && !isPattern)
                placed.push_back({&step, std::move(from), pathFrom(to, file), false});
            else
                placed.push_back({&step, std::move(from), to,
                                  isFolder || isPattern || file.find('.') == std::string::npos
                                      || to.find('.', to.rfind('/')) == std::string::npos});
        }
    }
    return placed;
}

std::string originOf(const std::vector<PlacedFile> &placed, std::string_view path)
{
    std::string current(path);
    for (std::size_t i = placed.size(); i-- > 0;) {
        if (placed[i].isAt(current))
            current = placed[i].from;
    }
    return current;
}

std::string optionOf(const ScriptCommand &command, std::initializer_list<std::string_view> options)
{
    const auto words = command.arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const std::string_view option : options) {
            if (words[i].value == option && i + 1 < words.size())
                return words[i + 1].value;
            if (isOption(words[i].value, option))
                return words[i].value.substr(option.size() + 1);
        }
    }
    return {};
}

std::optional<std::string> variableFor(const SplitStage &stage, const BuildStep &step, std::string_view name)
{
    const std::string assignment = std::string(name) + "=";
    std::optional<std::string> value;
    for (const ScriptCommand &command : stage.lint().commandsOf(*step.run)) {
        const bool isOwn = &command == step.command;
        if (!isOwn && command.name() != "export")
            continue;
        for (std::size_t i = 0; i < command.words.size(); ++i) {
            if (isOwn && i >= command.program)
                break;
            if (std::string_view(command.words[i].value).starts_with(assignment))
                value = expandedAt(stage.lint(), *step.run,
                                   std::string_view(command.words[i].value).substr(assignment.size()))
                            .value_or(std::string());
        }
        if (isOwn)
            break;
    }
    if (value)
        return value;
    if (const VariableSetting *setting = stage.lint().variableAt(*step.run, name))
        return setting->value.value_or(std::string());
    return std::nullopt;
}

} // namespace drydock
