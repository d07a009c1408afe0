// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/user_calls.h"

#include "model/base/one_of.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace drydock {
namespace {

/// What a call asks for, whatever program it calls.
struct Account {
    bool isGroup = false;
    bool isSystem = false;
    bool ownsGroup = false; ///< A group of its name is made with it.
    std::optional<bool> makesHome;
    std::string number;
    std::string group;
    std::string home;
    std::string shell;
    std::string name;
    std::string other; ///< Group: the group that the user `name` joins.
    bool isUnderstood = true;
};

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Reads options one after the other: `-u 10`, `-u10`, `--uid=10`, `-rm`.
class Reader {
public:
    explicit Reader(const ScriptCommand &command)
        : m_words(command.arguments())
    {
        const std::string_view name = command.name();
        m_account.isGroup = isOneOf(name, {"groupadd", "addgroup"});
        m_isDebianScript = isOneOf(name, {"adduser", "addgroup"});
    }

    Account read(UserTools tools)
    {
        const bool isBusybox = tools == UserTools::Busybox;
        m_account.ownsGroup = !m_account.isGroup;
        for (std::size_t i = 0; i < m_words.size() && m_account.isUnderstood; ++i) {
            const std::string &word = m_words[i].value;
            m_account.isUnderstood = word.find_first_of("$`*<>|") == std::string::npos;
            if (word.size() > 2 && word.starts_with("--"))
                readLong(word, i);
            else if (word.size() > 1 && word[0] == '-')
                readLetters(word, i, isBusybox);
            else if (m_account.name.empty())
                m_account.name = word;
            else if (m_account.other.empty())
                m_account.other = word;
            else
                m_account.isUnderstood = false;
        }
        if (!m_account.other.empty())
            m_account.isGroup = true; // `adduser user group` only lets the user join it.
        if (m_account.name.empty() || (!m_account.other.empty() && !m_isDebianScript))
            m_account.isUnderstood = false;
        if (m_isDebianScript && !isBusybox && m_account.isSystem && !m_account.isGroup && !m_ownGroupAsked
            && m_account.group.empty())
            m_account.ownsGroup = false; // nogroup
        if (isBusybox && m_account.isSystem && m_account.group.empty())
            m_account.ownsGroup = false;
        if (!m_account.group.empty())
            m_account.ownsGroup = false;
        return m_account;
    }

private:
    std::string valueBehind(std::size_t &i)
    {
        if (i + 1 >= m_words.size()) {
            m_account.isUnderstood = false;
            return {};
        }
        return m_words[++i].value;
    }

    void readLong(const std::string &word, std::size_t &i)
    {
        const std::size_t sign = word.find('=');
        const std::string name = word.substr(0, sign);
        const auto value = [&] { return sign == std::string::npos ? valueBehind(i) : word.substr(sign + 1); };
        if (name == "--system")
            m_account.isSystem = true;
        else if (name == "--uid")
            m_account.number = value();
        else if (name == "--gid")
            (m_account.isGroup ? m_account.number : m_account.group) = value();
        else if (name == "--ingroup")
            m_account.group = value();
        else if (isOneOf(name, {"--home", "--home-dir"}))
            m_account.home = value();
        else if (name == "--shell")
            m_account.shell = value();
        else if (isOneOf(name, {"--gecos", "--comment"}))
            (void)value();
        else if (name == "--create-home")
            m_account.makesHome = true;
        else if (name == "--no-create-home")
            m_account.makesHome = false;
        else if (name == "--user-group" || (name == "--group" && m_isDebianScript))
            m_ownGroupAsked = true;
        else if (!isOneOf(name,
                          {"--disabled-password", "--disabled-login", "--quiet", "--no-log-init", "--force"}))
            m_account.isUnderstood = false;
    }

    void readLetters(const std::string &word, std::size_t &i, bool isBusybox)
    {
        for (std::size_t at = 1; at < word.size() && m_account.isUnderstood; ++at) {
            const char letter = word[at];
            const auto value = [&] {
                std::string text = word.substr(at + 1);
                at = word.size();
                return text.empty() ? valueBehind(i) : text;
            };
            switch (letter) {
            case 'r':
                m_account.isSystem = !isBusybox;
                m_account.isUnderstood = !isBusybox;
                break;
            case 'S':
                m_account.isSystem = true;
                m_account.isUnderstood = isBusybox;
                break;
            case 'u':
                m_account.number = value();
                break;
            case 'g':
                if (isBusybox && !m_account.isGroup)
                    (void)value(); // GECOS
                else
                    (m_account.isGroup ? m_account.number : m_account.group) = value();
                break;
            case 'G':
                m_account.isUnderstood = isBusybox;
                m_account.group = value();
                break;
            case 'd':
            case 'h':
                m_account.home = value();
                break;
            case 's':
                m_account.shell = value();
                break;
            case 'c':
                (void)value();
                break;
            case 'm':
                m_account.makesHome = true;
                break;
            case 'M':
            case 'H':
                m_account.makesHome = false;
                break;
            case 'D':
                m_account.isUnderstood = isBusybox;
                break;
            case 'l':
            case 'U':
            case 'f':
                m_account.isUnderstood = !isBusybox;
                break;
            default:
                m_account.isUnderstood = false;
            }
        }
    }

