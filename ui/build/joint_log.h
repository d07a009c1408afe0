// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/log_copy.h"

#include <vector>

namespace drydock::ui {

/// What all steps of a build printed, in the order in which it came, with the step's name above its lines. Keeps the last
/// 10,000 lines.
class JointLog {
public:
    void clear();
    /// Takes over what is new. \param step index of the step. \param isOver its last line is whole.
    void add(std::size_t step, const QString &title, const LogCopy &log, bool isOver);

    const LogCopy &log() const { return m_log; }

private:
    LogCopy m_log;
    std::vector<std::size_t> m_told; ///< By step: lines that were taken over or dropped.
    std::size_t m_last = 0; ///< Whose lines come last; only meaningful if there are any.
};

} // namespace drydock::ui
