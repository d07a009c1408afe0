// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/run_job.h"

#include "model/engine/run_owner.h"

#include <algorithm>
#include <utility>

namespace drydock {

namespace {

constexpr int secondsToStop = 2;
constexpr int mostInside = 30'000; ///< Milliseconds; each tool has ten seconds of its own.

/// Sees to it that a container goes, though nobody waits for it any more. Belongs to the engine's client.
class Removal final : public QObject {
public:
    Removal(EngineClient &engine, const std::string &container)
        : QObject(&engine)
        , m_engine(engine)
    {
        remove(container);
    }
    /// Of a container that is still being made.
    Removal(EngineClient &engine, JobPtr<std::string> creation)
        : QObject(&engine)
        , m_engine(engine)
        , m_creation(std::move(creation))
    {
        connect(m_creation.get(), &Job::finished, this, [this] {
            const auto made = std::move(m_creation);
            if (made->result())
                remove(*made->result());
            else
                deleteLater();
        });
    }

private:
    void remove(const std::string &container)
    {
        m_removal = m_engine.removeContainer(container);
        connect(m_removal.get(), &Job::finished, this, &QObject::deleteLater);
    }

    EngineClient &m_engine;
    JobPtr<std::string> m_creation;
    JobPtr<bool> m_removal;
};

/// "8080" is "8080/tcp".
std::string withProtocol(const std::string &port)
{
    return port.empty() || port.find('/') != std::string::npos ? port : port + "/tcp";
}

std::string firstWebPort(const std::vector<std::string> &ports)
{
    const auto found = std::find_if(ports.begin(), ports.end(), [](const std::string &port) {
        return withProtocol(port).find("/tcp") != std::string::npos;
    });
    return found == ports.end() ? std::string() : withProtocol(*found);
}

} // namespace

RunJob::RunJob(EngineClient &engine, std::string image, RunPlan plan, WebAsker asker)
    : m_engine(engine)
    , m_plan(std::move(plan))
    , m_asker(std::move(asker))
{
    m_finding.image = std::move(image);
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &RunJob::outOfTime);
    connect(&m_pause, &QTimer::timeout, this, &RunJob::watch);
    inspectImage();
}

RunJob::~RunJob() = default;

void RunJob::abort()
{
    if (std::exchange(m_isAborted, true) || isFinished())
        return;
    m_deadline.stop();
    m_pause.stop();
    // Both belong to the client and go with it.
    if (m_creation) {
        m_creation->disconnect(this);
        new Removal(m_engine, std::move(m_creation));
    } else if (!m_container.empty()) {
        new Removal(m_engine, m_container);
    }
    m_imageFacts.reset();
    m_step.reset();
    m_look.reset();
    m_logs.reset();
    m_web.reset();
    m_inside.reset();
}

void RunJob::inspectImage()
{
    m_imageFacts = m_engine.inspectImage(m_finding.image);
    connect(m_imageFacts.get(), &Job::finished, this, [this] {
        const auto facts = std::move(m_imageFacts);
        if (facts->result())
            create(*facts->result());
        else
            fail(facts->result().error());
    });
}

void RunJob::create(const ImageFacts &facts)
{
    ContainerPlan plan;
    plan.image = m_finding.image;
    plan.command = m_plan.command;
    plan.entrypoint = m_plan.entrypoint;
    plan.environment = m_plan.environment;
    plan.labels = {{runLabel, runOwner()}};
    plan.memoryBytes = m_plan.memoryBytes;
    plan.processes = m_plan.processes;
    m_finding.port = m_plan.port.empty() ? firstWebPort(facts.config.ports) : withProtocol(m_plan.port);
    if (!m_finding.port.empty())
        plan.ports = {m_finding.port};
    m_creation = m_engine.createContainer(plan);
    connect(m_creation.get(), &Job::finished, this, [this] {
        const auto creation = std::move(m_creation);
        if (!creation->result()) {
            fail(creation->result().error());
            return;
        }
        m_container = *creation->result();
        start();
    });
}

void RunJob::start()
{
    m_clock.start();
    m_deadline.start(m_plan.deadline);
    m_step = m_engine.startContainer(m_container);
    connect(m_step.get(), &Job::finished, this, [this] {
        const auto step = std::move(m_step);
        if (m_isOver)
            return;
        if (step->result())
            watch();
        else
            fail(step->result().error());
    });
}

void RunJob::watch()
{
    m_look = m_engine.inspectContainer(m_container);
    connect(m_look.get(), &Job::finished, this, [this] {
        const auto look = std::move(m_look);
        if (m_isOver)
            return;
        if (look->result())
            watched(*look->result());
        else
            fail(look->result().error());
    });
}

