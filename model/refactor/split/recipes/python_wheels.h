// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_stage.h"

#include <optional>
#include <vector>

namespace drydock {

/// Where `pip install` of the build stage becomes `pip wheel --wheel-dir=/wheels`: what is installed is only packed there, and
/// installed from there in the runtime stage (REFACTORINGS §4.3). Nothing if the build needs what it installs, or if an option
/// of a line has no meaning for wheels.
std::optional<std::vector<TextEdit>> wheelEdits(const SplitStage &stage);

} // namespace drydock
