// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/run_script.h"

#include "model/shell/variable_name.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// Words in front of a program that are not it.
bool standsBefore(std::string_view word)
{
    static constexpr std::array<std::string_view, 16> words {
        "if",   "then", "do",   "else",  "elif", "while", "until",   "!",
        "exec", "time", "nice", "nohup", "env",  "sudo",  "command", "eatmydata"};
    return std::ranges::find(words, word) != words.end();
}

bool isAssignment(std::string_view word)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return false;
    return std::ranges::all_of(word.substr(0, equals), [](char c) { return isVariableNameByte(c, false); });
}

bool isShell(std::string_view program)
{
    static constexpr std::array<std::string_view, 5> shells {"sh", "bash", "ash", "dash", "zsh"};
    return std::ranges::find(shells, program.substr(program.rfind('/') + 1)) != shells.end();
}

/// Where the bytes of a joined instruction stand in the file.
class JoinedPlaces {
public:
    JoinedPlaces(const Syntax &syntax, const Instruction &instruction, TextRange range)
    {
        if (!instruction.isContinued()) {
            m_runs.push_back({0, range.begin});
            return;
        }
        std::size_t offset = 0;
        for (const Piece &piece : syntax.piecesOf(instruction)) {
            const std::size_t begin = std::max<std::size_t>(piece.begin, range.begin);
            const std::size_t end = std::min<std::size_t>(piece.end, range.end);
            if (begin >= end)
                continue;
            m_runs.push_back({offset, begin});
            offset += end - begin;
        }
    }

    /// \param length of at least one byte. \returns from the first to behind the last byte's place.
    TextRange rangeOf(std::size_t begin, std::size_t end) const
    {
        return {placeOf(begin), end > begin ? placeOf(end - 1) + 1 : placeOf(begin)};
    }

private:
    struct Run {
        std::size_t offset; ///< In the joined text.
        std::size_t place; ///< In the file.
    };
    std::size_t placeOf(std::size_t offset) const
    {
        const auto after = std::ranges::upper_bound(m_runs, offset, {}, &Run::offset);
        if (after == m_runs.begin())
            return m_runs.empty() ? 0 : m_runs.front().place;
        const Run &run = *std::prev(after);
        return run.place + (offset - run.offset);
    }

    std::vector<Run> m_runs; ///< Ascending.
};

void finish(ScriptCommand &command)
{
    command.range = {command.words.front().range.begin, command.words.back().range.end};
    for (const ScriptWord &word : command.words) {
        if (!standsBefore(word.value) && !isAssignment(word.value))
            break;
        ++command.program;
    }
}

template <typename RangeOf>
void addCommands(std::string_view script, const RangeOf &rangeOf, std::vector<ScriptCommand> &commands)
{
    for (PlacedCommand &placed : placedCommands(script)) {
        ScriptCommand &command = commands.emplace_back();
        command.joint = placed.joint;
        for (PlacedWord &word : placed.words)
            command.words.push_back({std::move(word.value), rangeOf(word.begin, word.end)});
        finish(command);
    }
}

void addArray(const Syntax &syntax, const Instruction &instruction, std::vector<ScriptCommand> &commands)
{
    ScriptCommand command;
    for (const Word &word : syntax.wordsOf(instruction))
        command.words.push_back({wordValue(syntax, instruction, word), word.range});
    if (command.words.empty())
        return;
    if (command.words.size() >= 3 && isShell(command.words[0].value)
        && command.words[1].value.ends_with("c")) {
        // Escapes of JSON move the bytes about, so everything in there stands at the string.
        const TextRange all = command.words[2].range;
        addCommands(
            command.words[2].value, [&](std::size_t, std::size_t) { return all; }, commands);
        return;
    }
    finish(command);
    commands.push_back(std::move(command));
}

} // namespace

std::string_view ScriptCommand::name() const
{
    if (program >= words.size())
        return {};
    const std::string_view value = words[program].value;
    return value.substr(value.rfind('/') + 1);
}

std::span<const ScriptWord> ScriptCommand::arguments() const
{
    return std::span<const ScriptWord>(words).subspan(std::min(program + 1, words.size()));
}

std::vector<const ScriptWord *> ScriptCommand::operands() const
{
    std::vector<const ScriptWord *> result;
    for (const ScriptWord &word : arguments()) {
        if (!word.value.starts_with('-'))
            result.push_back(&word);
    }
    return result;
}

const ScriptWord *ScriptCommand::option(std::initializer_list<std::string_view> options) const
{
    for (const ScriptWord &word : arguments()) {
        for (const std::string_view option : options) {
            const std::string_view value = word.value;
            if (value == option || (value.starts_with(option) && value.substr(option.size(), 1) == "="))
                return &word;
        }
    }
    return nullptr;
}

bool ScriptCommand::hasLetter(char letter) const
{
    return std::ranges::any_of(arguments(), [letter](const ScriptWord &word) {
        return word.value.size() > 1 && word.value[0] == '-' && word.value[1] != '-'
            && word.value.find(letter) != std::string::npos;
    });
}

bool isShellScript(const Syntax &syntax, const Instruction &instruction, const Heredoc &heredoc)
{
    const std::string_view body = syntax.textOf(heredoc.body);
    if (body.starts_with("#!")) {
        const std::string_view line = body.substr(2, body.find('\n') - 2);
        const std::size_t blank = line.find(' ');
        const bool isByEnv = line.substr(0, blank).ends_with("/env") && blank != std::string_view::npos;
        return isShell(trimmed(isByEnv ? line.substr(blank + 1) : line.substr(0, blank)));
    }
    const std::string line = syntax.joined(instruction, instruction.arguments);
    const std::vector<ShellCommand> commands = shellCommands(line);
    if (trimmed(line) == syntax.textOf(heredoc.mark))
        return true;
    return commands.size() == 1 && isShell(commands.front().front());
}

std::vector<ScriptCommand> scriptOf(const Syntax &syntax, const Instruction &instruction)
{
    std::vector<ScriptCommand> commands;
    if (instruction.isJson) {
        addArray(syntax, instruction, commands);
        return commands;
    }
    const JoinedPlaces places(syntax, instruction, instruction.arguments);
    const std::string line = syntax.joined(instruction, instruction.arguments);
    const auto heredocs = syntax.heredocsOf(instruction);
    const bool isOnlyMark = heredocs.size() == 1 && trimmed(line) == syntax.textOf(heredocs.front().mark);
    if (!isOnlyMark)
        addCommands(
            line, [&](std::size_t begin, std::size_t end) { return places.rangeOf(begin, end); }, commands);
    for (const Heredoc &heredoc : heredocs) {
        if (!isShellScript(syntax, instruction, heredoc))
            continue;
        const std::size_t begin = heredoc.body.begin;
        addCommands(
            syntax.textOf(heredoc.body),
            [begin](std::size_t from, std::size_t to) {
                return TextRange {begin + from, begin + to};
            },
            commands);
    }
    return commands;
}

} // namespace drydock
