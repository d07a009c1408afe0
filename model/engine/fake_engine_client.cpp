// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/fake_engine_client.h"

#include "model/engine/fake_answer.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace drydock {

namespace {

/// "alpine" is "alpine:latest".
std::string withTag(const std::string &name)
{
    const std::size_t slash = name.rfind('/');
    const std::size_t colon = name.find(':', slash == std::string::npos ? 0 : slash);
    return colon == std::string::npos ? name + ":latest" : name;
}

bool hasTag(const FakeImage &image, const std::string &tag)
{
    const auto &tags = image.facts.tags;
    return std::find(tags.begin(), tags.end(), withTag(tag)) != tags.end();
}

} // namespace

FakeEngineClient::FakeEngineClient(QObject *parent)
    : EngineClient(parent)
{
    m_endpoint.url = "unix:///var/run/docker.sock";
    m_endpoint.path = "/var/run/docker.sock";
    m_facts = {"docker", "28.5.2", "1.51", "linux", "amd64", ImageStore::GraphDriver, true, false};
}

FakeEngineClient::~FakeEngineClient() = default;

void FakeEngineClient::addImage(FakeImage image)
{
    m_images.push_back(std::move(image));
}

void FakeEngineClient::setProgram(const std::string &image, FakeProgram program)
{
    m_programs[image] = std::move(program);
}

void FakeEngineClient::setBuild(const std::string &target, FakeBuild build)
{
    m_builds[target] = std::move(build);
}

void FakeEngineClient::addContainer(ContainerFacts facts, FakeProgram program)
{
    m_containers.push_back({std::move(facts), std::move(program), 0});
}

void FakeEngineClient::fail(const std::string &call, Error error)
{
    m_failures[call] = std::move(error);
}

void FakeEngineClient::release()
{
    m_isHeld = false;
    while (!m_held.empty() && !m_isHeld) {
        const auto deliver = std::move(m_held.front());
        m_held.pop_front();
        deliver();
    }
}

void FakeEngineClient::tell(const std::string &eventLine)
{
    for (const auto &listener : m_listeners) {
        if (listener)
            listener->push(eventLine + '\n');
    }
}

int FakeEngineClient::count(std::string_view call) const
{
    return static_cast<int>(std::count_if(m_calls.begin(), m_calls.end(), [&](std::string_view made) {
        return made == call || (made.starts_with(call) && made[call.size()] == ' ');
    }));
}

std::vector<ContainerFacts> FakeEngineClient::allContainers() const
{
    std::vector<ContainerFacts> all;
    all.reserve(m_containers.size());
    for (const Container &container : m_containers)
        all.push_back(container.facts);
    return all;
}

void FakeEngineClient::note(const std::string &call, const std::string &argument)
{
    m_calls.push_back(argument.empty() ? call : call + ' ' + argument);
}

const Error *FakeEngineClient::failureOf(const std::string &call, const std::string &argument) const
{
    auto found = m_failures.find(call + ' ' + argument);
    if (found == m_failures.end())
        found = m_failures.find(call);
    return found == m_failures.end() ? nullptr : &found->second;
}

void FakeEngineClient::whenFree(QObject *receiver, std::function<void()> deliver)
{
    // Neither outlives the other's interest: the call is dropped with the engine, and does nothing without its receiver.
    QTimer::singleShot(0, this, [this, guard = QPointer<QObject>(receiver), deliver = std::move(deliver)] {
        const auto call = [guard, deliver] {
            if (guard)
                deliver();
        };
        if (m_isHeld)
            m_held.emplace_back(call);
        else
            call();
    });
}

ExchangePtr FakeEngineClient::play(const std::string &call, const std::string &argument,
                                   ExchangeScript script)
{
    note(call, argument);
    if (const Error *const failure = failureOf(call, argument))
        script.breaksOff = *failure;
    auto *const exchange = new ScriptedExchange(std::move(script));
    whenFree(exchange, [exchange] { exchange->start(); });
    return ExchangePtr(exchange);
}

FakeImage *FakeEngineClient::imageNamed(const std::string &name)
{
    const auto found = std::find_if(m_images.begin(), m_images.end(), [&](const FakeImage &image) {
        return image.facts.id == name || hasTag(image, name);
    });
    return found == m_images.end() ? nullptr : &*found;
}

FakeEngineClient::Container *FakeEngineClient::containerNamed(const std::string &name)
{
    const auto found
        = std::find_if(m_containers.begin(), m_containers.end(), [&](const Container &container) {
              return container.facts.id == name || container.facts.name == name;
          });
    return found == m_containers.end() ? nullptr : &*found;
}

ExchangePtr FakeEngineClient::events()
{
    note("events", {});
    ExchangeScript script;
    script.isEndless = true;
    auto *const exchange = new ScriptedExchange(std::move(script));
    m_listeners.emplace_back(exchange);
    whenFree(exchange, [exchange] { exchange->start(); });
    return ExchangePtr(exchange);
}

} // namespace drydock
