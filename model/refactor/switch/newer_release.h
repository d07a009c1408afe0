// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"
#include "model/refactor/switch/changes.h"

#include <string>
#include <vector>

namespace drydock {

/// The stages that name the same image as `root` in a version that is not the newest; `root` first. What one of them installs for
/// an interpreter is of no use to the other if they part.
std::vector<StageIndex> olderSisters(const LintContext &context, StageIndex root);

/// Stages that go to a newer version of their image.
struct NewerMove {
    std::vector<StageIndex> stages; ///< On the same image, the one that names it first.
    std::vector<StageIndex> moving; ///< All that move.
    std::string from; ///< Reference of the image, variables replaced.
    std::string to;
};

/// Packages get their new names, and what lines say of the old version is refused or assumed to hold.
void moveToNewer(const LintContext &context, const NewerMove &move, Changes &changes);

} // namespace drydock
