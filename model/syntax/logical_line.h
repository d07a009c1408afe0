// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <span>
#include <string_view>

namespace drydock {

/// An instruction's physical lines joined as BuildKit joins them: continuation marks, line ends and the comment
/// and blank lines between dropped, nothing inserted. Borrowed; lives while its instruction is being taken apart.
struct LogicalLine {
    std::string_view text;
    std::span<const Piece> pieces; ///< Where each part of `text` comes from; at least one.

    /// Offset in the file of the first byte of a range of `text` that begins at `offset`.
    std::size_t sourceBegin(std::size_t offset) const
    {
        for (const Piece &piece : pieces) {
            const std::size_t size = piece.end - piece.begin;
            if (offset < size || &piece == &pieces.back())
                return piece.begin + offset;
            offset -= size;
        }
        return 0;
    }
    /// Offset in the file behind the last byte of a range of `text` that ends at `offset`.
    std::size_t sourceEnd(std::size_t offset) const
    {
        for (const Piece &piece : pieces) {
            const std::size_t size = piece.end - piece.begin;
            if (offset <= size || &piece == &pieces.back())
                return piece.begin + offset;
            offset -= size;
        }
        return 0;
    }
    /// \pre begin <= end <= text.size()
    TextRange source(std::size_t begin, std::size_t end) const
    {
        if (pieces.size() == 1)
            return {pieces.front().begin + begin, pieces.front().begin + end};
        const std::size_t from = sourceBegin(begin);
        return begin == end ? TextRange {from, from} : TextRange {from, sourceEnd(end)};
    }
};

/// A run of a logical line that becomes a token.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Word;
};

} // namespace drydock
