// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/byte_size.h"

#include <array>
#include <charconv>
#include <cmath>
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

std::optional<std::uint64_t> readByteSize(std::string_view text)
{
    double number = 0;
    const auto [end, code]
        = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (code != std::errc() || !(number >= 0))
        return {};
    std::string_view unit = text.substr(std::size_t(end - text.data()));
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    constexpr std::string_view letters = "kmgtpe";
    const char first = unit.empty() ? '\0' : char(unit.front() | 0x20);
    const std::size_t power = letters.find(first);
    double step = 1000;
    int steps = 0;
    if (!unit.empty() && power != std::string_view::npos) {
        steps = int(power) + 1;
        unit.remove_prefix(1);
        if (unit.starts_with('i')) {
            step = 1024;
            unit.remove_prefix(1);
        }
    }
    if (!unit.empty() && unit != "B" && unit != "b" && (steps > 0 || (unit != "bytes" && unit != "byte")))
        return {};
    const double bytes = std::floor(number * std::pow(step, steps));
    constexpr double most = 18446744073709551615.0;
    if (bytes >= most)
        return {};
    return std::uint64_t(bytes);
}

} // namespace drydock