    std::span<const ScriptWord> m_words;
    Account m_account;
    bool m_isDebianScript = false;
    bool m_ownGroupAsked = false;
};

std::string busyboxCall(const Account &account, bool makesHome)
{
    std::string text;
    if (account.isGroup) {
        if (!account.other.empty())
            return "addgroup " + account.name + " " + account.other;
        text = "addgroup";
        if (account.isSystem)
            text += " -S";
        if (!account.number.empty())
            text += " -g " + account.number;
        return text + " " + account.name;
    }
    const bool needsGroup = account.isSystem && account.ownsGroup;
    if (needsGroup)
        text = "addgroup -S " + (account.number.empty() ? "" : "-g " + account.number + " ") + account.name
            + " && ";
    text += account.isSystem ? "adduser -S -D" : "adduser -D";
    if (!makesHome)
        text += " -H";
    if (!account.number.empty())
        text += " -u " + account.number;
    if (needsGroup)
        text += " -G " + account.name;
    else if (!account.group.empty())
        text += " -G " + account.group;
    if (!account.home.empty())
        text += " -h " + account.home;
    if (!account.shell.empty())
        text += " -s "
            + (account.shell.ends_with("bash")            ? "/bin/sh"
                   : account.shell == "/usr/sbin/nologin" ? "/sbin/nologin"
                                                          : account.shell);
    return text + " " + account.name;
}

std::string shadowCall(const Account &account, bool makesHome)
{
    if (account.isGroup) {
        if (!account.other.empty())
            return "usermod -aG " + account.other + " " + account.name;
        std::string text = "groupadd";
        if (account.isSystem)
            text += " -r";
        if (!account.number.empty())
            text += " -g " + account.number;
        return text + " " + account.name;
    }
    std::string text = "useradd";
    if (account.isSystem)
        text += " -r";
    text += makesHome ? " -m" : " -M";
    if (!account.number.empty())
        text += " -u " + account.number;
    if (!account.group.empty())
        text += " -g " + account.group;
    else if (!account.ownsGroup)
        text += " -g nogroup";
    if (!account.home.empty())
        text += " -d " + account.home;
    if (!account.shell.empty())
        text += " -s "
            + (account.shell == "/sbin/nologin"  ? "/usr/sbin/nologin"
                   : account.shell == "/bin/ash" ? "/bin/sh"
                                                 : account.shell);
    return text + " " + account.name;
}

} // namespace

void moveUsers(const LintContext &context, const Instruction &run, UserTools from, UserTools to,
               Changes &changes)
{
    if (from == to)
        return;
    const auto refuse = [&](const ScriptCommand &command) {
        changes.refuse(
            {QT_TRANSLATE_NOOP("refactor",
                               "How “%1” on line %2 would be written for the new base is not known: "
                               "write the users of the image in a simpler way first."),
             {std::string(command.name()), std::to_string(run.firstLine)}},
            command.range);
    };
    for (const ScriptCommand &command : context.commandsOf(run)) {
        const std::string_view name = command.name();
        if (isOneOf(name,
                    {"usermod", "groupmod", "gpasswd", "chsh", "deluser", "delgroup", "userdel", "groupdel",
                     "passwd", "chage", "newusers"}))
            return refuse(command);
        if (!isOneOf(name, {"useradd", "groupadd", "adduser", "addgroup"}))
            continue;
        Account account = Reader(command).read(from);
        // busybox wants a group by its name.
        const bool hasNumberedGroup = to == UserTools::Busybox && isNumber(account.group);
        const std::string_view before = context.syntax().textOf(command.range);
        if (!account.isUnderstood || hasNumberedGroup || command.program != 0
            || before.find('#') != std::string_view::npos)
            return refuse(command);
        // useradd makes no home of its own accord, adduser does.
        const bool makesHome = account.makesHome.value_or(
            name == "adduser" && !(account.isSystem && from == UserTools::Busybox));
        changes.edits.push_back(
            {command.range,
             to == UserTools::Busybox ? busyboxCall(account, makesHome) : shadowCall(account, makesHome)});
    }
}

} // namespace drydock
