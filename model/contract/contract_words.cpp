// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/base_contract.h"
#include "model/contract/start.h"

namespace drydock {
namespace {

std::string listOf(const std::set<std::string> &names)
{
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::string listOf(const std::map<std::string, std::string> &pairs, bool isEnvironment)
{
    std::string list;
    for (const auto &[name, value] : pairs) {
        if (isEnvironment && name == "PATH" && value == defaultPath)
            continue;
        list += list.empty() ? "" : ", ";
        list += name;
        list += '=';
        list += value;
    }
    return list;
}

UserText programOf(const RuntimeContract &contract)
{
    const std::span<const std::string> shell = shellOf(contract.argv);
    if (shell.empty())
        return {QT_TRANSLATE_NOOP("contract", "Program: %1"), {inOneLine(contract.argv)}};
    return {QT_TRANSLATE_NOOP("contract", "Program: %1 (run by %2)"),
            {contract.argv.back(), inOneLine(shell)}};
}

} // namespace

std::vector<UserText> inWords(const RuntimeContract &contract)
{
    std::vector<UserText> lines;
    const auto add = [&lines](const char *sentence, std::string value) {
        if (!value.empty())
            lines.push_back({sentence, {std::move(value)}});
    };
    if (!contract.argv.empty())
        lines.push_back(programOf(contract));
    add(QT_TRANSLATE_NOOP("contract", "Environment: %1"), listOf(contract.environment, true));
    if (contract.workingDirectory != "/")
        add(QT_TRANSLATE_NOOP("contract", "Working directory: %1"), contract.workingDirectory);
    add(QT_TRANSLATE_NOOP("contract", "User: %1"), contract.user);
    add(QT_TRANSLATE_NOOP("contract", "Ports: %1"), listOf(contract.ports));
    add(QT_TRANSLATE_NOOP("contract", "Volumes: %1"), listOf(contract.volumes));
    add(QT_TRANSLATE_NOOP("contract", "Stop signal: %1"), contract.stopSignal);
    add(QT_TRANSLATE_NOOP("contract", "Health check: %1"), inOneLine(contract.healthcheck));
    add(QT_TRANSLATE_NOOP("contract", "Labels: %1"), listOf(contract.labels, false));
    for (const std::string &trigger : contract.triggers)
        add(QT_TRANSLATE_NOOP("contract", "For images built on this one: %1"), trigger);
    if (contract.needsShell)
        lines.push_back({QT_TRANSLATE_NOOP("contract", "Needs a shell."), {}});
    if (!contract.isBaseKnown)
        lines.push_back({QT_TRANSLATE_NOOP("contract", "What the base image brings is not known."), {}});
    else if (!contract.baseDate.empty())
        add(QT_TRANSLATE_NOOP("contract", "What the base image brings was so on %1."), contract.baseDate);
    add(QT_TRANSLATE_NOOP("contract", "The base image may set, to what is not known: %1"),
        contract.isBaseKnown ? listOf(contract.unknownVariables) : std::string());
    return lines;
}

} // namespace drydock
