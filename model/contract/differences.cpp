// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/start.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// What is said of a part that has one value.
struct Sentences {
    ContractPart part;
    const char *appears; ///< %1 the new value.
    const char *goes; ///< %1 the old value.
    const char *changes; ///< %1 the new one, %2 the old one.
    const char *becomesKnown; ///< %1 the new value.
    const char *becomesUnknown; ///< %1 the old value.
};

constexpr std::array<Sentences, 5> singles {
    {{ContractPart::Program, QT_TRANSLATE_NOOP("contract", "“%1” is started; before, nothing was."),
      QT_TRANSLATE_NOOP("contract", "Nothing is started any more; it was “%1”."),
      QT_TRANSLATE_NOOP("contract", "“%1” is started instead of “%2”."),
      QT_TRANSLATE_NOOP("contract",
                        "“%1” is started; what was before hangs on a base image that is not known."),
      QT_TRANSLATE_NOOP(
          "contract",
          "What is started hangs on a base image that is not known; before, the file alone said “%1”.")},
     {ContractPart::WorkingDirectory, "", "",
      QT_TRANSLATE_NOOP("contract", "The program starts in %1 instead of %2."),
      QT_TRANSLATE_NOOP("contract",
                        "The program starts in %1; before, a base image that is not known decided it."),
      QT_TRANSLATE_NOOP(
          "contract",
          "Where the program starts hangs on a base image that is not known; before, it was %1.")},
     {ContractPart::User, "", "", QT_TRANSLATE_NOOP("contract", "The program runs as %1 instead of %2."),
      QT_TRANSLATE_NOOP("contract",
                        "The program runs as %1; before, a base image that is not known decided it."),
      QT_TRANSLATE_NOOP(
          "contract", "Who the program runs as hangs on a base image that is not known; before, it was %1.")},
     {ContractPart::StopSignal, "", "",
      QT_TRANSLATE_NOOP("contract", "The program is stopped by %1 instead of %2."),
      QT_TRANSLATE_NOOP("contract",
                        "The program is stopped by %1; before, a base image that is not known decided it."),
      QT_TRANSLATE_NOOP(
          "contract", "What stops the program hangs on a base image that is not known; before, it was %1.")},
     {ContractPart::Healthcheck, QT_TRANSLATE_NOOP("contract", "The health is checked now: “%1”."),
      QT_TRANSLATE_NOOP("contract", "The health is not checked any more: “%1” is gone."),
      QT_TRANSLATE_NOOP("contract", "The health is checked by “%1” instead of “%2”."),
      QT_TRANSLATE_NOOP("contract",
                        "The health is checked by “%1”; before, a base image that is not known decided it."),
      QT_TRANSLATE_NOOP(
          "contract",
          "How the health is checked hangs on a base image that is not known; before, it was “%1”.")}}};

std::string userOf(const RuntimeContract &contract)
{
    const bool isRoot = contract.user.empty() || contract.user == "0" || contract.user == "0:0"
        || contract.user == "root:root" || contract.user == "root:0" || contract.user == "0:root";
    return isRoot ? "root" : contract.user;
}

std::string signalOf(const RuntimeContract &contract)
{
    if (contract.stopSignal.empty() || contract.stopSignal == "15")
        return "SIGTERM";
    const std::string name = uppered(contract.stopSignal);
    const bool isNumber = name.find_first_not_of("0123456789") == std::string::npos;
    return isNumber || name.starts_with("SIG") ? name : "SIG" + name;
}

std::string healthOf(const RuntimeContract &contract)
{
    const bool isNone = !contract.healthcheck.empty() && contract.healthcheck.back() == "NONE";
    return isNone ? std::string() : inOneLine(contract.healthcheck);
}

std::string valueOf(const RuntimeContract &contract, ContractPart part)
{
    switch (part) {
    case ContractPart::Program:
        return inOneLine(contract.argv);
    case ContractPart::WorkingDirectory:
        return contract.workingDirectory;
    case ContractPart::User:
        return userOf(contract);
    case ContractPart::StopSignal:
        return signalOf(contract);
    default:
        return healthOf(contract);
    }
}

