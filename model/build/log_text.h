// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace drydock {

/// What a step printed, as lines that are safe to show: escape sequences (colours, titles, links, clipboard) are dropped,
/// control characters and invalid UTF-8 become visible, "\r" alone begins the line anew as a terminal would, long lines are cut at 64 KB. Keeps the
/// last lines only (10,000 lines, 5 MB).
class LogText {
public:
    /// Any bytes, cut anywhere.
    void append(std::string_view bytes);

    /// Whole lines and the unfinished one, oldest first; valid UTF-8 without line ends.
    const std::deque<std::string> &lines() const { return m_lines; }
    /// Lines that were dropped at the front.
    std::size_t dropped() const { return m_dropped; }
    /// The engine itself cut its log short ("[output clipped, log limit …").
    bool isClipped() const { return m_isClipped; }

    /// Of all lines that are kept.
    std::size_t bytes() const { return m_bytes; }

private:
    std::size_t escapeAt(std::string_view bytes);
    void show(std::string_view text);
    void endLine();
    void openLine();
    void dropFront();

    std::deque<std::string> m_lines;
    std::size_t m_dropped = 0;
    std::size_t m_bytes = 0;
    bool m_isClipped = false;
    bool m_isOpen = false; ///< The last line has no end yet.
    bool m_isCut = false; ///< The open line is as long as a line may be.
    bool m_isReturned
        = false; ///< Behind a "\r": what comes next begins the line anew, unless it is a line end.
    std::string m_pending; ///< An escape sequence or character that is not whole yet; a few bytes.
};

/// `bytes` as LogText shows them, lines separated by "\n": for names, errors and warnings of a builder.
std::string plainText(std::string_view bytes);

} // namespace drydock
