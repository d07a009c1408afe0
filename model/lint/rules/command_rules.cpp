// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/command_rules.h"

#include "model/lint/rules/run_fixes.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {

/// There is no service, no terminal and nobody to log in while an image is built.
void checkPointlessCommands(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 11> names {
        "free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "ifconfig", "vim", "systemctl"};
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        if (std::ranges::find(names, command.name()) != names.end())
            report({&run,
                    command.words[command.program].range,
                    {QT_TRANSLATE_NOOP("lint", "“%1” has nothing to do while an image is built."),
                     {std::string(command.name())}}});
    });
}

/// The directory lasts to the end of this RUN only, which the next reader may not see.
void checkChangingDirectory(const LintContext &context, const Report &report)
{
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        if (command.name() == "cd")
            report({&run,
                    command.words[command.program].range,
                    {QT_TRANSLATE_NOOP(
                         "lint", "cd holds for this RUN alone; WORKDIR says where all that follows runs."),
                     {}}});
    });
}

/// A RUN is root already, unless USER says otherwise, and then sudo would ask for a password.
void checkSudo(const LintContext &context, const Report &report)
{
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        for (std::size_t i = 0; i < command.words.size() && i <= command.program; ++i) {
            // With an option it becomes somebody else, which is another thing.
            if (command.words[i].value != "sudo" || i + 1 == command.words.size()
                || command.words[i + 1].value.starts_with('-'))
                continue;
            std::vector<Fix> fixes
                = fixOf({QT_TRANSLATE_NOOP("lint", "Remove sudo"), {}},
                        {{{command.words[i].range.begin, command.words[i + 1].range.begin}, {}}},
                        FixSafety::AskFirst);
            report(
                {&run,
                 command.words[i].range,
                 {QT_TRANSLATE_NOOP(
                      "lint", "A build runs as root unless USER says otherwise: sudo only adds surprises."),
                  {}},
                 std::move(fixes)});
            return;
        }
    });
}

/// The log of last logins is a sparse file as long as the highest number, and layers do not know sparse files.
void checkUserAdd(const LintContext &context, const Report &report)
{
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        if (command.name() != "useradd" || command.hasLetter('l') || command.has({"--no-log-init"}))
            return;
        const auto words = command.arguments();
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words[i].value;
            std::string_view number;
            if ((word == "-u" || word == "--uid") && i + 1 < words.size())
                number = words[i + 1].value;
            else if (word.starts_with("--uid="))
                number = word.substr(6);
            else if (word.starts_with("-u"))
                number = word.substr(2);
            if (number.size() > 5 && number.find_first_not_of("0123456789") == std::string_view::npos) {
                report({&run,
                        words[i].range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "With a number as high as this, useradd writes a log file of gigabytes: "
                             "-l does without it."),
                         {}},
                        addingOption(command.words[command.program], "-l")});
                return;
            }
        }
    });
}

/// A line for every few kilobytes makes the log of a build unreadable.
void checkWgetProgress(const LintContext &context, const Report &report)
{
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        if (command.name() != "wget" || command.arguments().empty())
            return;
        const bool isQuiet
            = command.hasLetter('q')
            || command.has(
                {"--quiet", "--no-verbose", "-nv", "--progress", "--version", "--help", "--show-progress"})
            || std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
                   return word.value.starts_with("-nv") || word.value.starts_with("-o") || word.value == "-a";
               });
        if (!isQuiet)
            report({&run,
                    command.words[command.program].range,
                    {QT_TRANSLATE_NOOP("lint",
                                       "wget fills the build’s log with dots: --progress=dot:giga, or -q."),
                     {}},
                    addingOption(command.words[command.program], "--progress=dot:giga")});
    });
}

/// Two programs for one thing: one of them need not be installed.
void checkWgetAndCurl(const LintContext &context, const Report &report)
{
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        std::string_view first;
        bool isTold = false;
        for (const Instruction &run : context.instructionsOf({i})) {
            if (!context.isRun(run))
                continue;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const std::string_view name = command.name();
                if (name != "wget" && name != "curl")
                    continue;
                if (first.empty())
                    first = name;
                else if (name != first && !std::exchange(isTold, true))
                    report(
                        {&run,
                         command.words[command.program].range,
                         {QT_TRANSLATE_NOOP("lint", "This stage uses %1 elsewhere: one of the two will do."),
                          {std::string(first)}}});
            }
        }
    }
}

/// SHELL does that without changing the image's file system.
void checkShellLink(const LintContext &context, const Report &report)
{
    context.eachCommand([&](const Instruction &run, const ScriptCommand &command) {
        if (command.name() == "ln" && !command.arguments().empty()
            && std::ranges::any_of(command.arguments(),
                                   [](const ScriptWord &word) { return word.value == "/bin/sh"; }))
            report(
                {&run,
                 command.range,
                 {QT_TRANSLATE_NOOP("lint", "SHELL chooses another shell without replacing the image’s own."),
                  {}}});
    });
}

/// The shell looks at the last command of a pipe only: a download that fails goes unseen.
void checkPipeFailure(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    std::vector<bool> isSet(context.stageCount(), false);
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const StageIndex parent = context.stage({i}).parent;
        isSet[i] = parent && isSet[parent.value];
        for (const Instruction &instruction : context.instructionsOf({i})) {
            if (instruction.keyword == Keyword::Shell) {
                const std::vector<std::string> words = argumentValues(syntax, instruction);
                const bool isPosix = !words.empty() && words.front().find("powershell") == std::string::npos
                    && words.front().find("pwsh") == std::string::npos
                    && words.front().find("cmd") == std::string::npos;
                isSet[i] = !isPosix || std::ranges::any_of(words, [](const std::string &word) {
                    return word.find("pipefail") != std::string::npos;
                });
            }
            if (isSet[i] || !context.isRun(instruction) || context.runOf(instruction).isJson)
                continue;
            bool isOn = false;
            for (const ScriptCommand &command : context.commandsOf(instruction)) {
                isOn = isOn
                    || (command.name() == "set"
                        && std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
                               return word.value.find("pipefail") != std::string::npos;
                           }));
                // What only prints does not fail.
                if (isOn || command.joint != ShellJoint::Pipe || command.name().empty()
                    || command.name() == "echo" || command.name() == "printf" || command.name() == "yes")
                    continue;
                report({&instruction,
                        command.range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "If “%1” fails, the build goes on: a pipe’s result is that of its last "
                             "command. SHELL with -o pipefail changes that."),
                         {std::string(command.name())}}});
                break;
            }
        }
    }
}

/// Each RUN is a layer; short ones that follow each other can be one.
void checkConsecutiveRuns(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const Instruction *before = nullptr;
        for (const Instruction &run : context.instructionsOf({i})) {
            const bool isShort = run.keyword == Keyword::Run && run.heredocs.isEmpty()
                && context.commandsOf(run).size() <= 2;
            if (isShort && before) {
                const auto flagsOf = [&](const Instruction &each) { return flagValues(syntax, each); };
                if (flagsOf(*before) == flagsOf(run))
                    report(
                        {&run,
                         run.keywordRange,
                         {QT_TRANSLATE_NOOP("lint", "This RUN and the one above could be one layer."), {}}});
            }
            before = isShort ? &run : nullptr;
        }
    }
}

} // namespace drydock
