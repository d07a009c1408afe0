// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/package_calls.h"

#include "model/base/one_of.h"
#include "model/lint/fixes.h"
#include "model/refactor/package_worlds.h"
#include "model/refactor/switch/script_edits.h"

#include <algorithm>
#include <array>
#include <map>

namespace drydock {
namespace {

/// How each world is asked for packages: what stands in front of their names, and behind.
struct Phrase {
    std::string_view install;
    std::string_view behind;
    std::string_view remove;
};

const Phrase &phraseOf(PackageWorld world)
{
    static constexpr std::array<Phrase, 3> phrases {{
        {"apt-get update && apt-get install -y --no-install-recommends", " && rm -rf /var/lib/apt/lists/*",
         "apt-get purge -y --auto-remove"},
        {"apk add --no-cache", "", "apk del"},
        {"dnf install -y --setopt=install_weak_deps=False", " && dnf clean all", "dnf remove -y"},
    }};
    return phrases.at(static_cast<std::size_t>(world));
}

/// Where package managers keep what they have fetched.
bool isCache(std::string_view path)
{
    return std::ranges::any_of(
        std::initializer_list<std::string_view> {"/var/lib/apt", "/var/cache/apt", "/var/cache/apk",
                                                 "/var/cache/dnf", "/var/cache/yum", "/var/cache/debconf",
                                                 "/var/log/apt", "/var/log/dpkg"},
        [path](std::string_view folder) { return path.starts_with(folder); });
}

/// Belongs to one distribution's way of doing things, for which there is no counterpart to write down.
bool isOfDistribution(std::string_view name)
{
    return isOneOf(name,
                   {"add-apt-repository",
                    "apt-key",
                    "apt-mark",
                    "apt-cache",
                    "apt-config",
                    "aptitude",
                    "dpkg",
                    "dpkg-reconfigure",
                    "update-alternatives",
                    "locale-gen",
                    "localedef",
                    "update-locale",
                    "debconf-set-selections",
                    "a2enmod",
                    "a2ensite",
                    "a2dismod",
                    "a2dissite",
                    "a2enconf",
                    "service",
                    "systemctl",
                    "invoke-rc.d",
                    "update-rc.d",
                    "rpm",
                    "rpmkeys",
                    "yum-config-manager",
                    "subscription-manager",
                    "gdebi",
                    "phpenmod",
                    "alternatives",
                    "rc-update",
                    "rc-service",
                    "setup-apkrepos"});
}

bool isOfDistributionPath(std::string_view word)
{
    for (const std::string_view part :
         {"/etc/apt", "/etc/dpkg", "/etc/yum", "/etc/pki", "/etc/apk", "/usr/share/keyrings", "nodesource",
          "-linux-gnu", "/etc/apache2", "/etc/default/", "/usr/lib/jvm", "packagecloud.io", "/etc/locale"}) {
        if (word.find(part) != std::string_view::npos)
            return true;
    }
    return word.ends_with(".deb") || word.ends_with(".rpm") || word.ends_with(".apk");
}

bool isRedirection(std::string_view word)
{
    const std::size_t sign = word.find_first_not_of("0123456789&");
    return sign != std::string_view::npos && (word[sign] == '>' || word[sign] == '<');
}

class Mover {
public:
    Mover(const LintContext &context, const Instruction &run, const PackageMove &move, Changes &changes)
        : m_context(context)
        , m_run(run)
        , m_move(move)
        , m_changes(changes)
        , m_line(std::to_string(run.firstLine))
    { }

    void run()
    {
        refuseSubstitution();
        const auto commands = m_context.commandsOf(m_run);
        std::set<std::size_t> gone;
        for (std::size_t i = 0; i < commands.size() && !m_changes.isRefused(); ++i) {
            if (!keep(commands[i]))
                gone.insert(i);
        }
        if (!m_changes.isRefused())
            takeOut(m_context, m_run, gone, m_changes);
    }

private:
    /// `$(apk --print-arch)`, `$(dpkg …)`: a question in the middle of a word.
    void refuseSubstitution()
    {
        const std::string_view text = m_context.syntax().textOf(m_run.range);
        for (const std::string_view asked :
             {"(apk ", "`apk ", "(dpkg", "`dpkg", "(apt-", "`apt-", "(rpm ", "`rpm "}) {
            const std::size_t at = text.find(asked);
            if (at != std::string_view::npos)
                m_changes.refuse(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "Line %1 asks “%2” for something, which the new base does not have: "
                                       "find it out in another way first."),
                     {m_line, std::string(asked.substr(1))}},
                    {m_run.range.begin + at + 1, m_run.range.begin + at + asked.size()});
        }
    }

