// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/registry_desk.h"

namespace drydock {

/// A question under way: waits for its turn, logs in when it is told to, and follows where it is led.
class RegistryCall final : public JobOf<HttpAnswer> {
    Q_OBJECT

public:
    RegistryCall(RegistryDesk &desk, RegistryQuestion question);
    ~RegistryCall() override;

    void abort() override;
    bool isAborted() const { return m_isAborted; }
    /// It is this one's turn.
    void begin();

private:
    void send();
    void answered();
    void redirected(const HttpAnswer &answer);
    void challenged(const HttpAnswer &answer);
    void loggedIn();
    void askForToken(const RegistryLogin &login);
    void tokenAnswered();
    void retryWith(std::string authorization, int seconds);
    void end(Result<HttpAnswer> result);
    void refuse(int status, std::string_view body);
    std::string imageName() const { return m_question.image.familiar(); }
    bool isLoopback() const;

    QPointer<RegistryDesk> m_desk;
    RegistryQuestion m_question;
    WebOrigin m_home; ///< The registry itself.
    std::string m_authorization;
    AuthChallenge m_challenge;
    std::optional<Error> m_loginProblem; ///< Why no login was found, should one be needed.
    JobPtr<RegistryLogin> m_login;
    ExchangePtr m_exchange;
    int m_redirects = 0;
    bool m_hasLoggedIn = false;
    bool m_isRunning = false;
    bool m_isAborted = false;
};

} // namespace drydock
