// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"
#include "model/refactor/switch/new_base.h"

#include <vector>

namespace drydock {

/// Whether what is brought into the stages that move runs on a base with `libc`: refuses or assumes (REFACTORINGS §5.3).
/// \param stages the ones that move. \param reference of the new base.
/// \returns further stages, each one that names an image, that have to move along because what they install for an interpreter
/// hangs on the C library.
std::vector<StageIndex> gateArtifacts(const LintContext &context, const std::vector<StageIndex> &stages,
                                      const std::string &reference, Changes &changes);

/// What installs and builds of the stages themselves ask of another C library or of a base with fewer tools.
void gateInstalls(const LintContext &context, const std::vector<StageIndex> &stages, bool isOtherLibc,
                  bool wasFull, Changes &changes);

/// How the programs of a stage on a distribution's image are linked, told by the stages that they are copied from; refuses if
/// that cannot be told.
Linking linkingOf(const LintContext &context, StageIndex stage, Changes &changes);

} // namespace drydock