    /// False: the command goes.
    bool keep(const ScriptCommand &command)
    {
        const PackageCommand *package = m_context.packageOf(command);
        if (package && package->isOfSystem())
            return keepCall(*package);
        if (command.name() == "rm")
            return keepRemoval(command);
        if (isOfDistribution(command.name())) {
            refuseWord(command.words[command.program]);
            return true;
        }
        for (const ScriptWord &word : command.words) {
            if (isOfDistributionPath(word.value)) {
                refuseWord(word);
                return true;
            }
        }
        return true;
    }

    void refuseWord(const ScriptWord &word)
    {
        m_changes.refuse(
            {QT_TRANSLATE_NOOP("refactor",
                               "“%1” on line %2 belongs to the distribution of the old base, and "
                               "there is nothing to put in its place: replace it by hand first."),
             {word.value, m_line}},
            word.range);
    }

    bool keepRemoval(const ScriptCommand &command)
    {
        const auto operands = command.operands();
        const auto caches = static_cast<std::size_t>(
            std::ranges::count_if(operands, [](const ScriptWord *word) { return isCache(word->value); }));
        if (caches == 0)
            return true;
        if (caches == operands.size())
            return false;
        for (const ScriptWord *word : operands) {
            if (isCache(word->value))
                m_changes.edits.push_back(withoutWord(m_context.syntax(), word->range));
        }
        return true;
    }

