// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/text/edit_set.h"

#include <string>
#include <utility>
#include <vector>

namespace drydock {

/// What would happen to the text, in words. Nothing has happened yet.
struct Plan {
    EditSet edits; ///< Made for the text of the context it was asked with; never empty.
    UserText name; ///< Of the undo step: "Copy from build into final".
    UserText explanation; ///< One sentence above a preview.
    UserText notice; ///< What the user may not expect ("default target becomes X"); source empty if nothing.
    TextRange focus; ///< In the NEW text: what to select or edit next, such as a new stage's name.
    bool keepsImage = false; ///< What is built by default stays the same.
};

} // namespace drydock
