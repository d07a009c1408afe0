// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/packages.h"
#include "model/refactor/switch/changes.h"

#include <span>
#include <string>
#include <vector>

namespace drydock {

/// What the stages that move had without a word, and what they get.
struct ToolMove {
    std::vector<StageIndex> stages; ///< The one that names the image first.
    bool wasFull = false; ///< buildpack-deps was underneath.
    bool wasAlpine = false;
    bool wasRedHat = false; ///< Its /bin/sh is bash.
    bool isAlpine = false; ///< The new base; Debian if not.
};

/// Programs that lines call and that the new base lacks: installed by a line behind FROM, called by their new name, or refused.
void moveTools(const LintContext &context, const ToolMove &move, Changes &changes);

} // namespace drydock
