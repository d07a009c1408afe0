// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_stage.h"

namespace drydock {

/// The first instruction of the stage that changes where the package manager takes packages from: repositories, keys, packages
/// that bring repositories. What is installed behind it may not be there for a stage that begins anew. Null if there is none.
const Instruction *packageSourceOf(const SplitStage &stage);

} // namespace drydock
