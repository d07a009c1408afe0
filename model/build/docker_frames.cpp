// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/docker_frames.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t headBytes = 8;

void append(std::vector<OutputPiece> &pieces, OutputStream stream, std::string_view bytes)
{
    if (bytes.empty())
        return;
    if (pieces.empty() || pieces.back().stream != stream)
        pieces.push_back({stream, std::string(bytes)});
    else
        pieces.back().bytes += bytes;
}

} // namespace

std::vector<OutputPiece> DockerFrames::add(std::string_view bytes)
{
    std::vector<OutputPiece> pieces;
    while (!bytes.empty()) {
        if (m_isRaw) {
            append(pieces, OutputStream::Out, bytes);
            break;
        }
        if (m_left > 0) {
            const std::size_t count = std::min<std::size_t>(m_left, bytes.size());
            append(pieces, m_stream, bytes.substr(0, count));
            m_left -= static_cast<std::uint32_t>(count);
            bytes.remove_prefix(count);
            continue;
        }
        if (!takeHead(bytes.front()))
            append(pieces, OutputStream::Out, std::exchange(m_head, {}));
        bytes.remove_prefix(1);
    }
    return pieces;
}

std::string DockerFrames::finish()
{
    return std::exchange(m_head, {});
}

/// \returns false if the head turns out to be none.
bool DockerFrames::takeHead(char c)
{
    m_head += c;
    const auto byte = static_cast<unsigned char>(c);
    const std::size_t place = m_head.size() - 1;
    // 0 is the input, which is never sent; 3 tells of the engine's own trouble.
    if ((place == 0 && byte > 3) || (place >= 1 && place <= 3 && byte != 0)) {
        m_isRaw = true;
        return false;
    }
    if (m_head.size() < headBytes)
        return true;
    for (std::size_t i = 4; i < headBytes; ++i)
        m_left = (m_left << 8U) | static_cast<unsigned char>(m_head[i]);
    m_stream = m_head[0] == 2 || m_head[0] == 3 ? OutputStream::Errors : OutputStream::Out;
    m_head.clear();
    return true;
}

} // namespace drydock
