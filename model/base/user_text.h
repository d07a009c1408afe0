// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Marks an English literal for lupdate without needing Qt. The context is a folder name ("lint").
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text
#endif

namespace drydock {

/// One English sentence with %1, %2 … holes, to be translated where it is shown (ui::translated()).
struct UserText {
    std::string source; ///< English, with holes.
    std::vector<std::string> arguments; ///< Fills %1, %2 …; plain text, never markup.

    bool operator==(const UserText &) const = default;
};

/// The sentence in English with its holes filled: for the command line, logs and tests.
[[nodiscard]] std::string inEnglish(const UserText &text);

} // namespace drydock