    bool keepCall(const PackageCommand &package)
    {
        const ScriptCommand &command = *package.command;
        if (worldOf(package.manager) != m_move.from) {
            refuseWord(command.words[command.program]);
            return true;
        }
        if (package.isAnyVerb({"update", "clean", "autoclean", "autoremove", "makecache"})
            && (m_move.from != PackageWorld::Dnf || !package.isVerb("update")))
            return false;
        if (!isPlainCall(command)) {
            m_changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The packages of line %1 are installed under a condition: write "
                                   "that apart first."),
                 {m_line}},
                command.range);
            return true;
        }
        if (package.isAnyVerb({"upgrade", "dist-upgrade"}) && m_move.to == PackageWorld::Apk) {
            m_changes.edits.push_back({command.range, "apk upgrade --no-cache"});
            return true;
        }
        if (package.isAnyVerb({"install", "add"}))
            return keepInstall(package);
        if (package.isAnyVerb({"purge", "remove", "del"}))
            return keepRemove(package);
        refuseWord(package.verb ? *package.verb : command.words[command.program]);
        return true;
    }

    /// Nothing: it is refused.
    std::optional<std::vector<std::string>> namesFor(const ScriptWord &word)
    {
        const std::string name(packageName(word.value));
        const bool isPath
            = word.value.find('/') != std::string::npos || word.value.find('@') != std::string::npos;
        if (name.empty() || isPath || name.find_first_of("$`*?{[") != std::string::npos) {
            m_changes.refuse({QT_TRANSLATE_NOOP("refactor",
                                                "What “%1” on line %2 installs is not known, so it cannot be "
                                                "found on the new base."),
                              {word.value, m_line}},
                             word.range);
            return std::nullopt;
        }
        auto names = translated(name, m_move.from, m_move.to, m_move.release);
        const bool hasOne = translated(name, m_move.from, m_move.to, "bookworm").has_value();
        if (!names && hasOne) {
            m_changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The package “%1” of line %2 has another name in every release, and "
                                   "the tag of the new base does not say which it is."),
                 {name, m_line}},
                word.range);
            return std::nullopt;
        }
        if (!names && translated(name, m_move.from, m_move.from, "bookworm")) {
            m_changes.refuse(
                {QT_TRANSLATE_NOOP("refactor", "The new base has nothing like the package “%1” of line %2."),
                 {name, m_line}},
                word.range);
            return std::nullopt;
        }
        if (!names) {
            m_changes.assume(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The package “%1” of line %2 has the same name on the new base."),
                 {name, m_line}},
                word.range);
            names = std::vector {name};
        }
        if (name.size() != word.value.size() && !names->empty())
            m_changes.assume(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Any version of “%1” will do: the one of line %2 is of the old base."),
                 {name, m_line}},
                word.range);
        return names;
    }

    bool keepInstall(const PackageCommand &package)
    {
        const Syntax &syntax = m_context.syntax();
        const ScriptCommand &command = *package.command;
        std::vector<TextEdit> edits;
        std::set<std::string> added;
        std::string bundle;
        const auto &words = command.words;
        const ScriptWord *last = nullptr;
        for (std::size_t i = command.program; i < words.size(); ++i) {
            const ScriptWord &word = words[i];
            if (word.range.begin <= package.verb->range.begin)
                continue;
            const bool isPackage = std::ranges::find(package.packages, &word) != package.packages.end();
            if (isRedirection(word.value)) {
                last = &word;
                continue;
            }
            if (!isPackage) {
                if (isOneOf(word.value, {"-X", "--repository", "-t", "--target-release", "--virtual"})
                    || word.value.starts_with("--repository=") || word.value.starts_with("--virtual=")) {
                    const bool isBundle = m_move.from == PackageWorld::Apk
                        && (word.value == "-t" || word.value.starts_with("--virtual"));
                    if (!isBundle) {
                        refuseWord(word);
                        return true;
                    }
                    const std::size_t sign = word.value.find('=');
                    bundle = sign != std::string::npos ? word.value.substr(sign + 1)
                        : i + 1 < words.size()         ? words[i + 1].value
                                                       : std::string();
                }
                edits.push_back(withoutWord(syntax, word.range));
                continue;
            }
            const auto names = namesFor(word);
            if (!names)
                return true;
            std::string text;
            for (const std::string &name : *names) {
                if (added.insert(name).second)
                    text += (text.empty() ? "" : " ") + name;
            }
            if (text.empty()) {
                edits.push_back(withoutWord(syntax, word.range));
                continue;
            }
            last = &word;
            if (text != word.value)
                edits.push_back({word.range, text});
        }
        if (added.empty())
            return false;
        const Phrase &phrase = phraseOf(m_move.to);
        edits.push_back({{words[0].range.begin, package.verb->range.end}, std::string(phrase.install)});
        if (!phrase.behind.empty() && last)
            edits.push_back({{command.range.end, command.range.end}, std::string(phrase.behind)});
        if (!bundle.empty())
            m_bundles[bundle] = {added.begin(), added.end()};
        m_changes.edits.insert(m_changes.edits.end(), edits.begin(), edits.end());
        return true;
    }

    bool keepRemove(const PackageCommand &package)
    {
        const Syntax &syntax = m_context.syntax();
        const ScriptCommand &command = *package.command;
        std::string text(phraseOf(m_move.to).remove);
        std::set<std::string> names;
        for (const ScriptWord *word : package.packages) {
            const auto bundle = m_bundles.find(word->value);
            if (bundle != m_bundles.end()) {
                names.insert(bundle->second.begin(), bundle->second.end());
                continue;
            }
            const auto each = namesFor(*word);
            if (!each)
                return true;
            names.insert(each->begin(), each->end());
        }
        if (names.empty())
            return false;
        if (syntax.textOf(command.range).find('#') != std::string_view::npos) {
            refuseWord(*package.verb);
            return true;
        }
        for (const std::string &name : names)
            text += " " + name;
        m_changes.edits.push_back({command.range, text});
        return true;
    }

    const LintContext &m_context;
    const Instruction &m_run;
    const PackageMove &m_move;
    Changes &m_changes;
    std::string m_line;
    std::map<std::string, std::vector<std::string>> m_bundles; ///< `--virtual` name → packages.
};

} // namespace

void movePackages(const LintContext &context, const Instruction &run, const PackageMove &move,
                  Changes &changes)
{
    Mover(context, run, move, changes).run();
}

std::string installLine(PackageWorld world, const std::vector<std::string> &names)
{
    const Phrase &phrase = phraseOf(world);
    std::string text = "RUN " + std::string(phrase.install);
    for (const std::string &name : names)
        text += " " + name;
    return text + std::string(phrase.behind);
}

} // namespace drydock
