// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/stage_contents.h"

#include "model/base/one_of.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <functional>

namespace drydock {
namespace {

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// apt, apk, dnf and the like; others install nothing into the system.
bool isOfSystem(const PackageCommand &package)
{
    return package.manager <= PackageManager::Zypper;
}

bool makesUsers(std::string_view program)
{
    return isOneOf(program,
                   {"useradd", "adduser", "groupadd", "addgroup", "usermod", "groupmod", "newusers",
                    "systemd-sysusers"});
}

/// A service's package brings the user that it runs as: postgresql the user postgres.
bool comesWith(std::string_view package, std::string_view name)
{
    constexpr std::size_t least = 3;
    return holds(package, "$") || (name.size() >= least && holds(package, name))
        || (package.size() >= least && holds(name, package));
}

bool installs(const LintContext &context, const ScriptCommand &command,
              const std::function<bool(std::string_view)> &isIt)
{
    const PackageCommand *package = context.packageOf(command);
    return package && isOfSystem(*package) && package->installs()
        && std::ranges::any_of(package->packages, [&](const ScriptWord *word) { return isIt(word->value); });
}

bool bringsUser(const LintContext &context, const ScriptCommand &command, std::string_view name)
{
    const bool makes = std::ranges::any_of(command.words, [](const ScriptWord &word) {
        return makesUsers(std::string_view(word.value).substr(word.value.rfind('/') + 1));
    });
    const auto isName = [name](const ScriptWord &word) {
        return word.value == name || holds(word.value, "$")
            || word.value.starts_with(std::string(name) + ":");
    };
    return runsScript(command) || (makes && std::ranges::any_of(command.words, isName))
        || installs(context, command, [name](std::string_view package) { return comesWith(package, name); });
}

bool bringsTool(const LintContext &context, const ScriptCommand &command, std::string_view name)
{
    // What is used is there.
    return command.name() == name || runsScript(command)
        || installs(context, command, [name](std::string_view package) {
               return holds(package, name) || holds(package, "busybox") || holds(package, "$");
           });
}

} // namespace

bool runsScript(const ScriptCommand &command)
{
    if (command.program >= command.words.size())
        return false;
    const std::string_view program = command.words[command.program].value;
    const std::string_view name = command.name();
    if (name.ends_with(".sh") || name.ends_with(".py") || name.ends_with(".pl") || program.starts_with("./"))
        return true;
    if (holds(program, "$"))
        return true;
    if (isOneOf(name,
                {"ansible-playbook", "chef-client", "puppet", "make", "rake", "nix-env", "nix", "source", ".",
                 "xargs", "tar", "unsquashfs", "eval"}))
        return true;
    // `sh` alone reads from a pipe; with -c its words are known.
    return isOneOf(name, {"sh", "bash", "ash", "dash", "python", "python3", "perl", "ruby"})
        && !command.has({"-c", "-m"});
}

bool copiesSystem(const LintContext &context, const Instruction &copy)
{
    const bool copies = copy.keyword == Keyword::Copy || copy.keyword == Keyword::Add;
    const auto words = context.syntax().wordsOf(copy);
    if (!copies || words.size() < 2)
        return false;
    const std::string written = wordValue(context.syntax(), copy, words.back());
    if (holds(written, "$"))
        return false;
    std::string path = absolutePath(written, context.workingDirectoryAt(copy).value_or("/"));
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return isOneOf(
        path,
        {"/", "/etc", "/usr", "/usr/bin", "/bin", "/usr/local", "/usr/local/bin", "/usr/sbin", "/sbin"});
}

bool mayHaveUser(const LintContext &context, const Instruction &end, std::string_view name)
{
    bool found = false;
    eachBefore(context, end.stage, &end, [&](const Instruction &instruction) {
        const std::string_view text = context.syntax().textOf(instruction.range);
        const bool touchesTables
            = holds(text, "/passwd") || holds(text, "/etc/group") || holds(text, "sysusers");
        const bool copies = copiesSystem(context, instruction) && !holds(text, "bin");
        found = found || touchesTables || copies
            || (context.isRun(instruction)
                && std::ranges::any_of(context.commandsOf(instruction), [&](const ScriptCommand &command) {
                       return bringsUser(context, command, name);
                   }));
    });
    return found;
}

bool mayHaveTool(const LintContext &context, StageIndex stage, std::string_view name)
{
    bool found = false;
    eachBefore(context, stage, nullptr, [&](const Instruction &instruction) {
        const std::string_view text = context.syntax().textOf(instruction.arguments);
        const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
        found = found || (copies && (holds(text, name) || holds(text, "busybox")))
            || copiesSystem(context, instruction)
            || (context.isRun(instruction)
                && std::ranges::any_of(context.commandsOf(instruction), [&](const ScriptCommand &command) {
                       return bringsTool(context, command, name);
                   }));
    });
    return found;
}

} // namespace drydock
