// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/log_copy.h"

#include <algorithm>

namespace drydock::ui {

void LogCopy::follow(const std::deque<std::string> &text, std::size_t droppedLines)
{
    const std::size_t newEnd = droppedLines + text.size();
    if (newEnd < end() || droppedLines >= end()) { // Another log, or one that ran away from us.
        lines.clear();
        dropped = droppedLines;
    }
    if (!lines.empty())
        lines.pop_back(); // It may not have been whole.
    for (std::size_t i = std::max(end(), droppedLines); i < newEnd; ++i)
        lines.push_back(QString::fromStdString(text[i - droppedLines]));
    while (dropped < droppedLines && !lines.empty()) {
        lines.pop_front();
        ++dropped;
    }
}

void LogCopy::keep(std::size_t most)
{
    while (lines.size() > most) {
        lines.pop_front();
        ++dropped;
    }
}

} // namespace drydock::ui
