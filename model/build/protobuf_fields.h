// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace drydock {

/// One field of a protobuf message.
struct ProtobufField {
    std::uint64_t number = 0;
    std::uint64_t value = 0; ///< Of a varint; fixed-width numbers are passed over as 0.
    std::string_view bytes; ///< Of a string, bytes or inner message; a view of the message.
};

/// Reads the fields of a protobuf message one after the other (https://protobuf.dev/programming-guides/encoding/), without
/// knowing what they mean. Any bytes: it ends where they are no message.
class ProtobufFields {
public:
    /// \param message must outlive the reader.
    explicit ProtobufFields(std::string_view message)
        : m_rest(message)
    { }

    /// Nothing at the end, or where the message is broken.
    std::optional<ProtobufField> next();

private:
    std::optional<std::uint64_t> varint();

    std::string_view m_rest;
};

} // namespace drydock
