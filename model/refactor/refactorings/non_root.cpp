// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/knowledge/base_traits.h"
#include "model/lint/copy_steps.h"
#include "model/lint/fixes.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/runtime_refactorings.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace drydock {
namespace {

/// Programs that start as root and need it, or give it up by themselves.
bool needsRoot(std::string_view name)
{
    return isOneOf(name,
                   {"gosu",
                    "su-exec",
                    "setpriv",
                    "su",
                    "sudo",
                    "chown",
                    "supervisord",
                    "s6-svscan",
                    "init",
                    "systemd",
                    "cron",
                    "crond",
                    "sshd",
                    "dockerd",
                    "nginx",
                    "httpd",
                    "apache2",
                    "apachectl",
                    "apache2ctl",
                    "apache2-foreground",
                    "httpd-foreground",
                    "php-fpm",
                    "mysqld",
                    "postgres",
                    "mongod",
                    "haproxy",
                    "dnsmasq",
                    "ping",
                    "iptables",
                    "mount",
                    "service",
                    "runit",
                    "runsvdir",
                    "openvpn",
                    "wg-quick",
                    "buildkitd",
                    "containerd",
                    "kubelet"});
}

/// Nothing but a shell or the prompt of a language: an image to work in or to build on.
bool isPrompt(const ScriptCommand &command)
{
    return command.words.size() == 1
        && isOneOf(command.name(), {"bash",    "sh",      "ash",   "zsh",  "fish",  "irb",    "python",
                                    "python3", "ipython", "node",  "php",  "ghci",  "jshell", "iex",
                                    "R",       "julia",   "scala", "pwsh", "psysh", "bun",    "deno"});
}

/// Who the program is to run as.
struct NewUser {
    std::string number; ///< "10001:10001"
    std::vector<std::string> lines; ///< That make it; empty if it is there or needs no entry.
};

NewUser userFor(const std::optional<BaseTraits> &traits)
{
    const std::string family = traits && traits->family ? traits->family->name : std::string();
    if (traits) {
        for (const BaseName &each : traits->users) {
            if (isOneOf(each.name, {"node", "gradle", "bun", "deno", "app"}) && !each.number.empty())
                return {each.number + ":" + each.number, {}};
        }
    }
    if (isOneOf(family, {"debian", "ubuntu", "redhat"}))
        return {"10001:10001",
                {"groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app --no-log-init "
                 "--home-dir /nonexistent --shell "
                 "/usr/sbin/nologin app"}};
    if (isOneOf(family, {"alpine", "busybox"}))
        return {"10001:10001", {"addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app"}};
    if (isOneOf(family, {"distroless", "empty"}))
        return {"65532:65532", {}};
    return {"10001:10001", {}};
}

class NonRoot {
public:
    NonRoot(const RefactorContext &context)
        : m_context(context.lint)
        , m_syntax(context.syntax())
        , m_target(context.graph().target)
    { }

    Proposal proposal()
    {
        if (!m_target)
            return blocked({QT_TRANSLATE_NOOP("refactor", "There is no stage to be built."), {}});
        if (isForWindows(m_syntax))
            return blocked(
                {QT_TRANSLATE_NOOP("refactor",
                                   "On Windows users have no numbers: write USER ContainerUser by hand."),
                 {}});
        if (auto refused = obstacle())
            return *refused;
        const auto &traits = traitsOf(m_context, m_target);
        const NewUser user = userFor(traits);
        Proposal proposal;
        proposal.name = {QT_TRANSLATE_NOOP("refactor", "Run as another user than root"), {}};
        proposal.explanation = {QT_TRANSLATE_NOOP("refactor",
                                                  "Whoever takes over the program is not root in the "
                                                  "container. The user is named by number, so that "
                                                  "Kubernetes can see that it is not root."),
                                {}};
        proposal.declared.insert(ContractPart::User);
        const Stage &stage = m_syntax.stages[m_target.value];
        if (!user.lines.empty()
            && !addLine(proposal, {QT_TRANSLATE_NOOP("refactor", "Make the user %1"), {user.number}},
                        stage.from,
                        keywordLike(m_syntax, m_syntax.at(stage.from), "RUN") + " " + user.lines.front()))
            return blocked(openEnd().value().text);
        const InstructionIndex behind = placeOfUser();
        addFolders(proposal, user, behind);
        const Instruction &neighbour = m_syntax.at(behind);
        if (!addLine(proposal, {QT_TRANSLATE_NOOP("refactor", "Start as %1"), {user.number}}, behind,
                     keywordLike(m_syntax, neighbour, "USER") + " " + user.number))
            return blocked(openEnd().value().text, neighbour.range);
        Part &last = proposal.parts.back();
        last.isOptional = false;
        if (!user.lines.empty())
            last.needs.push_back(0);
        assume(proposal, user);
        return proposal;
    }

private:
    bool addLine(Proposal &proposal, UserText title, InstructionIndex behind, std::string line) const
    {
        auto edit = insertBehind(m_syntax, behind, {std::move(line)});
        if (!edit)
            return false;
        addPart(proposal, std::move(title), {std::move(*edit)});
        return true;
    }

