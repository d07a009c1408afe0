// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/start.h"

#include "model/base/one_of.h"

#include <algorithm>

namespace drydock {
namespace {

std::string_view nameOf(std::string_view program)
{
    return program.substr(program.rfind('/') + 1);
}

bool isShell(std::string_view program)
{
    return isOneOf(
        nameOf(program),
        {"sh", "bash", "ash", "dash", "ksh", "zsh", "busybox", "cmd", "cmd.exe", "powershell", "pwsh"});
}

bool startsShell(std::span<const std::string> words)
{
    return !words.empty() && (isShell(words.front()) || words.front().ends_with(".sh"));
}

/// The text asks for the words behind it: "$@", $*, $0, ${1:-x}.
bool usesArguments(std::string_view text)
{
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
        const std::string_view name = text.substr(text.substr(at + 1).starts_with('{') ? at + 2 : at + 1);
        if (!name.empty() && std::string_view("@*0123456789").find(name.front()) != std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace

std::span<const std::string> shellOf(std::span<const std::string> words)
{
    if (words.size() < 3 || !isShell(words.front()))
        return {};
    const std::string &option = words[words.size() - 2];
    const bool hasText = option.starts_with('-') && option.ends_with('c') && !option.starts_with("--");
    return hasText || isOneOf(option, {"/c", "/C", "-Command"}) ? words.first(words.size() - 1)
                                                                : std::span<const std::string>();
}

void settleStart(RuntimeContract &contract)
{
    contract.argv = contract.entrypoint;
    const bool isShellEntrypoint = !shellOf(contract.entrypoint).empty();
    // The shell takes them as $0, $1 …, which most texts do not look at.
    if (!isShellEntrypoint || usesArguments(contract.entrypoint.back()))
        contract.argv.insert(contract.argv.end(), contract.command.begin(), contract.command.end());
    contract.form = contract.argv.empty()                      ? StartForm::None
        : isShellEntrypoint || !shellOf(contract.argv).empty() ? StartForm::Shell
                                                               : StartForm::Exec;
    const std::span<const std::string> health(contract.healthcheck);
    const auto check = std::ranges::find_if(health, [](const std::string &word) {
        return isOneOf(word, {"CMD", "CMD-SHELL"});
    });
    const bool isShellCheck = check != health.end()
        && (*check == "CMD-SHELL"
            || startsShell(health.subspan(static_cast<std::size_t>(check - health.begin()) + 1)));
    // Behind an ENTRYPOINT, CMD is what most entrypoints start in the end.
    contract.needsShell = startsShell(contract.entrypoint) || startsShell(contract.command) || isShellCheck;
}

std::string inOneLine(std::span<const std::string> words)
{
    std::string line;
    for (const std::string &word : words) {
        if (!line.empty())
            line += ' ';
        const bool isPlain = !word.empty() && word.find_first_of(" \t\n\"'") == std::string::npos;
        if (isPlain) {
            line += word;
            continue;
        }
        const char quote = word.find('"') == std::string::npos ? '"' : '\'';
        line += quote + word + quote;
    }
    return line;
}

} // namespace drydock
