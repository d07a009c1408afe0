// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/byte_input.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace drydock {

/// Bytes on their way from the thread that receives them to one that reads them. The writer never waits: it is told when
/// there is enough, and once more when there is room again.
class ByteQueue final : public ByteInput {
public:
    static constexpr std::size_t fullBytes = std::size_t {3} * 1024 * 1024;
    static constexpr std::size_t lowBytes = std::size_t {1024} * 1024;

    /// \param hasRoom called from the reading thread when a full queue has run low.
    explicit ByteQueue(std::function<void()> hasRoom);

    /// \returns false if it is full now: nothing should come before `hasRoom`.
    bool push(std::string bytes);
    /// No more comes. \param error what the reader gets instead of the end.
    void close(std::optional<Error> error = {});
    /// Nobody wants the rest: reads end with an Error at once.
    void stop();

    Result<std::size_t> read(char *to, std::size_t size) override;

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::deque<std::string> m_pieces;
    std::size_t m_offset = 0; ///< In the first piece.
    std::size_t m_bytes = 0;
    std::function<void()> m_hasRoom;
    std::optional<Error> m_error;
    bool m_isFull = false;
    bool m_isClosed = false;
    bool m_isStopped = false;
};

} // namespace drydock
