// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/protobuf_fields.h"

#include <cstddef>

namespace drydock {

std::optional<std::uint64_t> ProtobufFields::varint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0)
            return value;
    }
    m_rest = {};
    return std::nullopt;
}

std::optional<ProtobufField> ProtobufFields::next()
{
    enum WireType : std::uint64_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

    const auto key = varint();
    if (!key)
        return std::nullopt;
    ProtobufField field;
    field.number = *key >> 3U;
    const std::uint64_t type = *key & 7U;
    if (type == Varint) {
        const auto value = varint();
        if (!value)
            return std::nullopt;
        field.value = *value;
        return field;
    }
    std::uint64_t length = type == Fixed64 ? 8 : 4;
    if (type == Bytes) {
        const auto told = varint();
        if (!told)
            return std::nullopt;
        length = *told;
    } else if (type != Fixed64 && type != Fixed32) {
        m_rest = {};
        return std::nullopt;
    }
    if (length > m_rest.size()) {
        m_rest = {};
        return std::nullopt;
    }
    if (type == Bytes)
        field.bytes = m_rest.substr(0, static_cast<std::size_t>(length));
    m_rest.remove_prefix(static_cast<std::size_t>(length));
    return field;
}

} // namespace drydock