void RunJob::watched(const ContainerFacts &facts)
{
    m_finding.health = facts.health;
    m_finding.exitCode = facts.exitCode;
    m_finding.wasKilledForMemory = facts.wasKilledForMemory;
    const bool hasPort = !m_finding.port.empty();
    const bool isUp = facts.isRunning && facts.health != HealthState::Starting;
    if (!facts.isRunning && facts.status != "created")
        isOver(RunEnd::Exited);
    else if (facts.health == HealthState::Unhealthy)
        isOver(RunEnd::Unhealthy);
    else if (isUp && hasPort)
        ask(facts);
    else if (isUp && facts.health == HealthState::Healthy)
        isOver(RunEnd::Healthy);
    else if (isUp && m_clock.elapsed() >= m_plan.settling)
        isOver(RunEnd::Running);
    else
        lookAgain();
}

void RunJob::lookAgain()
{
    m_pause.start(m_plan.pollEvery);
}

void RunJob::ask(const ContainerFacts &facts)
{
    if (!m_engine.endpoint().isLocal()) {
        // Its ports are published on the other machine, and there on its own address only.
        askFromInside();
        return;
    }
    const auto published = facts.ports.find(m_finding.port);
    if (published == facts.ports.end()) {
        lookAgain();
        return;
    }
    m_web.reset(new WebProbe(m_asker, published->second, m_plan.path));
    connect(m_web.get(), &Job::finished, this, [this] {
        const auto web = std::move(m_web);
        if (m_isOver)
            return;
        if (!web->result()) {
            lookAgain(); // It does not listen yet.
            return;
        }
        m_finding.answer = *web->result();
        isOver(RunEnd::Answered);
    });
}

void RunJob::askFromInside()
{
    m_inside.reset(new InsideProbe(m_engine, m_container, innerPort(), m_plan.path));
    connect(m_inside.get(), &Job::finished, this, [this] {
        const auto inside = std::move(m_inside);
        if (m_isOver)
            return;
        m_finding.inside = *inside->result();
        m_finding.answer = m_finding.inside->answer;
        if (m_finding.answer) {
            isOver(RunEnd::Answered);
        } else if (!m_finding.inside->tool.empty()) {
            lookAgain();
        } else {
            m_finding.notes.push_back(
                {QT_TRANSLATE_NOOP(
                     "engine",
                     "The engine runs on another machine and the image has no curl, wget or bash: "
                     "its port %1 cannot be asked from here."),
                 {m_finding.port}});
            isOver(m_finding.health == HealthState::Healthy ? RunEnd::Healthy : RunEnd::Running);
        }
    });
}

void RunJob::outOfTime()
{
    if (!m_isOver) {
        isOver(RunEnd::TimedOut);
        return;
    }
    m_inside.reset();
    readLogs();
}

void RunJob::isOver(RunEnd end)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_deadline.stop();
    m_pause.stop();
    m_look.reset();
    m_web.reset();
    m_inside.reset();
    m_finding.end = end;
    m_finding.milliseconds = m_clock.elapsed();
    const bool runs = end != RunEnd::Exited && end != RunEnd::TimedOut;
    if (m_plan.looksInside && runs && !m_finding.inside)
        lookInside();
    else
        readLogs();
}

void RunJob::lookInside()
{
    m_inside.reset(new InsideProbe(m_engine, m_container, innerPort(), m_plan.path));
    connect(m_inside.get(), &Job::finished, this, [this] {
        const auto inside = std::move(m_inside);
        m_deadline.stop();
        m_finding.inside = *inside->result();
        readLogs();
    });
    m_deadline.start(mostInside);
}

void RunJob::readLogs()
{
    if (m_finding.inside && !m_finding.inside->hasShell)
        m_finding.notes.push_back({QT_TRANSLATE_NOOP("engine", "There is no shell in the image."), {}});
    m_logs = m_engine.logs(m_container);
    connect(m_logs.get(), &Job::finished, this, [this] {
        const auto logs = std::move(m_logs);
        if (logs->result())
            m_finding.logs = *logs->result();
        remove();
    });
}

void RunJob::remove()
{
    const auto removeNow = [this] {
        m_step = m_engine.removeContainer(m_container);
        connect(m_step.get(), &Job::finished, this, [this] {
            const auto step = std::move(m_step);
            if (!step->result())
                m_finding.notes.push_back(
                    {QT_TRANSLATE_NOOP("engine", "The container %1 could not be removed."), {m_container}});
            finish(std::move(m_finding));
        });
    };
    if (m_finding.end == RunEnd::Exited) {
        removeNow();
        return;
    }
    m_step = m_engine.stopContainer(m_container, secondsToStop);
    // Removing kills what did not stop.
    connect(m_step.get(), &Job::finished, this, removeNow);
}

void RunJob::fail(const Error &error)
{
    m_isOver = true;
    m_deadline.stop();
    if (!m_container.empty())
        new Removal(m_engine, m_container);
    finish(tl::unexpected<Error>(error));
}

std::uint16_t RunJob::innerPort() const
{
    // A range or nonsense has no number, and nobody to ask.
    const std::string number = m_finding.port.substr(0, m_finding.port.find('/'));
    return QByteArray::fromStdString(number).toUShort();
}

} // namespace drydock
