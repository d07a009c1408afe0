// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/graph_rails.h"

#include <algorithm>

namespace drydock {

GraphRails::GraphRails(const std::vector<std::vector<std::size_t>> &needs)
    : m_usesLeft(needs.size(), 0)
    , m_columnOf(needs.size(), none)
    , m_stageIn(maxColumns, none)
{
    std::vector<std::size_t> lastUse(needs.size(), 0);
    for (std::size_t stage = 0; stage < needs.size(); ++stage) {
        for (const std::size_t source : needs[stage]) {
            if (source == none)
                continue;
            ++m_usesLeft[source];
            lastUse[source] = stage;
        }
    }
    thinOut(lastUse);
    // A rehearsal tells how many columns the drawing takes.
    GraphRails rehearsal(*this);
    for (std::size_t stage = 0; stage < needs.size(); ++stage) {
        rehearsal.title(stage, "");
        for (std::size_t column = 0; column < maxColumns; ++column) {
            if (rehearsal.m_stageIn[column] != none)
                m_columnCount = std::max(m_columnCount, column + 1);
        }
        for (const std::size_t source : needs[stage])
            rehearsal.need(source);
    }
}

void GraphRails::thinOut(const std::vector<std::size_t> &lastUse)
{
    const auto endsLater = [&](std::size_t a, std::size_t b) { return lastUse[a] < lastUse[b]; };
    std::vector<std::size_t> running;
    for (std::size_t stage = 0; stage < m_usesLeft.size(); ++stage) {
        // A rail that ends among this stage's needs still runs past its title.
        std::erase_if(running, [&](std::size_t other) { return lastUse[other] < stage; });
        if (m_usesLeft[stage] == 0)
            continue;
        running.push_back(stage);
        if (running.size() > maxColumns) {
            const auto longest = std::max_element(running.begin(), running.end(), endsLater);
            m_usesLeft[*longest] = 0;
            running.erase(longest);
        }
    }
}

std::string GraphRails::title(std::size_t stage, const char *mark)
{
    if (m_usesLeft[stage] == 0)
        return branch(m_columnCount, "", mark);
    const auto free = std::find(m_stageIn.begin(), m_stageIn.end(), none); // thinOut() left one.
    *free = stage;
    m_columnOf[stage] = static_cast<std::size_t>(free - m_stageIn.begin());
    return branch(m_columnOf[stage], "╭", mark);
}

std::string GraphRails::need(std::size_t source)
{
    const std::size_t column = source < m_columnOf.size() ? m_columnOf[source] : none;
    if (column == none)
        return gap();
    const bool isLast = --m_usesLeft[source] == 0;
    std::string row = branch(column, isLast ? "╰" : "├", "▶");
    if (isLast)
        m_stageIn[column] = none;
    return row;
}

std::string GraphRails::gap() const
{
    return branch(m_columnCount, "", " ");
}

std::string GraphRails::branch(std::size_t column, const char *corner, const char *end) const
{
    std::string row;
    for (std::size_t i = 0; i < m_columnCount; ++i) {
        const bool isBusy = m_stageIn[i] != none;
        if (i < column)
            row += isBusy ? "│ " : "  ";
        else if (i == column)
            row += std::string(corner) + "─";
        else
            row += isBusy ? "┼─" : "──";
    }
    return row + end + " ";
}

} // namespace drydock
