// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_range.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A line of one of two texts that are shown beside each other.
struct SideLine {
    std::size_t number = 0; ///< From 1; 0: this text has no line here.
    std::string text; ///< Without its line end.
    std::vector<TextRange> marks; ///< In `text`: the words that the line beside it does not have.

    bool operator==(const SideLine &) const = default;
};

/// Two lines that stand beside each other.
struct SideRow {
    SideLine before;
    SideLine after;

    bool isSame() const { return before.number > 0 && after.number > 0 && before.text == after.text; }
    bool operator==(const SideRow &) const = default;
};

/// All lines of both texts, in order. Lines that became other lines stand beside them if enough of their words stayed; they are
/// found as the pairs with the most words in common.
std::vector<SideRow> sideBySide(std::string_view before, std::string_view after);

} // namespace drydock
