// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

// What the registry lists. A file of refactorings/ for each, or for a few that belong together.

namespace drydock {

Proposal proposeSplit(const RefactorContext &context, const RefactorWish &wish);
Proposal proposeSwitchBase(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
