// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace drydock::bench {

/// An engine on a Unix socket, in threads of its own, whose classic builder prints lines as fast as it is told to. It says
/// what `docker history` says of the image that it claims to have built.
class FloodingEngine {
public:
    /// \param linesPerSecond how fast a step prints. \param lines how many.
    FloodingEngine(std::string socket, int linesPerSecond, int lines);
    FloodingEngine(const FloodingEngine &) = delete;
    FloodingEngine &operator=(const FloodingEngine &) = delete;
    ~FloodingEngine();

    bool isListening() const { return m_listener >= 0; }
    /// Nanoseconds of the steady clock when the last byte of a history was sent; 0 before.
    long long historySentAt() const { return m_historySentAt; }

private:
    void accept();
    void serve(int connection);
    void build(int connection) const;

    std::string m_socket;
    int m_linesPerSecond;
    int m_lines;
    int m_listener = -1;
    std::atomic<bool> m_isOver = false;
    std::atomic<long long> m_historySentAt = 0;
    std::thread m_thread;
};

} // namespace drydock::bench
