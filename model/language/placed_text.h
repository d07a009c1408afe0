// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <string>
#include <vector>

namespace drydock {

/// The bytes of a part of an instruction as BuildKit joins them, with the way back to the file.
class PlacedText {
public:
    /// \param range inside of `instruction`; continuation marks and the comments between are left out.
    PlacedText(const Syntax &syntax, const Instruction &instruction, TextRange range);
    /// Bytes that stand in the file as they are, such as a here-document's body.
    PlacedText(const Syntax &syntax, TextRange range);

    const std::string &text() const { return m_text; }
    /// Where `[begin, end)` of text() stands. \pre begin <= end <= text().size()
    TextRange rangeOf(std::size_t begin, std::size_t end) const;

private:
    struct Part {
        std::size_t begin; ///< In m_text.
        std::size_t source; ///< In the file.
    };
    std::size_t sourceOf(std::size_t offset, bool isEnd) const;
    void add(const Syntax &syntax, TextRange range);

    std::string m_text;
    std::vector<Part> m_parts; ///< Ascending; at least one.
};

} // namespace drydock