    std::optional<Proposal> obstacle() const
    {
        const Instruction *user = m_context.lastOf(m_target, Keyword::User);
        const auto &traits = traitsOf(m_context, m_target);
        const TextRange image = m_syntax.stages[m_target.value].image;
        if (user) {
            const std::string name = m_syntax.joined(*user, user->arguments);
            if (!isOneOf(name.substr(0, name.find(':')), {"root", "0"}))
                return blocked({QT_TRANSLATE_NOOP("refactor", "Line %1 starts the program as “%2” already."),
                                {lineOf(*user), name}},
                               user->range);
            if (user->stage == m_target)
                return blocked(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "Line %1 asks for root: remove it if the program can do without."),
                     {lineOf(*user)}},
                    user->range);
        } else if (traits && !traits->user.empty()) {
            return blocked({QT_TRANSLATE_NOOP("refactor", "The base starts the program as “%1” already."),
                            {traits->user}},
                           image);
        }
        if (traits && traits->dropsPrivileges)
            return blocked({QT_TRANSLATE_NOOP("refactor", "“%1” starts as root and gives that up by itself."),
                            {rootImageOf(m_context, m_target)}},
                           image);
        const Instruction *program = programOf(m_context, m_target);
        const auto commands = program ? m_context.commandsOf(*program) : std::span<const ScriptCommand>();
        const bool isPromptAlone = commands.size() == 1 && isPrompt(commands.front());
        if (!program || isPromptAlone)
            return blocked(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "The container runs no program of its own: an image to build on needs no user."),
                 {}});
        return programObstacle();
    }

    std::optional<Proposal> programObstacle() const
    {
        for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
            const Instruction *program = m_context.lastOf(m_target, keyword);
            if (!program)
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(*program)) {
                if (needsRoot(command.name()))
                    return blocked(
                        {QT_TRANSLATE_NOOP("refactor", "Line %1 starts “%2”, which has to begin as root."),
                         {lineOf(*program), std::string(command.name())}},
                        program->range);
                for (const ScriptWord &word : command.words) {
                    if (word.value.starts_with("/root/"))
                        return blocked(
                            {QT_TRANSLATE_NOOP(
                                 "refactor", "Line %1 needs “%2”, and nobody but root may look into /root."),
                             {lineOf(*program), word.value}},
                            program->range);
                }
            }
        }
        for (const StageIndex stage : m_context.shippedStages()) {
            for (const Instruction &instruction : m_context.instructionsOf(stage)) {
                if (auto refused = rootFolder(instruction))
                    return refused;
                for (const ScriptCommand &command : m_context.commandsOf(instruction)) {
                    const PackageCommand *package = m_context.packageOf(command);
                    if (!package || !package->installs())
                        continue;
                    for (const ScriptWord *word : package->packages) {
                        if (isOneOf(word->value,
                                    {"gosu", "su-exec", "supervisor", "cron", "cronie", "dcron",
                                     "openssh-server", "s6"}))
                            return blocked(
                                {QT_TRANSLATE_NOOP(
                                     "refactor",
                                     "Line %1 installs “%2”, which needs root when the container starts."),
                                 {lineOf(instruction), word->value}},
                                word->range);
                    }
                }
            }
        }
        return std::nullopt;
    }

    /// The program lies where root alone may go.
    std::optional<Proposal> rootFolder(const Instruction &instruction) const
    {
        const auto told = [&](const std::string &path) -> std::optional<Proposal> {
            if (path.empty() || !liesIn(path, "/root") || path.starts_with("/root/.cache")
                || path.starts_with("/root/.npm"))
                return std::nullopt;
            return blocked({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 works in “%2”, and nobody but root may look into "
                                              "/root: use another folder first."),
                            {lineOf(instruction), path}},
                           instruction.range);
        };
        if (instruction.keyword == Keyword::Workdir)
            return told(absolutePath(
                expandedAt(m_context, instruction, m_syntax.joined(instruction, instruction.arguments))
                    .value_or(""),
                m_context.workingDirectoryAt(instruction)));
        const auto copy = copyStepOf(m_context, instruction);
        return copy ? told(copy->destination) : std::nullopt;
    }

    /// Behind the last line that may need root.
    InstructionIndex placeOfUser() const
    {
        const Stage &stage = m_syntax.stages[m_target.value];
        for (std::size_t i = stage.last.value; i > stage.from.value; --i) {
            switch (m_syntax.instructions[i].keyword) {
            case Keyword::Cmd:
            case Keyword::Entrypoint:
            case Keyword::Expose:
            case Keyword::Healthcheck:
            case Keyword::Label:
            case Keyword::Stopsignal:
            case Keyword::Volume:
            case Keyword::Maintainer:
                break;
            default:
                return {i};
            }
        }
        return stage.from;
    }

    /// Folders that the image means to be written to.
    void addFolders(Proposal &proposal, const NewUser &user, InstructionIndex behind) const
    {
        const auto &traits = traitsOf(m_context, m_target);
        if (traits && traits->hasShell == false)
            return;
        std::set<std::string> folders;
        const Instruction *volume = nullptr;
        for (const Instruction &instruction : m_context.instructionsOf(m_target)) {
            if (instruction.keyword == Keyword::Volume) {
                for (const Word &word : m_syntax.wordsOf(instruction)) {
                    const auto path
                        = expandedAt(m_context, instruction, wordValue(m_syntax, instruction, word));
                    if (path && path->starts_with('/') && path->find_first_of(" \"'$") == std::string::npos
                        && *path != "/") {
                        folders.insert(*path);
                        volume = volume ? volume : &instruction;
                    }
                }
            }
            if (instruction.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(instruction)) {
                if (command.name() != "mkdir")
                    continue;
                for (const ScriptWord *word : command.operands()) {
                    const std::string path
                        = absolutePath(word->value, m_context.workingDirectoryAt(instruction));
                    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
                    if (isOneOf(name,
                                {"log", "logs", "data", "tmp", "cache", "upload", "uploads", "run", "storage",
                                 "media"})
                        && path.find_first_of(" \"'$*") == std::string::npos
                        && !isOneOf(path, {"/tmp", "/run", "/var/run", "/var/log", "/var/cache"}))
                        folders.insert(path);
                }
            }
        }
        if (folders.empty())
            return;
        std::string names;
        for (const std::string &folder : folders)
            names += " " + folder;
        // What is changed in a volume behind its VOLUME may be lost.
        if (volume && m_context.indexOf(*volume) < behind)
            behind = {m_context.indexOf(*volume).value - 1};
        if (addLine(proposal, {QT_TRANSLATE_NOOP("refactor", "Give it%1"), {names}}, behind,
                    keywordLike(m_syntax, m_syntax.at(behind), "RUN") + " mkdir -p" + names + " && chown "
                        + user.number + names)
            && !user.lines.empty())
            proposal.parts.back().needs.push_back(0);
    }

    void assume(Proposal &proposal, const NewUser &user) const
    {
        const Instruction *program = programOf(m_context, m_target);
        proposal.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor",
                                "What line %1 starts writes to no other folders than /tmp, its volumes and "
                                "those named here, and may "
                                "read all that it needs."),
              {lineOf(*program)}},
             program->range});
        const TextRange image = m_syntax.stages[m_target.value].image;
        if (!traitsOf(m_context, m_target))
            proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "The program needs no entry in /etc/passwd for the user %1: nothing is "
                                    "known of the base."),
                  {user.number}},
                 image});
        for (const StageIndex stage : m_context.shippedStages()) {
            for (const Instruction &expose : m_context.instructionsOf(stage)) {
                if (expose.keyword != Keyword::Expose)
                    continue;
                for (const Word &word : m_syntax.wordsOf(expose)) {
                    const std::string port = wordValue(m_syntax, expose, word);
                    int number = 0;
                    std::from_chars(port.data(), port.data() + port.size(), number);
                    if (number > 0 && number < 1024)
                        proposal.assumptions.push_back(
                            {{QT_TRANSLATE_NOOP("refactor",
                                                "Whoever runs the container lets every user open port %1, as "
                                                "Docker does from 20.10 on."),
                              {std::to_string(number)}},
                             word.range});
                }
            }
        }
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    StageIndex m_target;
};

} // namespace

Proposal proposeNonRoot(const RefactorContext &context, const RefactorWish &)
{
    return NonRoot(context).proposal();
}

} // namespace drydock
