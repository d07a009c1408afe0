// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <span>
#include <string_view>

namespace drydock {

/// An instruction's physical lines joined as BuildKit joins them: continuation marks, line ends and the comment
/// and blank lines between dropped, nothing inserted. Borrowed; lives while its instruction is being taken apart.
class LogicalLine {
public:
    LogicalLine(std::string_view joined, std::span<const Piece> parts)
        : text(joined)
        , pieces(parts)
    { }

    /// \pre begin <= end <= text.size(). An empty range between two lines stands at the end of the first.
    TextRange source(std::size_t begin, std::size_t end) const
    {
        if (pieces.size() == 1)
            return {pieces.front().begin + begin, pieces.front().begin + end};
        const std::size_t from = begin == end ? place(begin, true) : place(begin, false);
        return {from, begin == end ? from : place(end, true)};
    }

    std::string_view text;
    std::span<const Piece> pieces; ///< Where each part of `text` comes from; at least one.

private:
    /// Offset in the file. Words are asked for from left to right, so the piece of the last answer is remembered:
    /// an instruction of 100,000 lines would take hours otherwise.
    std::size_t place(std::size_t offset, bool isEnd) const
    {
        if (offset < m_start || (isEnd && offset == m_start)) {
            m_piece = 0;
            m_start = 0;
        }
        while (m_piece + 1 < pieces.size()) {
            const std::size_t size = pieces[m_piece].end - pieces[m_piece].begin;
            if (offset < m_start + size || (isEnd && offset == m_start + size))
                break;
            m_start += size;
            ++m_piece;
        }
        return pieces[m_piece].begin + (offset - m_start);
    }

    mutable std::size_t m_piece = 0;
    mutable std::size_t m_start = 0; ///< Where pieces[m_piece] begins in `text`.
};

/// A run of a logical line that becomes a token.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Word;
};

} // namespace drydock
