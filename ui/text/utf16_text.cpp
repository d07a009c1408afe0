// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/utf16_text.h"

#include <algorithm>

namespace drydock::ui {
namespace {

/// Bytes of the well-formed non-ASCII character that `bytes` begin with, 0 if it is none (Unicode, table 3-7).
std::size_t characterLength(std::string_view bytes)
{
    const auto at
        = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    const auto isTail = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    const unsigned lead = at(0);
    if (lead >= 0xC2 && lead <= 0xDF)
        return isTail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool isFine = !(lead == 0xE0 && at(1) < 0xA0) && !(lead == 0xED && at(1) > 0x9F);
        return isFine && isTail(1) && isTail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool isFine = !(lead == 0xF0 && at(1) < 0x90) && !(lead == 0xF4 && at(1) > 0x8F);
        return isFine && isTail(1) && isTail(2) && isTail(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

Utf16Text::Utf16Text(std::string_view bytes)
{
    text.reserve(static_cast<qsizetype>(bytes.size()));
    offsets.reserve(bytes.size() + 1);
    for (std::size_t i = 0; i < bytes.size();) {
        std::size_t end = i;
        while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) < 0x80) {
            offsets.push_back(static_cast<std::uint32_t>(end));
            ++end;
        }
        text += QLatin1String(bytes.data() + i, static_cast<qsizetype>(end - i));
        if (end == bytes.size())
            break;
        const std::size_t length = characterLength(bytes.substr(end));
        const QString part = length > 0
            ? QString::fromUtf8(bytes.data() + end, static_cast<qsizetype>(length))
            : QString(QChar(QChar::ReplacementCharacter));
        offsets.insert(offsets.end(), static_cast<std::size_t>(part.size()), static_cast<std::uint32_t>(end));
        text += part;
        i = end + std::max<std::size_t>(length, 1);
    }
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
}

} // namespace drydock::ui
