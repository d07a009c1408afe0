// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/fake_answer.h"

#include <algorithm>
#include <utility>

namespace drydock {

JobPtr<std::string> FakeEngineClient::createContainer(const ContainerPlan &plan)
{
    m_plans.push_back(plan);
    return answer<std::string>("createContainer", plan.image, [this, plan]() -> Result<std::string> {
        const FakeImage *const image = imageNamed(plan.image);
        if (!image)
            return noSuchImage(plan.image);
        Container container;
        auto program = m_programs.find(plan.image);
        if (program == m_programs.end())
            program = m_programs.find(image->facts.id);
        if (program != m_programs.end())
            container.program = program->second;
        container.facts.id = "container" + std::to_string(++m_made);
        container.facts.name = plan.name;
        container.facts.image = image->facts.id;
        container.facts.labels = plan.labels;
        container.facts.status = "created";
        m_containers.push_back(std::move(container));
        return m_containers.back().facts.id;
    });
}

JobPtr<bool> FakeEngineClient::startContainer(const std::string &container)
{
    return answer<bool>("startContainer", container, [this, container]() -> Result<bool> {
        Container *const found = containerNamed(container);
        if (!found)
            return noSuchContainer(container);
        found->facts.status = "running";
        found->facts.isRunning = true;
        return true;
    });
}

JobPtr<bool> FakeEngineClient::stopContainer(const std::string &container, int seconds)
{
    Q_UNUSED(seconds);
    return answer<bool>("stopContainer", container, [this, container]() -> Result<bool> {
        Container *const found = containerNamed(container);
        if (!found)
            return noSuchContainer(container);
        found->facts.status = "exited";
        found->facts.isRunning = false;
        return true;
    });
}

JobPtr<bool> FakeEngineClient::removeContainer(const std::string &container)
{
    // What is sent reaches the engine, whether or not anybody waits for the answer.
    if (!failureOf("removeContainer", container))
        std::erase_if(m_containers, [&](const Container &one) {
            return one.facts.id == container || one.facts.name == container;
        });
    return answer<bool>("removeContainer", container, [] { return true; });
}

JobPtr<ContainerFacts> FakeEngineClient::inspectContainer(const std::string &container)
{
    return answer<ContainerFacts>(
        "inspectContainer", container, [this, container]() -> Result<ContainerFacts> {
            Container *const found = containerNamed(container);
            if (!found)
                return noSuchContainer(container);
            const auto &moments = found->program.moments;
            if (found->facts.status != "running" || moments.empty())
                return found->facts;
            ContainerFacts facts = moments[std::min(found->moment, moments.size() - 1)];
            ++found->moment;
            facts.id = found->facts.id;
            facts.name = found->facts.name;
            facts.image = found->facts.image;
            facts.labels = found->facts.labels;
            return facts;
        });
}

JobPtr<std::vector<ContainerFacts>> FakeEngineClient::containers(const std::string &label)
{
    return answer<std::vector<ContainerFacts>>("containers", label, [this, label] {
        std::vector<ContainerFacts> all = allContainers();
        std::erase_if(all, [&](const ContainerFacts &one) { return !hasLabel(one.labels, label); });
        return all;
    });
}

JobPtr<std::string> FakeEngineClient::logs(const std::string &container)
{
    return answer<std::string>("logs", container, [this, container]() -> Result<std::string> {
        const Container *const found = containerNamed(container);
        if (!found)
            return noSuchContainer(container);
        return found->program.logs;
    });
}

JobPtr<ExecOutcome> FakeEngineClient::execute(const std::string &container,
                                              const std::vector<std::string> &command)
{
    return answer<ExecOutcome>("execute", container, [this, container, command]() -> Result<ExecOutcome> {
        const Container *const found = containerNamed(container);
        if (!found)
            return noSuchContainer(container);
        std::string words;
        for (const std::string &word : command)
            words.append(words.empty() ? "" : " ").append(word);
        const auto answered = found->program.commands.find(words);
        if (answered != found->program.commands.end())
            return answered->second;
        return ExecOutcome {127,
                            {},
                            "exec: \"" + (command.empty() ? "" : command.front())
                                + "\": executable file not found in $PATH"};
    });
}

} // namespace drydock