class Comparison {
public:
    Comparison(const RuntimeContract &before, const RuntimeContract &after)
        : m_before(before)
        , m_after(after)
    { }

    std::vector<ContractDifference> run()
    {
        single(ContractPart::Program);
        split();
        environment();
        single(ContractPart::WorkingDirectory);
        single(ContractPart::User);
        set(ContractPart::Ports, m_before.ports, m_after.ports,
            QT_TRANSLATE_NOOP("contract", "Port %1 is exposed now."),
            QT_TRANSLATE_NOOP("contract", "Port %1 is no longer exposed."));
        set(ContractPart::Volumes, m_before.volumes, m_after.volumes,
            QT_TRANSLATE_NOOP("contract", "%1 is a volume now."),
            QT_TRANSLATE_NOOP("contract", "%1 is no longer a volume."));
        single(ContractPart::StopSignal);
        single(ContractPart::Healthcheck);
        labels();
        triggers();
        return std::move(m_differences);
    }

private:
    void add(ContractPart part, const char *sentence, std::vector<std::string> arguments,
             std::string key = {})
    {
        m_differences.push_back({part, {sentence, std::move(arguments)}, std::move(key)});
    }

    /// What was there may be there still, or was there already: the base image decides, and only on this side is it not known.
    bool isOpenBefore(ContractPart part) const
    {
        return m_before.open.contains(part) && !m_after.open.contains(part);
    }
    bool isOpenAfter(ContractPart part) const
    {
        return m_after.open.contains(part) && !m_before.open.contains(part);
    }

    void single(ContractPart part)
    {
        const Sentences &sentences = *std::ranges::find(
            singles, part, &Sentences::part); // Every part that it is called with is there.
        const std::string before = valueOf(m_before, part);
        const std::string after = valueOf(m_after, part);
        if (isOpenBefore(part) && !after.empty())
            add(part, sentences.becomesKnown, {after});
        else if (isOpenAfter(part) && !before.empty())
            add(part, sentences.becomesUnknown, {before});
        else if (before == after)
            return;
        else if (before.empty())
            add(part, sentences.appears, {after});
        else if (after.empty())
            add(part, sentences.goes, {before});
        else
            add(part, sentences.changes, {after, before});
    }

    /// The same is started, but what `docker run IMAGE …` replaces is another part of it.
    void split()
    {
        if (m_before.argv != m_after.argv || m_before.entrypoint == m_after.entrypoint
            || isOpenBefore(ContractPart::Program) || isOpenAfter(ContractPart::Program))
            return;
        if (m_after.command.empty())
            add(ContractPart::Program,
                QT_TRANSLATE_NOOP("contract", "Arguments of docker run no longer replace “%1”."),
                {inOneLine(m_before.command)});
        else if (m_before.command.empty())
            add(ContractPart::Program,
                QT_TRANSLATE_NOOP("contract", "Arguments of docker run replace “%1” now."),
                {inOneLine(m_after.command)});
        else
            add(ContractPart::Program,
                QT_TRANSLATE_NOOP("contract", "Arguments of docker run replace “%1” instead of “%2”."),
                {inOneLine(m_after.command), inOneLine(m_before.command)});
    }

