// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <deque>
#include <string>

namespace drydock::ui {

/// Lines of a log as a view shows them: a window that moves down while the log grows. Plain data.
struct LogCopy {
    std::deque<QString> lines; ///< Oldest first.
    std::size_t dropped = 0; ///< Lines that were there before the first of `lines`.

    /// One behind the last line, counted from the beginning of the log.
    std::size_t end() const { return dropped + lines.size(); }
    /// Becomes what a LogText has; looks only at what is new. Its last line may have been begun anew.
    void follow(const std::deque<std::string> &text, std::size_t droppedLines);
    /// Forgets the oldest lines above `most`.
    void keep(std::size_t most);
};

} // namespace drydock::ui
