// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"
#include "model/refactor/switch/new_base.h"

namespace drydock {

/// Rewrites a stage for a base without a shell: program and health check in exec form, with the interpreter as the base calls it,
/// users by number. Refuses what needs a shell (REFACTORINGS §3.8). \pre `stage` names an image.
void moveToShellLess(const LintContext &context, StageIndex stage, BaseKind kind, const NewBase &base,
                     Changes &changes);

} // namespace drydock
