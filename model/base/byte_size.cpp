// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/byte_size.h"

#include <array>
#include <cstddef>

namespace drydock {

std::string byteSize(std::uint64_t bytes)
{
    constexpr std::uint64_t step = 1000;
    if (bytes < step)
        return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
    static constexpr std::array<const char *, 6> units {" kB", " MB", " GB", " TB", " PB", " EB"};
    std::size_t unit = 0;
    std::uint64_t scale = step;
    // What rounds up to 1000 is 1 of the next unit.
    while (unit + 1 < units.size() && bytes >= scale * step - scale / 2) {
        scale *= step;
        ++unit;
    }
    const std::uint64_t tenths = bytes / (scale / 10) + (bytes % (scale / 10) >= scale / 20 ? 1 : 0);
    if (tenths >= 100 || tenths % 10 == 0)
        return std::to_string(bytes / scale + (bytes % scale >= scale / 2 ? 1 : 0)) + units[unit];
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + units[unit];
}

} // namespace drydock
