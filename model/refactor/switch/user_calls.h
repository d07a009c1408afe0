// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"

namespace drydock {

/// Which programs make users and groups: useradd and groupadd, or busybox's adduser and addgroup, which read other options.
enum class UserTools : std::uint8_t { Shadow, Busybox };

/// Rewrites the calls of a RUN that make users and groups; refuses what cannot be said with the other programs.
void moveUsers(const LintContext &context, const Instruction &run, UserTools from, UserTools to,
               Changes &changes);

} // namespace drydock
