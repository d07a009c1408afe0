// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/byte_queue.h"

#include <algorithm>
#include <utility>

namespace drydock {

ByteQueue::ByteQueue(std::function<void()> hasRoom)
    : m_hasRoom(std::move(hasRoom))
{ }

bool ByteQueue::push(std::string bytes)
{
    const std::lock_guard lock(m_mutex);
    if (bytes.empty() || m_isStopped)
        return !m_isFull;
    m_bytes += bytes.size();
    m_pieces.push_back(std::move(bytes));
    m_isFull = m_isFull || m_bytes >= fullBytes;
    m_news.notify_one();
    return !m_isFull;
}

void ByteQueue::close(std::optional<Error> error)
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_error = std::move(error);
    m_news.notify_one();
}

void ByteQueue::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_pieces.clear();
    m_news.notify_one();
}

Result<std::size_t> ByteQueue::read(char *to, std::size_t size)
{
    std::unique_lock lock(m_mutex);
    m_news.wait(lock, [this] { return m_isStopped || m_isClosed || !m_pieces.empty(); });
    if (m_isStopped)
        return refusal(QT_TRANSLATE_NOOP("engine", "Nobody waits for it any more."));
    if (m_pieces.empty()) {
        if (m_error)
            return tl::unexpected<Error>(*m_error);
        return std::size_t {0};
    }
    const std::string &piece = m_pieces.front();
    const std::size_t taken = std::min(size, piece.size() - m_offset);
    std::copy_n(piece.data() + m_offset, taken, to);
    m_offset += taken;
    m_bytes -= taken;
    if (m_offset == piece.size()) {
        m_pieces.pop_front();
        m_offset = 0;
    }
    const bool hasRoom = m_isFull && m_bytes < lowBytes;
    m_isFull = m_isFull && !hasRoom;
    lock.unlock();
    if (hasRoom)
        m_hasRoom();
    return taken;
}

} // namespace drydock
