// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/http_client.h"
#include "model/engine/job.h"
#include "model/engine/verify_plan.h"

#include <QCryptographicHash>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Who sends a request to `port` of this machine.
using WebAsker = std::function<ExchangePtr(std::uint16_t port, HttpRequest request)>;

/// A path and query as they may stand in the first line of a request: begins with "/", what is no plain ASCII is
/// percent-encoded.
std::string requestPath(std::string_view path);

/// Takes an answer apart that a program printed with its head. \returns nothing if it is no HTTP.
std::optional<WebAnswer> readWebAnswer(std::string_view raw);

/// `GET path` at a port of this machine. An Error means that nobody answered.
class WebProbe final : public JobOf<WebAnswer> {
    Q_OBJECT

public:
    WebProbe(const WebAsker &asker, std::uint16_t port, std::string_view path);

    void abort() override { m_exchange.reset(); }

private:
    void take(const QByteArray &bytes);
    void answered();

    ExchangePtr m_exchange;
    WebAnswer m_answer;
    QCryptographicHash m_hash;
};

/// Looks for a shell and for something to ask with inside of a running container, and asks. Ends well also if there is
/// nothing: that is a finding.
class InsideProbe final : public JobOf<InsideCheck> {
    Q_OBJECT

public:
    /// \param engine borrowed. \param port of the program inside; 0: only looks for a shell.
    InsideProbe(EngineClient &engine, std::string container, std::uint16_t port, std::string_view path);

    void abort() override { m_exec.reset(); }

private:
    void tryNext();
    void tried(const Result<ExecOutcome> &outcome);

    EngineClient &m_engine;
    std::string m_container;
    std::vector<std::vector<std::string>> m_commands; ///< The first one is the shell's.
    std::size_t m_next = 0;
    InsideCheck m_check;
    JobPtr<ExecOutcome> m_exec;
};

} // namespace drydock
