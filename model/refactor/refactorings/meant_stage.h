// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

namespace drydock {

/// The stage that is meant: the setting “stage”, by name or number, else that at the caret. None if nothing says which.
StageIndex meantStage(const RefactorContext &context, const RefactorWish &wish);

/// What the setting “stage” says to mean `stage`: its name, or its number.
std::string stageSetting(const RefactorContext &context, StageIndex stage);

} // namespace drydock
