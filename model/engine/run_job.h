// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/job.h"
#include "model/engine/verify_plan.h"
#include "model/engine/web_probe.h"

#include <QElapsedTimer>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <string>

namespace drydock {

/// Starts a container of an image, watches what it does, asks it, and removes it, whatever happens: also when the job is
/// dropped, and when the engine is still busy making the container then. Its ports are published on 127.0.0.1 only.
///
/// Ends in an Error only if the container could not be started or watched; a program that fails is a finding.
class RunJob final : public JobOf<RunFinding> {
    Q_OBJECT

public:
    /// \param engine borrowed; must outlive the job. \param asker sends requests to ports of this machine.
    RunJob(EngineClient &engine, std::string image, RunPlan plan, WebAsker asker);
    ~RunJob() override;

    void abort() override;

private:
    void inspectImage();
    void create(const ImageFacts &facts);
    void start();
    void watch();
    void watched(const ContainerFacts &facts);
    void lookAgain();
    void ask(const ContainerFacts &facts);
    void askFromInside();
    void isOver(RunEnd end);
    void outOfTime();
    void lookInside();
    void readLogs();
    void remove();
    void fail(const Error &error);
    std::uint16_t innerPort() const;

    EngineClient &m_engine;
    RunPlan m_plan;
    WebAsker m_asker;
    RunFinding m_finding;
    std::string m_container;
    QTimer m_deadline;
    QTimer m_pause;
    QElapsedTimer m_clock;
    JobPtr<ImageFacts> m_imageFacts;
    JobPtr<std::string> m_creation;
    JobPtr<bool> m_step; ///< Starting, stopping, removing.
    JobPtr<ContainerFacts> m_look;
    JobPtr<std::string> m_logs;
    JobPtr<WebAnswer> m_web;
    JobPtr<InsideCheck> m_inside;
    bool m_isOver = false;
    bool m_isAborted = false;
};

} // namespace drydock
