// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/fixes.h"
#include "model/lint/rules/layer_rules.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {

/// Meant as an array, read as a command for the shell, without a word from anybody.
void checkBrokenArray(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        const bool takesArray = instruction.keyword == Keyword::Run || instruction.keyword == Keyword::Cmd
            || instruction.keyword == Keyword::Entrypoint;
        if (!takesArray || instruction.isJson)
            continue;
        const std::string text = syntax.joined(instruction, instruction.arguments);
        const std::string_view trimmedText = trimmed(text);
        // `[ -f x ]` is a shell's own command: a blank stands behind its bracket.
        if (trimmedText.size() < 3 || trimmedText.front() != '[' || trimmedText.back() != ']'
            || (trimmedText[1] != '\'' && trimmedText[1] != '"'))
            continue;
        std::vector<Fix> fixes;
        std::string mended(trimmedText);
        if (mended.find('"') == std::string::npos && mended.find('\\') == std::string::npos
            && !instruction.isContinued()) {
            std::ranges::replace(mended, '\'', '"');
            fixes = replacing({QT_TRANSLATE_NOOP("lint", "Write it with double quotes"), {}},
                              instruction.arguments, mended, FixSafety::AskFirst);
        }
        report({&instruction,
                instruction.arguments,
                {QT_TRANSLATE_NOOP(
                     "lint",
                     "This is no JSON, so a shell gets it as it stands, brackets and all: an array "
                     "takes double quotes, and no comma behind its last string."),
                 {}},
                std::move(fixes)});
    }
}

/// Whoever controls the server, or the way there, decides what is in the image.
void checkUnverifiedDownload(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &add : syntax.instructions) {
        if (add.keyword != Keyword::Add || syntax.flagNamed(add, "--checksum"))
            continue;
        const auto words = syntax.wordsOf(add);
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const std::string source = wordValue(syntax, add, words[i]);
            const bool isGit = source.find(".git") != std::string::npos;
            if ((source.starts_with("https://") || source.starts_with("http://")) && !isGit)
                report({&add,
                        words[i].range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "What comes from there may change: --checksum=sha256:… makes the build "
                             "stop if it does."),
                         {}}});
        }
    }
}

/// A download that breaks off halfway is run halfway.
void checkPipedIntoShell(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 6> shells {"sh", "bash", "ash", "zsh", "python3", "python"};
    for (const Instruction &run : context.syntax().instructions) {
        if (!context.isRun(run))
            continue;
        const auto commands = context.commandsOf(run);
        for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
            const std::string_view name = commands[i].name();
            if ((name == "curl" || name == "wget") && commands[i].joint == ShellJoint::Pipe
                && std::ranges::find(shells, commands[i + 1].name()) != shells.end())
                report(
                    {&run,
                     {commands[i].range.begin, commands[i + 1].range.end},
                     {QT_TRANSLATE_NOOP("lint",
                                        "A script from the network runs unseen, and halfway if the download "
                                        "breaks off: download it, check it, then run it."),
                      {}}});
        }
    }
}

/// Everybody in the container may change the program.
void checkWritableByAll(const LintContext &context, const Report &report)
{
    const auto isOpen = [](std::string_view mode) {
        return mode == "777" || mode == "0777" || mode == "666" || mode == "0666" || mode == "a+rwx"
            || mode == "a+w" || mode == "o+w" || mode == "ugo+rwx";
    };
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        if (command.name() != "chmod")
            return;
        for (const ScriptWord &word : command.arguments()) {
            if (isOpen(word.value))
                report({&run,
                        word.range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "With “%1” everybody in the container may change it; the user that runs "
                             "the program is enough."),
                         {word.value}}});
        }
    });
}

/// A container is entered with `docker exec`; a server for remote logins is one more thing to guard.
void checkRemoteShellPort(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 4> ports {"22", "23", "3389", "5900"};
    const Syntax &syntax = context.syntax();
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &expose : context.instructionsOf(stage)) {
            if (expose.keyword != Keyword::Expose)
                continue;
            for (const Word &word : syntax.wordsOf(expose)) {
                const std::string port = wordValue(syntax, expose, word);
                const std::string number = port.substr(0, port.find('/'));
                if (std::ranges::find(ports, number) != ports.end())
                    report({&expose,
                            word.range,
                            {QT_TRANSLATE_NOOP(
                                 "lint", "Port %1 is for remote logins: docker exec does without a server."),
                             {number}}});
            }
        }
    }
}

} // namespace drydock
