// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_range.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// How lines end. Mixed files keep their mixture; it only decides what new lines get.
enum class EndOfLine : std::uint8_t { None, Lf, CrLf, Mixed };

/// A place in a text. Both count from 0; `column` counts bytes.
struct TextPosition {
    std::size_t line = 0;
    std::size_t column = 0;

    bool operator==(const TextPosition &) const = default;
};

/// The bytes of a file, immutable and cheap to copy (copies share them).
///
/// Invariant: bytes() are exactly those that came in: byte order mark, CR LF, NUL and invalid UTF-8 are
/// kept. Lines end at LF only, as in BuildKit (`parser.go`: scanLines); a CR before it belongs to the line end.
/// Files up to 4 GiB - 1 byte; the program refuses far smaller ones.
class SourceText {
public:
    SourceText();
    explicit SourceText(std::string bytes);

    std::string_view bytes() const { return *m_bytes; }
    std::size_t size() const { return m_bytes->size(); }
    /// \pre `range` lies inside.
    std::string_view slice(TextRange range) const { return bytes().substr(range.begin, range.size()); }

    /// At least 1: an empty text has one empty line. A final LF starts a last, empty line.
    std::size_t lineCount() const;
    /// Offset of the first byte of `line` (from 0). \pre line < lineCount()
    std::size_t lineStart(std::size_t line) const;
    /// The line's bytes without its LF or CR LF. \pre line < lineCount()
    TextRange lineRange(std::size_t line) const;
    /// The line (from 0) that the byte or caret at `offset` stands in. \pre offset <= size()
    std::size_t lineAt(std::size_t offset) const;
    TextPosition positionOf(std::size_t offset) const;
    /// The nearest offset to `position` that exists.
    std::size_t offsetOf(TextPosition position) const;

    EndOfLine endOfLine() const;
    bool hasByteOrderMark() const;
    bool endsWithNewLine() const;
    bool isValidUtf8() const;

    /// Same bytes.
    bool operator==(const SourceText &other) const;

private:
    /// Line starts, found on first use: most texts (corpus runs, fuzzing) are never asked for one.
    struct Lines;
    const std::vector<std::uint32_t> &lineStarts() const;

    std::shared_ptr<const std::string> m_bytes;
    std::shared_ptr<Lines> m_lines;
};

} // namespace drydock
