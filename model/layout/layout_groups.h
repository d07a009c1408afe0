// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"
#include "model/layout/layout_past.h"

#include <cstddef>
#include <vector>

namespace drydock {

/// Boxes that share their layers: what arrows connect, or once connected.
struct LayoutGroup {
    std::vector<std::size_t> boxes; ///< Indexes into the whole input.
    std::vector<std::size_t> arrows;
    LayoutInput input; ///< The same in its own numbers; sizes at least 1.
    LayoutPast past;

    LayoutResult result; ///< Its own drawing, its top left at (0, 0).
    Point corner; ///< Where its top left goes; with a past, at first where it would stay.
};

/// Takes `input` apart. `previous` is passed over if it is of another direction or knows less than half of the boxes.
std::vector<LayoutGroup> splitIntoGroups(const LayoutInput &input, const PreviousLayout &previous);

/// Gives every group its corner, so that none covers another: on lines like words, in file order, or, where there
/// was a picture, as near to its place in that as the others allow.
void arrangeGroups(std::vector<LayoutGroup> &groups);

} // namespace drydock
