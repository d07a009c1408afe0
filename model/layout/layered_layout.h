// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layout/layout.h"

namespace drydock {

/// The layered drawing of a stage graph: what is needed stands before what needs it. See the .cpp for how.
/// Stateless; may be used from any thread.
class LayeredLayout final : public Layout {
public:
    LayoutResult arrange(const LayoutInput &input, const PreviousLayout &previous,
                         const std::stop_token &stop) const override;
};

} // namespace drydock
