// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace drydock::cli {

/// Writes all of `bytes`, however many calls it takes. \returns 0 or errno.
int writeAll(int descriptor, std::string_view bytes);

/// Standard output and error without iostreams, whose start costs a small program a good part of its time. What goes to
/// standard output is gathered into large writes; an error message lets everything before it out first.
/// To be used by one thread at a time.
class Output {
public:
    ~Output() { flush(); }

    void write(std::string_view text);
    /// From now on `separator` goes between two writes that are not empty; an empty one ends that.
    void separateBy(std::string_view separator);
    /// One line on standard error.
    void error(std::string_view sentence);
    void flush();

    /// Nobody reads any more: the rest of the work is for nothing.
    bool isClosed() const { return m_isClosed; }
    /// Something could not be written, for another reason than a closed pipe (the disk is full).
    bool hasFailed() const { return m_hasFailed; }

private:
    void writeNow(std::string_view text);

    std::string m_pending;
    std::string m_separator;
    bool m_isBehindOne = false; ///< Something has been written since separateBy().
    bool m_isClosed = false;
    bool m_hasFailed = false;
};

} // namespace drydock::cli
