// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"
#include "model/layout/layout_past.h"

#include <stop_token>

namespace drydock {

/// The drawing of one group of boxes.
struct LayeredDrawing {
    LayoutResult result; ///< Top left at (0, 0); without groups.
    Point corner; ///< Where that is in the past's coordinates; (0, 0) without a past.
};

/// \pre no box is smaller than 1; `input` is connected, or `past` knows one of its boxes.
LayeredDrawing drawGroup(const LayoutInput &input, const LayoutPast &past, const std::stop_token &stop);

} // namespace drydock
