// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace drydock {

/// Where the boxes of one group stood in the last picture, in "along, across" coordinates.
struct LayoutPast {
    struct Box {
        int layer = 0;
        double along = 0; ///< Middle.
        double across = 0; ///< Middle.
    };
    std::vector<std::optional<Box>> boxes; ///< Of each box of the group; empty: the group is new.
    std::vector<std::vector<double>> lanes; ///< Of each arrow; empty: unknown.

    bool isEmpty() const { return boxes.empty(); }
};

} // namespace drydock
