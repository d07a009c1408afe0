// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"

#include <set>

namespace drydock {

/// Takes commands out of a RUN, with what joins them to their neighbours; the RUN itself if nothing is left. Refuses where they
/// hang on one another by more than `&&` and `;`. \param gone indexes into the commands of `run`.
void takeOut(const LintContext &context, const Instruction &run, const std::set<std::size_t> &gone,
             Changes &changes);

/// The command stands by itself: no `if`, `then`, `sudo` … in front of its program, settings of variables at the most.
bool isPlainCall(const ScriptCommand &command);

} // namespace drydock
