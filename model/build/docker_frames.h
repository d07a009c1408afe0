// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

enum class OutputStream : std::uint8_t { Out, Errors };

/// Bytes that a program in a container printed. Neither lines nor characters need be whole.
struct OutputPiece {
    OutputStream stream = OutputStream::Out;
    std::string bytes;

    bool operator==(const OutputPiece &) const = default;
};

/// Takes apart how an engine sends two streams through one: frames of an 8-byte head (stream, three zeros, length in big
/// endian) and that many bytes (Docker Engine API, ContainerAttach, "Stream format"). Payload is handed on as it comes, so
/// that a frame which claims 4 GB costs no memory.
///
/// Containers with a terminal send no frames, and old engines do not say which it is: what does not begin like a frame is
/// handed on as it is, to its end.
class DockerFrames {
public:
    /// Any bytes, cut anywhere. Neighbouring bytes of one stream come as one piece.
    std::vector<OutputPiece> add(std::string_view bytes);
    /// The stream has ended: what looked like the begin of a frame and is none.
    std::string finish();

    /// Something came that is no frame; all from there is passed through.
    bool isRaw() const { return m_isRaw; }

private:
    bool takeHead(char c);

    std::string m_head;
    std::uint32_t m_left = 0; ///< Bytes of the frame that are still to come.
    OutputStream m_stream = OutputStream::Out;
    bool m_isRaw = false;
};

} // namespace drydock
