// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/base_contract.h"

#include "model/knowledge/base_configs.h"

#include <array>
#include <utility>

namespace drydock {
namespace {

const std::set<ContractPart> inherited {
    ContractPart::Program,    ContractPart::Variables,   ContractPart::WorkingDirectory,
    ContractPart::User,       ContractPart::Ports,       ContractPart::Volumes,
    ContractPart::StopSignal, ContractPart::Healthcheck, ContractPart::Labels};

BaseContract contractOfConfig(const ImageConfig &config)
{
    BaseContract base;
    RuntimeContract &contract = base.contract;
    contract.isBaseKnown = true;
    contract.entrypoint = config.entrypoint;
    contract.command = config.command;
    for (const auto &[name, value] : config.environment)
        contract.environment[name] = value;
    if (!config.workingDirectory.empty())
        contract.workingDirectory = config.workingDirectory;
    contract.user = config.user;
    contract.ports = {config.ports.begin(), config.ports.end()};
    contract.volumes = {config.volumes.begin(), config.volumes.end()};
    contract.stopSignal = config.stopSignal;
    contract.healthcheck = config.healthcheck;
    contract.labels = {config.labels.begin(), config.labels.end()};
    base.shell = config.shell;
    base.triggers = config.triggers;
    return base;
}

BaseContract contractOfTable(const BaseConfig &known, bool isScratch)
{
    static constexpr std::array<std::pair<std::string_view, ContractPart>, 6> names {
        {{"program", ContractPart::Program},
         {"ports", ContractPart::Ports},
         {"volumes", ContractPart::Volumes},
         {"directory", ContractPart::WorkingDirectory},
         {"stop", ContractPart::StopSignal},
         {"user", ContractPart::User}}};
    BaseContract base = contractOfConfig(known.config);
    RuntimeContract &contract = base.contract;
    contract.baseDate = known.date;
    for (const auto &[name, part] : names) {
        if (known.open.contains(std::string(name)))
            contract.open.insert(part);
    }
    if (!isScratch)
        contract.open.insert(ContractPart::Labels);
    contract.unknownVariables = {known.unknownVariables.begin(), known.unknownVariables.end()};
    base.mayHaveMoreVariables = !known.isEnvironmentKnown;
    if (!known.isEnvironmentKnown && !contract.environment.contains("PATH"))
        contract.unknownVariables.insert("PATH");
    if (!known.isEnvironmentKnown || !contract.unknownVariables.empty())
        contract.open.insert(ContractPart::Variables);
    return base;
}

BaseContract contractOfNothing()
{
    BaseContract base;
    base.contract.open = inherited;
    base.mayHaveMoreVariables = true;
    base.contract.unknownVariables.insert("PATH");
    return base;
}

BaseContract lookUp(std::string_view reference, const ImageSource *images)
{
    if (reference.empty())
        return contractOfNothing();
    if (const auto answer = images ? images->answerFor(reference) : std::nullopt; answer && answer->config) {
        BaseContract base = contractOfConfig(*answer->config);
        if (answer->source == AnswerSource::Table)
            base.contract.baseDate = answer->date;
        return base;
    }
    const auto known = baseConfigOf(reference);
    return known ? contractOfTable(*known, reference == "scratch") : contractOfNothing();
}

} // namespace

BaseContract baseContractOf(std::string_view reference, const ImageSource *images)
{
    BaseContract base = lookUp(reference, images);
    RuntimeContract &contract = base.contract;
    // BuildKit makes sure that there is one.
    if (!contract.unknownVariables.contains("PATH"))
        contract.environment.try_emplace("PATH", defaultPath);
    for (const auto &[name, value] : contract.environment)
        contract.fromBase.insert(name);
    if (base.shell.empty())
        base.shell = {"/bin/sh", "-c"};
    return base;
}

} // namespace drydock
