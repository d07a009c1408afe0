// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

#include <optional>

// Why a RUN cannot do with a cache mount over what a package manager of the system keeps.

namespace drydock {

/// It installs with lists of another layer, which the mount hides, or asks which packages came along.
std::optional<Proposal> aptObstacle(const LintContext &context, const Instruction &run);
/// It installs with the index of another layer.
std::optional<Proposal> apkObstacle(const LintContext &context, const Instruction &run);
/// It leaves apt's lists in its layer.
bool keepsLists(const LintContext &context, const Instruction &run);

} // namespace drydock
