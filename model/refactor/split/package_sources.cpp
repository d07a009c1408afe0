// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/package_sources.h"

#include "model/base/one_of.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::array<std::string_view, 4> places {"/etc/apt/sources.list", "/etc/yum.repos.d",
                                                  "/etc/apk/repositories", "deb.nodesource.com"};

bool addsSource(const SplitStage &stage, const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    if (isOneOf(name, {"add-apt-repository", "apt-add-repository", "yum-config-manager"}))
        return true;
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    if (isOneOf(name, {"dnf", "yum", "microdnf"}) && isOneOf(verb, {"config-manager", "copr"}))
        return true;
    const auto brings
        = [](std::string_view package) { return package.find("-release") != std::string_view::npos; };
    if (name == "rpm")
        return std::ranges::any_of(operands, [&](const ScriptWord *word) { return brings(word->value); });
    const PackageCommand *package = stage.lint().packageOf(command);
    return package && isOneOf(name, {"dnf", "yum", "microdnf"}) && package->installs()
        && std::ranges::any_of(package->packages,
                               [&](const ScriptWord *word) { return brings(word->value); });
}

} // namespace

const Instruction *packageSourceOf(const SplitStage &stage)
{
    for (const Instruction &instruction : stage.instructions()) {
        if (!isOneOf(nameOf(instruction.keyword), {"RUN", "COPY", "ADD"}))
            continue;
        const std::string_view text = stage.syntax().textOf(instruction.range);
        const auto isNamed
            = [text](std::string_view place) { return text.find(place) != std::string_view::npos; };
        if (std::ranges::any_of(places, isNamed))
            return &instruction;
        for (const BuildStep &step : stage.steps()) {
            if (step.run == &instruction && addsSource(stage, step))
                return &instruction;
        }
    }
    return nullptr;
}

} // namespace drydock
