// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/edit_set.h"

#include <string_view>
#include <vector>

namespace drydock {

/// The lines of a text, each with its line end. Views of `text`.
std::vector<std::string_view> wholeLines(std::string_view text);

/// The edits, by whole lines, that lead from `before` to `after`: the shortest script where that is cheap to
/// find, else one replacement of the part that differs. Used for a file that changed on disk.
///
/// Algorithm: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), on lines, behind a trimming of
/// the common head and tail; gives up at 2,000 differing lines.
/// \post diffLines(a, b).applyTo(a) == b
EditSet diffLines(std::string_view before, std::string_view after);

} // namespace drydock
