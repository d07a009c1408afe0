// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace drydock::ui {

/// Bytes as Qt's text engines want them, with the way back. A byte that is not UTF-8 becomes one U+FFFD.
struct Utf16Text {
    explicit Utf16Text(std::string_view bytes);

    QString text;
    std::vector<std::uint32_t> offsets; ///< Of each UTF-16 unit in the bytes, and one for the end.
};

} // namespace drydock::ui
