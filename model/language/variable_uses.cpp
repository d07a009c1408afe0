// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/variable_uses.h"

#include "model/language/placed_text.h"
#include "model/language/shell_names.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::array<std::string_view, 6> shells {"sh", "bash", "ash", "dash", "zsh", "ksh"};

bool isShellProgram(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return std::ranges::find(shells, name) != shells.end();
}

/// `#!/usr/bin/env python3` is no shell; no such line is one.
bool isShellScript(std::string_view body)
{
    if (!body.starts_with("#!"))
        return true;
    const std::string_view line = body.substr(2, body.find('\n') - 2);
    return std::ranges::any_of(shells, [line](std::string_view shell) {
        const std::size_t at = line.rfind(shell);
        return at != std::string_view::npos && at > 0 && (line[at - 1] == '/' || line[at - 1] == ' ');
    });
}

/// A here-document is the whole script: `RUN <<EOF`.
bool isOnlyHeredoc(const Syntax &syntax, const Instruction &instruction)
{
    const auto heredocs = syntax.heredocsOf(instruction);
    return heredocs.size() == 1 && heredocs.front().mark == instruction.arguments;
}

class UseFinder {
public:
    UseFinder(const Syntax &syntax, InstructionIndex index, std::vector<VariableUse> &uses)
        : m_syntax(syntax)
        , m_index(index)
        , m_uses(uses)
    { }

    void find(const Instruction &instruction)
    {
        switch (instruction.keyword) {
        case Keyword::From:
            m_reader = VariableReader::From;
            flag(instruction, "--platform");
            if (const auto words = m_syntax.wordsOf(instruction); !words.empty())
                word(instruction, words.front());
            break;
        case Keyword::Arg:
            m_reader = m_syntax.at(m_index).stage ? VariableReader::Build : VariableReader::From;
            for (const Word &part : m_syntax.wordsOf(instruction)) {
                if (part.role == WordRole::Value)
                    word(instruction, part);
            }
            break;
        case Keyword::Env:
        case Keyword::Label:
        case Keyword::Workdir:
        case Keyword::User:
        case Keyword::Volume:
        case Keyword::Expose:
        case Keyword::Stopsignal:
            for (const Word &part : m_syntax.wordsOf(instruction))
                word(instruction, part);
            break;
        case Keyword::Copy:
        case Keyword::Add:
            copy(instruction);
            break;
        case Keyword::Run:
            run(instruction);
            break;
        case Keyword::Cmd:
        case Keyword::Entrypoint:
        case Keyword::Healthcheck:
            m_reader = VariableReader::Container;
            command(instruction);
            break;
        default:
            break;
        }
    }

private:
    void scan(const PlacedText &placed, NameRules rules)
    {
        for (const NameUse &use : namesIn(placed.text(), rules)) {
            std::string name = placed.text().substr(use.nameBegin, use.nameEnd - use.nameBegin);
            if (rules.isShell && m_own.contains(name))
                continue;
            m_uses.push_back({std::move(name), placed.rangeOf(use.begin, use.end),
                              placed.rangeOf(use.nameBegin, use.nameEnd), m_index, m_reader, rules.isShell});
        }
    }
    void word(const Instruction &instruction, const Word &part)
    {
        scan(PlacedText(m_syntax, instruction, part.range), {m_syntax.escape, true, false});
    }
    /// Quotes and escapes of flags are gone before their variables are looked at.
    void flag(const Instruction &instruction, std::string_view name)
    {
        if (const Flag *found = m_syntax.flagNamed(instruction, name))
            scan(PlacedText(m_syntax, instruction, found->value), {'\0', false, false});
    }

    void copy(const Instruction &instruction)
    {
        for (const std::string_view name : {"--chown", "--chmod", "--checksum"})
            flag(instruction, name);
        for (const Word &part : m_syntax.wordsOf(instruction)) {
            if (!heredocOf(wordValue(m_syntax, instruction, part)))
                word(instruction, part);
        }
        for (const Heredoc &heredoc : m_syntax.heredocsOf(instruction)) {
            if (heredoc.expand)
                scan(PlacedText(m_syntax, heredoc.body), {'\\', false, false});
        }
    }

    void run(const Instruction &instruction)
    {
        for (const Flag &mount : m_syntax.flagsOf(instruction)) {
            if (m_syntax.joined(instruction, mount.name) != "--mount")
                continue;
            for (const FlagOption &option : flagOptions(m_syntax, instruction, mount)) {
                if (option.key != "from")
                    scan(PlacedText(m_syntax, instruction, option.valueRange), {'\0', false, false});
            }
        }
        for (std::string &name : namesSetBy(m_syntax, m_index))
            m_own.insert(std::move(name));
        command(instruction);
        const bool isScript = isOnlyHeredoc(m_syntax, instruction);
        for (const Heredoc &heredoc : m_syntax.heredocsOf(instruction)) {
            // Run as a script, quotes mean what they mean to a shell; handed to a command, the shell only replaces.
            if (isScript && isShellScript(m_syntax.textOf(heredoc.body)))
                scan(PlacedText(m_syntax, heredoc.body), {'\\', true, true});
            else if (!isScript && heredoc.expand)
                scan(PlacedText(m_syntax, heredoc.body), {'\\', false, true});
        }
    }

    void command(const Instruction &instruction)
    {
        const auto words = m_syntax.wordsOf(instruction);
        if (!instruction.isJson) {
            for (const Word &part : words) {
                const bool isType = instruction.keyword == Keyword::Healthcheck && &part == &words.front();
                if (!isType)
                    scan(PlacedText(m_syntax, instruction, part.range), {m_syntax.escape, true, true});
            }
            return;
        }
        // ["sh", "-c", "echo $x"]: the shell in it replaces, else nobody does.
        for (std::size_t i = 2; i < words.size(); ++i) {
            if (wordValue(m_syntax, instruction, words[i - 1]) != "-c"
                || !isShellProgram(wordValue(m_syntax, instruction, words[i - 2])))
                continue;
            const TextRange quoted = words[i].range;
            scan(PlacedText(m_syntax, instruction, {quoted.begin + 1, quoted.end - 1}), {'\0', true, true});
        }
    }

    const Syntax &m_syntax;
    InstructionIndex m_index;
    std::vector<VariableUse> &m_uses;
    VariableReader m_reader = VariableReader::Build;
    std::set<std::string, std::less<>> m_own;
};

} // namespace

std::vector<std::string> namesSetBy(const Syntax &syntax, InstructionIndex index)
{
    const Instruction *instruction = &syntax.at(index);
    while (const Instruction *trigger = syntax.triggerOf(*instruction))
        instruction = trigger;
    if (instruction->keyword != Keyword::Run)
        return {};
    std::string script;
    for (const Word &word : syntax.wordsOf(*instruction))
        script += wordValue(syntax, *instruction, word) + "\n";
    if (isOnlyHeredoc(syntax, *instruction))
        script = std::string(syntax.textOf(syntax.heredocsOf(*instruction).front().body));
    const auto names = namesSetIn(script);
    return {names.begin(), names.end()};
}

std::vector<VariableUse> variableUses(const Syntax &syntax)
{
    std::vector<VariableUse> uses;
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        const Instruction *instruction = &syntax.instructions[i];
        if (syntax.textOf(instruction->lines).find('$') == std::string_view::npos)
            continue;
        while (const Instruction *trigger = syntax.triggerOf(*instruction))
            instruction = trigger;
        UseFinder(syntax, {i}, uses).find(*instruction);
    }
    std::ranges::sort(uses, {}, [](const VariableUse &use) { return use.nameRange.begin; });
    return uses;
}

} // namespace drydock
