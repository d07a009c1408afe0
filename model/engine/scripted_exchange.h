// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/http_client.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// What a ScriptedExchange plays.
struct ExchangeScript {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case.
    std::vector<std::string>
        pieces; ///< Of the body. Each is received on its own, in parts of at most 64 KiB.
    std::optional<Error> breaksOff; ///< After the pieces, instead of the end.
    bool isEndless = false; ///< Waits for more after the pieces: push(), end().
    Delivery delivery = Delivery::Streamed;
};

/// An exchange that plays bytes which are known beforehand, from the event loop: one piece per turn, none while it is
/// paused.
class ScriptedExchange final : public HttpExchange {
    Q_OBJECT

public:
    /// \param atEnd called right before it finishes well; may be null.
    explicit ScriptedExchange(ExchangeScript script, std::function<void()> atEnd = {},
                              QObject *parent = nullptr);

    /// Begins to play at the next turn of the event loop.
    void start();
    /// One more piece. \pre the script is endless and end() was not called.
    void push(std::string piece);
    /// There is no more.
    void end();

    bool isPaused() const { return m_isPaused; }
    /// How many parts have been received.
    std::size_t partsPlayed() const { return m_played; }

    void abort() override;
    void setPaused(bool isPaused) override;
    const HttpAnswer &head() const override { return m_head; }

private:
    void schedule();
    void turn();
    void playPart();
    bool isStreamed() const;

    ExchangeScript m_script;
    std::function<void()> m_atEnd;
    HttpAnswer m_head;
    std::string m_kept; ///< The body of an answer that is not streamed.
    std::size_t m_piece = 0;
    std::size_t m_offset = 0; ///< In the piece.
    std::size_t m_played = 0;
    bool m_hasStarted = false;
    bool m_isPaused = false;
    bool m_isScheduled = false;
    bool m_isAborted = false;
};

} // namespace drydock
