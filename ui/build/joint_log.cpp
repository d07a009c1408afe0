// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/joint_log.h"

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr std::size_t mostLines = 10000;

} // namespace

void JointLog::clear()
{
    *this = JointLog();
}

void JointLog::add(std::size_t step, const QString &title, const LogCopy &log, bool isOver)
{
    if (m_told.size() <= step)
        m_told.resize(step + 1, 0);
    // A line that is still written may yet be begun anew; at the end an empty one is only the end of the one before.
    std::size_t end = log.end();
    if (!log.lines.empty() && (!isOver || log.lines.back().isEmpty()))
        --end;
    std::size_t next = std::max(m_told[step], log.dropped);
    if (next >= end)
        return;
    if (m_log.lines.empty() || m_last != step)
        m_log.lines.push_back(QStringLiteral("── ") + title);
    m_last = step;
    for (; next < end; ++next)
        m_log.lines.push_back(log.lines[next - log.dropped]);
    m_told[step] = end;
    m_log.keep(mostLines);
}

} // namespace drydock::ui
