// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/shell_less_lines.h"

#include "model/base/one_of.h"
#include "model/knowledge/packages.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <map>

namespace drydock {
namespace {

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class LineMover {
public:
    LineMover(const LintContext &context, StageIndex stage, BaseKind kind, const NewBase &base,
              Changes &changes)
        : m_context(context)
        , m_syntax(context.syntax())
        , m_stage(stage)
        , m_kind(kind)
        , m_base(base)
        , m_changes(changes)
    { }

    LostData run()
    {
        for (const Instruction &instruction : m_context.instructionsOf(m_stage)) {
            look(instruction);
            if (m_changes.isRefused())
                break;
        }
        return m_lost;
    }

private:
    static std::string lineOf(const Instruction &instruction)
    {
        return std::to_string(instruction.firstLine);
    }

    void refuse(UserText reason, TextRange where) { m_changes.refuse(std::move(reason), where); }

    void look(const Instruction &instruction)
    {
        switch (instruction.keyword) {
        case Keyword::Run:
            lookAtRun(instruction);
            break;
        case Keyword::Shell:
            refuse(
                {QT_TRANSLATE_NOOP("refactor", "Line %1 names a shell, and %2 has none: take it out first."),
                 {lineOf(instruction), m_base.reference}},
                instruction.range);
            break;
        case Keyword::User:
            moveUser(instruction);
            break;
        case Keyword::Copy:
        case Keyword::Add:
            moveOwner(instruction);
            break;
        default:
            break;
        }
    }

    /// What the new base has anyway, or what makes a user with a number, can go. The rest needs a shell.
    void lookAtRun(const Instruction &run)
    {
        const auto commands = m_context.commandsOf(run);
        for (const ScriptCommand &command : commands) {
            const PackageCommand *package = m_context.packageOf(command);
            const bool isPackages = package && package->isOfSystem();
            if (isPackages && isProvided(*package))
                continue;
            if (isPackages && package->installs()) {
                for (const ScriptWord *word : package->packages) {
                    if (!isProvidedPackage(packageName(word->value)))
                        return refuse(
                            {QT_TRANSLATE_NOOP("refactor",
                                               "The program needs the package “%1” of line %2, and %3 has no "
                                               "package manager: choose another base."),
                             {word->value, lineOf(run), m_base.reference}},
                            word->range);
                }
            }
            if (isOneOf(command.name(), {"useradd", "adduser", "groupadd", "addgroup"})) {
                takeNumber(command);
                continue;
            }
            if (command.name() == "update-ca-certificates" || command.name() == "set"
                || isCacheRemoval(command))
                continue;
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 runs “%2”, and %3 has no shell to run it: do it in a stage "
                                   "before and copy the result, or choose another base."),
                 {lineOf(run), std::string(command.name()), m_base.reference}},
                run.range);
        }
        if (commands.empty())
            return refuse({QT_TRANSLATE_NOOP("refactor", "Line %1 is run by a shell, and %2 has none."),
                           {lineOf(run), m_base.reference}},
                          run.range);
        m_changes.removed.push_back(m_context.indexOf(run));
    }

    static bool isCacheRemoval(const ScriptCommand &command)
    {
        return command.name() == "rm" && std::ranges::all_of(command.operands(), [](const ScriptWord *word) {
                   return word->value.starts_with("/var/lib/apt") || word->value.starts_with("/var/cache/");
               });
    }

    static bool isProvidedPackage(std::string_view name)
    {
        return isOneOf(name,
                       {"ca-certificates", "ca-certificates-bundle", "tzdata", "libc6-compat", "gcompat"});
    }

    bool isProvided(const PackageCommand &package)
    {
        if (package.isAnyVerb({"update", "upgrade", "clean", "autoclean", "autoremove"}))
            return true;
        if (!package.installs())
            return false;
        bool isAll = true;
        for (const ScriptWord *word : package.packages) {
            const std::string_view name = packageName(word->value);
            m_lost.hadCertificates = m_lost.hadCertificates || name.starts_with("ca-certificates");
            m_lost.hadTimeZones = m_lost.hadTimeZones || name == "tzdata";
            isAll = isAll && isProvidedPackage(name);
        }
        return isAll;
    }

    /// `useradd -u 1000 app`
    void takeNumber(const ScriptCommand &command)
    {
        const auto arguments = command.arguments();
        std::string number;
        std::string name;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const std::string &word = arguments[i].value;
            if (isOneOf(word, {"-u", "--uid"}) && i + 1 < arguments.size())
                number = arguments[i + 1].value;
            else if (word.starts_with("--uid="))
                number = word.substr(6);
            if (!word.starts_with('-'))
                name = word;
        }
        if (isNumber(number))
            m_numbers[name] = number;
    }

    /// Empty: not known.
    std::string numberOf(const std::string &name) const
    {
        if (isNumber(name))
            return name;
        if (const auto made = m_numbers.find(name); made != m_numbers.end())
            return made->second;
        const auto &old = traitsOf(m_context, m_stage);
        if (old) {
            for (const auto &names : {old->users,
                                      old->family ? std::span<const BaseName>(old->family->users)
                                                  : std::span<const BaseName>()}) {
                const auto found = std::ranges::find(names, name, &BaseName::name);
                if (found != names.end() && !found->number.empty())
                    return found->number;
            }
        }
        return {};
    }

    /// `name:group` by numbers; empty if that cannot be told.
    std::string numbersOf(const std::string &owner) const
    {
        const std::size_t colon = owner.find(':');
        const std::string user = owner.substr(0, colon);
        std::string number = user.empty() ? std::string() : numberOf(user);
        if (number.empty())
            return {};
        if (colon == std::string::npos)
            return number;
        const std::string group = owner.substr(colon + 1);
        const std::string second = group == user ? number : numberOf(group);
        return second.empty() ? std::string() : number + ":" + second;
    }

    bool isThereAsName(const std::string &owner) const
    {
        const std::size_t colon = owner.find(':');
        const auto isThere = [this](const std::string &name) {
            return isNumber(name) || (m_kind != BaseKind::Scratch && isOneOf(name, {"root", "nonroot"}));
        };
        return isThere(owner.substr(0, colon))
            && (colon == std::string::npos || isThere(owner.substr(colon + 1)));
    }

    void moveUser(const Instruction &instruction)
    {
        const auto words = m_syntax.wordsOf(instruction);
        const std::string written = m_syntax.joined(instruction, instruction.arguments);
        const auto value = expandedAt(m_context, instruction, written);
        if (value && isThereAsName(*value))
            return;
        const std::string numbers
            = value && *value == "root" ? std::string("0") : numbersOf(value.value_or(std::string()));
        if (words.empty() || numbers.empty())
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The user “%1” of line %2 does not exist on %3, and its number is not "
                                   "known: write the number."),
                 {written, lineOf(instruction), m_base.reference}},
                instruction.range);
        m_changes.edits.push_back({instruction.arguments, numbers});
        m_changes.declared.insert(ContractPart::User);
    }

    void moveOwner(const Instruction &copy)
    {
        const Flag *flag = m_syntax.flagNamed(copy, "--chown");
        if (!flag || !flag->hasValue)
            return;
        const std::string written = m_syntax.valueOf(copy, *flag);
        const auto value = expandedAt(m_context, copy, written);
        if (value && isThereAsName(*value))
            return;
        const std::string numbers = value && isOneOf(*value, {"root", "root:root"})
            ? std::string("0:0")
            : numbersOf(value.value_or(std::string()));
        if (numbers.empty())
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The owner “%1” of line %2 does not exist on %3, and its number is not "
                                   "known: write the number."),
                 {written, lineOf(copy), m_base.reference}},
                flag->range);
        m_changes.edits.push_back({flag->value, numbers});
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    StageIndex m_stage;
    BaseKind m_kind;
    const NewBase &m_base;
    Changes &m_changes;
    std::map<std::string, std::string> m_numbers; ///< Of users that lines make.
    LostData m_lost;
};

} // namespace

LostData moveLines(const LintContext &context, StageIndex stage, BaseKind kind, const NewBase &base,
                   Changes &changes)
{
    return LineMover(context, stage, kind, base, changes).run();
}

} // namespace drydock