    void environment()
    {
        const ContractPart part = ContractPart::Variables;
        std::set<std::string> names;
        for (const auto &[name, value] : m_before.environment)
            names.insert(name);
        for (const auto &[name, value] : m_after.environment)
            names.insert(name);
        for (const std::string &name : names) {
            const auto before = m_before.environment.find(name);
            const auto after = m_after.environment.find(name);
            if (before == m_before.environment.end())
                appears(name, after->second);
            else if (after == m_after.environment.end())
                goes(name, before->second);
            else if (before->second != after->second)
                add(part, QT_TRANSLATE_NOOP("contract", "%1 is “%2” instead of “%3”."),
                    {name, after->second, before->second}, name);
        }
        std::string lost;
        for (const std::string &name : m_before.unknownVariables) {
            const bool isLost = m_after.isBaseKnown && m_before.isBaseKnown
                && !m_after.environment.contains(name) && !m_after.unknownVariables.contains(name);
            if (isLost)
                lost += (lost.empty() ? "" : ", ") + name;
        }
        if (!lost.empty())
            add(part, QT_TRANSLATE_NOOP("contract", "What only the old base image may set is gone: %1."),
                {lost}, variablesOfOldBase);
    }
    void appears(const std::string &name, const std::string &value)
    {
        if (m_before.unknownVariables.contains(name))
            add(ContractPart::Variables,
                QT_TRANSLATE_NOOP("contract",
                                  "%1 is “%2”; before, the base image may have set it otherwise."),
                {name, value}, name);
        else if (m_before.isBaseKnown || !m_after.fromBase.contains(name))
            add(ContractPart::Variables, QT_TRANSLATE_NOOP("contract", "%1 is set to “%2”."), {name, value},
                name);
    }
    void goes(const std::string &name, const std::string &value)
    {
        if (m_after.unknownVariables.contains(name))
            add(ContractPart::Variables,
                QT_TRANSLATE_NOOP("contract", "%1 is no longer “%2”; the base image may set it otherwise."),
                {name, value}, name);
        else if (m_after.isBaseKnown || !m_before.fromBase.contains(name))
            add(ContractPart::Variables, QT_TRANSLATE_NOOP("contract", "%1 is no longer set; it was “%2”."),
                {name, value}, name);
    }

    void set(ContractPart part, const std::set<std::string> &before, const std::set<std::string> &after,
             const char *appears, const char *goes)
    {
        std::set<std::string> names = before;
        names.insert(after.begin(), after.end());
        for (const std::string &name : names) {
            const std::string shown = name.ends_with("/tcp") && part == ContractPart::Ports
                ? name.substr(0, name.size() - 4)
                : name;
            if (!before.contains(name) && !isOpenBefore(part))
                add(part, appears, {shown}, name);
            else if (!after.contains(name) && !isOpenAfter(part))
                add(part, goes, {shown}, name);
        }
    }

    void labels()
    {
        const ContractPart part = ContractPart::Labels;
        std::set<std::string> names;
        for (const auto &[name, value] : m_before.labels)
            names.insert(name);
        for (const auto &[name, value] : m_after.labels)
            names.insert(name);
        for (const std::string &name : names) {
            const auto before = m_before.labels.find(name);
            const auto after = m_after.labels.find(name);
            if (before == m_before.labels.end()) {
                if (!isOpenBefore(part))
                    add(part, QT_TRANSLATE_NOOP("contract", "The label %1 is set to “%2”."),
                        {name, after->second}, name);
            } else if (after == m_after.labels.end()) {
                if (!isOpenAfter(part))
                    add(part, QT_TRANSLATE_NOOP("contract", "The label %1 is gone; it was “%2”."),
                        {name, before->second}, name);
            } else if (before->second != after->second) {
                add(part, QT_TRANSLATE_NOOP("contract", "The label %1 is “%2” instead of “%3”."),
                    {name, after->second, before->second}, name);
            }
        }
    }

    void triggers()
    {
        const auto compare = [&](const std::vector<std::string> &some, std::vector<std::string> others,
                                 const char *sentence) {
            for (const std::string &trigger : some) {
                const auto found = std::ranges::find(others, trigger);
                if (found == others.end())
                    add(ContractPart::Triggers, sentence, {trigger});
                else
                    others.erase(found);
            }
        };
        const std::size_t count = m_differences.size();
        compare(m_before.triggers, m_after.triggers,
                QT_TRANSLATE_NOOP("contract", "Images built on this one no longer run “%1”."));
        compare(m_after.triggers, m_before.triggers,
                QT_TRANSLATE_NOOP("contract", "Images built on this one run “%1” now."));
        if (m_differences.size() == count && m_before.triggers != m_after.triggers)
            add(ContractPart::Triggers,
                QT_TRANSLATE_NOOP("contract",
                                  "Images built on this one run their triggers in another order."),
                {});
    }

    const RuntimeContract &m_before;
    const RuntimeContract &m_after;
    std::vector<ContractDifference> m_differences;
};

} // namespace

std::vector<ContractDifference> differencesOf(const RuntimeContract &before, const RuntimeContract &after)
{
    return Comparison(before, after).run();
}

} // namespace drydock
