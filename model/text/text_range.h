// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace drydock {

/// Half-open range of bytes `[begin, end)` in one SourceText. Bytes and not characters, because disk,
/// Scintilla and BuildKit count bytes and because invalid UTF-8 must survive.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    constexpr std::size_t size() const { return end - begin; }
    constexpr bool isEmpty() const { return begin == end; }
    /// The byte at `offset` is inside.
    constexpr bool contains(std::size_t offset) const { return offset >= begin && offset < end; }
    /// A caret at `offset` stands in the range or at one of its edges.
    constexpr bool touches(std::size_t offset) const { return offset >= begin && offset <= end; }
    constexpr bool contains(const TextRange &other) const { return other.begin >= begin && other.end <= end; }

    constexpr bool operator==(const TextRange &) const = default;
};

} // namespace drydock
