// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace drydock {

/// The lines at the left of the text graph that lead from a stage down to the stages that use it:
///
///     ╭─● build
///     │   FROM  golang:1.21
///     │
///     │ ● final
///     ╰─▶ COPY  build
///
/// Every stage has a title row, then one row per thing it needs, then an empty row. Stages that no later row uses
/// have no rail. Where there would be too many beside each other, the longest are left out: their names say it all.
class GraphRails {
public:
    /// \param needs for each stage, in file order, the stage above that each of its rows names; `none` for others.
    explicit GraphRails(const std::vector<std::vector<std::size_t>> &needs);

    /// Columns that every prefix takes, the blank behind it included.
    std::size_t width() const { return 2 * m_columnCount + 2; }
    /// The left part of the next row. \pre called in order: title, each need, gap of stage 0, title of stage 1 …
    std::string title(std::size_t stage, const char *mark);
    std::string need(std::size_t source);
    std::string gap() const;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

private:
    /// Takes the rails away that there is no column for.
    void thinOut(const std::vector<std::size_t> &lastUse);
    /// `corner` in `column`, a line from there to the right, `end` behind the last column.
    std::string branch(std::size_t column, const char *corner, const char *end) const;

    static constexpr std::size_t maxColumns = 6;

    std::vector<std::size_t> m_usesLeft; ///< Per stage: rows below that name it; 0 if it has no rail.
    std::vector<std::size_t> m_columnOf; ///< Per stage: none before it has one.
    std::vector<std::size_t> m_stageIn; ///< Per column: the stage whose rail runs in it.
    std::size_t m_columnCount = 0;
};

} // namespace drydock
