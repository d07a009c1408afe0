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

bool makesUsers(const ScriptWord &word)
{
    return isOneOf(std::string_view(word.value).substr(word.value.rfind('/') + 1),
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
    return package && package->isOfSystem() && package->installs()
        && std::ranges::any_of(package->packages, [&](const ScriptWord *word) { return isIt(word->value); });
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

UserSources::UserSources(const LintContext &context, StageIndex stage)
    : m_context(context)
{
    eachBefore(context, stage, nullptr, [&](const Instruction &instruction) { read(context, instruction); });
}

void UserSources::read(const LintContext &context, const Instruction &instruction)
{
    const InstructionIndex at = context.indexOf(instruction);
    const std::string_view text = context.syntax().textOf(instruction.range);
    bool isAny = holds(text, "/passwd") || holds(text, "/etc/group") || holds(text, "sysusers")
        || (copiesSystem(context, instruction) && !holds(text, "bin"));
    if (context.isRun(instruction)) {
        for (const ScriptCommand &command : context.commandsOf(instruction)) {
            isAny = isAny || runsScript(command);
            if (std::ranges::any_of(command.words, makesUsers)) {
                for (const ScriptWord &word : command.words)
                    m_sources.push_back({at, word.value, false});
            }
            const PackageCommand *package = context.packageOf(command);
            if (package && package->isOfSystem() && package->installs()) {
                for (const ScriptWord *word : package->packages)
                    m_sources.push_back({at, word->value, true});
            }
        }
    }
    if (isAny && (!m_anyFrom || at < m_anyFrom))
        m_anyFrom = at;
}

bool UserSources::mayHave(std::string_view name, const Instruction &end) const
{
    // Parents stand above their children.
    const InstructionIndex before = m_context.indexOf(end);
    if (m_anyFrom && m_anyFrom < before)
        return true;
    return std::ranges::any_of(m_sources, [&](const Source &source) {
        if (!(source.at < before))
            return false;
        return source.isPackage ? comesWith(source.word, name)
                                : source.word == name || holds(source.word, "$")
                || (source.word.starts_with(name) && source.word.substr(name.size()).starts_with(':'));
    });
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
