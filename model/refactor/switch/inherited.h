// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"

#include <string>

namespace drydock {

/// What `stage` has from the image of `root` and will not have from the one called `reference` is written down behind FROM, or
/// declared if nothing in the file asks for it (REFACTORINGS §0.2).
void inheritConfig(const LintContext &context, StageIndex root, StageIndex stage,
                   const std::string &reference, Changes &changes);

} // namespace drydock
